import { classes } from '../class-names.ts'
import { roomClass, type TextRoom } from './Plot.tsx'

/** Words among what is drawn, with an edge of paper that keeps them in sight over lines. */
export const PlotWords = ({
  kind,
  room = 'always',
  children,
  ...place
}: {
  /** A figure at its point, or a remark. */
  kind: 'value' | 'aside'
  room?: TextRoom
  x?: string
  y?: string
  dy?: string
  'text-anchor': 'start' | 'middle' | 'end'
  transform?: string
  children: string
}) => (
  <text
    class={classes(`plot-${kind}`, roomClass(room))}
    paint-order="stroke"
    stroke-width="0.35em"
    stroke-linejoin="round"
    {...place}
  >
    {children}
  </text>
)
