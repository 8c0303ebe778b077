import type { ComponentChildren } from 'preact'

/** What a line says. Its dashes tell it as well as its colour. */
export type CurveKind = 'series' | 'centre' | 'limit' | 'outer-limit' | 'break'

const dashes: Partial<Record<CurveKind, string>> = { limit: '6 4', break: '2 4' }

/** How a line is drawn, but for its colour. */
const lookOf = (kind: CurveKind) => ({
  class: `curve curve-${kind}`,
  'stroke-width': kind === 'series' ? 2.5 : 1.5,
  'stroke-linejoin': 'round' as const,
  'stroke-dasharray': dashes[kind],
})

/** Paths with coordinates 0-100 both ways over the whole drawing. Their lines keep their width. */
export const Stretched = ({ children }: { children: ComponentChildren }) => (
  <svg
    width="100%"
    height="100%"
    viewBox="0 0 100 100"
    preserveAspectRatio="none"
    overflow="visible"
    aria-hidden="true"
  >
    {children}
  </svg>
)

/** A path in {@link Stretched}. */
export const Curve = ({ kind, d }: { kind: CurveKind; d: string }) => (
  <path {...lookOf(kind)} d={d} vector-effect="non-scaling-stroke" />
)

/** From top to bottom of a drawing, or from `from` to `to`. */
export const Upright = ({
  kind,
  x,
  from = '0',
  to = '100%',
}: {
  kind: CurveKind
  x?: string
  from?: string
  to?: string
}) => <line {...lookOf(kind)} x1={x} x2={x} y1={from} y2={to} />

/** A line as it is in the drawing, for its legend. */
export const LineSwatch = ({
  kind,
  direction = 'lying',
}: {
  kind: CurveKind
  direction?: 'upright' | 'lying'
}) =>
  direction === 'upright' ? (
    <Upright kind={kind} from="-0.7em" to="0.7em" />
  ) : (
    <line {...lookOf(kind)} x1="-0.8em" x2="0.8em" />
  )
