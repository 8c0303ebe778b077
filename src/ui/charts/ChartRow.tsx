import type { ComponentChildren } from 'preact'
import { classes } from '../class-names.ts'

/** Rows on one common scale: beside each its name and its figures, on a phone above it. */
export const ChartRows = ({ children }: { children: ComponentChildren }) => (
  <div class="chart-rows">{children}</div>
)

/** One row. `height` is in em; the drawing is placed in percent of its width. */
export const ChartRow = ({
  label,
  height,
  values,
  isCentred = false,
  children,
}: {
  label?: ComponentChildren
  height: number
  values?: ComponentChildren
  /** Name and figures beside the middle of the drawing, not its top. */
  isCentred?: boolean
  children: ComponentChildren
}) => (
  <div class={classes('chart-row', isCentred && 'chart-row-centred')}>
    {label && <div class="chart-row-label">{label}</div>}
    <svg width="100%" height={`${height}em`} overflow="visible" aria-hidden="true" focusable="false">
      {children}
    </svg>
    {values && <div class="chart-row-values">{values}</div>}
  </div>
)
