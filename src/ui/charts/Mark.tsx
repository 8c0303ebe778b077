import { percentOf } from './position.ts'
import type { Interval } from './share-figure.ts'

/** What a point is: counted here, read from older results, one's own among others, or one of the others. */
export type MarkKind = 'counted' | 'imported' | 'own' | 'other'

const sizes: Record<MarkKind, number> = { counted: 0.36, imported: 0.36, own: 0.42, other: 0.26 }

/**
 * A point at a place 0-1 across and down. Form tells the kind as well as colour does: a disc, a hollow diamond, a large
 * diamond, a small disc.
 */
export const Mark = ({
  kind,
  x = 0,
  y = 0,
  isSmall = false,
}: {
  kind: MarkKind
  x?: number
  y?: number
  isSmall?: boolean
}) => {
  const size = isSmall ? sizes[kind] * 0.7 : sizes[kind]
  const name = `point point-${kind}`
  if (kind === 'counted' || kind === 'other')
    return <circle class={name} cx={percentOf(x)} cy={percentOf(y)} r={`${size}em`} />
  return (
    <svg x={percentOf(x)} y={percentOf(y)} overflow="visible" aria-hidden="true">
      <rect
        class={name}
        x={`${-size}em`}
        y={`${-size}em`}
        width={`${2 * size}em`}
        height={`${2 * size}em`}
        transform="rotate(45)"
        stroke-width={kind === 'imported' ? 2 : 1}
      />
    </svg>
  )
}

/** A ring around a point that something is said about. */
export const Ring = ({ x = 0, y = 0 }: { x?: number; y?: number }) => (
  <circle class="ring" fill="none" stroke-width="2" cx={percentOf(x)} cy={percentOf(y)} r="0.72em" />
)

/** Where the true share lies: a soft shape around the point. Upright at `across`, or lying at the middle of its row. */
export const IntervalShape = ({
  low,
  high,
  direction,
  isThin = false,
}: Interval & { direction: 'upright' | 'lying'; isThin?: boolean }) => {
  const thickness = isThin ? 0.3 : 0.86
  const across = { start: `${-thickness / 2}em`, size: `${thickness}em`, rx: `${thickness / 2}em` }
  return direction === 'upright' ? (
    <rect
      class="interval"
      fill-opacity="0.16"
      x={across.start}
      width={across.size}
      y={percentOf(1 - high)}
      height={percentOf(high - low)}
      rx={across.rx}
    />
  ) : (
    <svg y="50%" overflow="visible" aria-hidden="true">
      <rect
        class="interval"
        fill-opacity="0.16"
        x={percentOf(low)}
        width={percentOf(high - low)}
        y={across.start}
        height={across.size}
        rx={across.rx}
      />
    </svg>
  )
}

/** A point with its interval, as it is in the drawing, for its legend. */
export const IntervalSwatch = ({ direction }: { direction: 'upright' | 'lying' }) => (
  <>
    <svg
      x={direction === 'lying' ? '-0.8em' : undefined}
      y="-0.7em"
      width="1.6em"
      height="1.4em"
      overflow="visible"
      aria-hidden="true"
    >
      <IntervalShape direction={direction} low={0} high={1} />
    </svg>
    <Mark kind="counted" />
  </>
)
