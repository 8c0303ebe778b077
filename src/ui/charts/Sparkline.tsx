import { useTexts } from '../../platform/i18n/language.ts'
import { messages } from '../messages.ts'
import { Curve, Stretched, Upright } from './Curve.tsx'
import { Mark } from './Mark.tsx'
import { down, percentOf } from './position.ts'
import { linePath, type Slot, slotsOf, unbroken } from './series/layout.ts'
import type { Series } from './series/series.ts'
import { type Interval, useShareWords } from './share-figure.ts'

export interface SparklineProps {
  readonly series: readonly Series[]
  /** The shares at the bottom and the top; the same for all rows of a table, so that they can be compared. Default 0-1. */
  readonly scale?: Interval
}

/** A share over time in a table's row: only how it went. The figures stand beside it. */
export const Sparkline = ({ series, scale = { low: 0, high: 1 } }: SparklineProps) => {
  const says = useSparklineWords()
  const up = (share: number) => (share - scale.low) / (scale.high - scale.low)
  const slots = slotsOf(series)
  const drawn = slots.map(slot =>
    slot.shown ? { ...slot, shown: { ...slot.shown, share: up(slot.shown.share) } } : slot,
  )
  const lines = unbroken(drawn, ({ shown }) => shown !== undefined)
  const newest = drawn.findLast(({ shown }) => shown)
  // The others are on the line; alone there is no line to be on.
  const isMarked = (slot: Slot) =>
    slot === newest || slot.point.imported || lines.some(line => line.length === 1 && line[0] === slot)
  return (
    <svg
      class="sparkline"
      overflow="visible"
      width="7.5em"
      height="1.6em"
      role="img"
      aria-label={says(slots)}
      focusable="false"
    >
      <Stretched>
        {lines.map((line, index) => {
          const d = linePath(line)
          return d && <Curve key={index} kind="series" d={d} />
        })}
      </Stretched>
      {drawn.map((slot, index) => (
        <g key={index}>
          {slot.isNew && <Upright kind="break" x={percentOf(slot.start)} />}
          {slot.shown && isMarked(slot) && (
            <Mark
              kind={slot.point.imported ? 'imported' : 'counted'}
              x={slot.middle}
              y={down(slot.shown.share)}
              isSmall={slot !== newest}
            />
          )}
          {!slot.shown && slot.point.figure !== 'not-measured' && <Absent at={slot.middle} />}
        </g>
      ))}
    </svg>
  )
}

/** A measurement that is not shown: a cross in its place. */
const Absent = ({ at }: { at: number }) => (
  <svg x={percentOf(at)} y="50%" overflow="visible" aria-hidden="true">
    <path class="curve curve-limit" d="M-3-3 3 3M3-3-3 3" stroke-width="1.5" />
  </svg>
)

/** From what to what, and what is not seen in it. */
function useSparklineWords() {
  const t = useTexts(messages).sparkline
  const words = useShareWords()
  return (slots: readonly Slot[]): string => {
    const shown = slots.flatMap(({ shown, point }) =>
      shown ? { share: shown.share, label: point.label } : [],
    )
    const hidden = slots.filter(({ point }) => point.figure !== 'not-measured' && point.figure.suppressed)
    const [first, last] = [shown[0], shown.at(-1)]
    return [
      first && last && first !== last
        ? t.fromTo(words.percent(first.share), first.label, words.percent(last.share), last.label)
        : last
          ? t.only(words.percent(last.share), last.label)
          : t.nothing,
      hidden.length > 0 ? t.hidden(hidden.map(({ point }) => point.label).join(', ')) : '',
      ...slots.filter(({ isNew }) => isNew).map(({ point }) => t.newFrom(point.label)),
    ]
      .filter(Boolean)
      .join(' ')
  }
}
