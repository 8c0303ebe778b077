import { useId } from 'preact/hooks'
import { useTexts } from '../../platform/i18n/language.ts'
import { messages } from '../messages.ts'
import { Curve, Stretched, Upright } from './Curve.tsx'
import { type ChartProps, Figure } from './Figure.tsx'
import { HatchPattern } from './HatchPattern.tsx'
import { IntervalShape, Mark, Ring } from './Mark.tsx'
import { Plot, type PlotText } from './Plot.tsx'
import { PlotWords } from './PlotWords.tsx'
import { down, percentOf } from './position.ts'
import {
  isSignal,
  isValley,
  levelPath,
  linePath,
  type Slot,
  slotsOf,
  stepPath,
  unbroken,
} from './series/layout.ts'
import { SeriesLegend } from './series/SeriesLegend.tsx'
import { SeriesTable } from './series/SeriesTable.tsx'
import type { Series } from './series/series.ts'
import { nothing, useShareWords } from './share-figure.ts'

export interface SeriesChartProps extends ChartProps {
  /** Usually one. A new one begins where figures cannot be compared with those before. */
  readonly series: readonly Series[]
}

/** More points than this stand so close that they are drawn smaller. */
const pointsWithRoom = 13

/** A share over time, with its interval: what could not be shown is a gap, and what began anew does not hang together. */
export const SeriesChart = ({ series, ...chart }: SeriesChartProps) => {
  const t = useTexts(messages)
  const slots = slotsOf(series)
  return (
    <Figure
      {...chart}
      legend={<SeriesLegend series={series} slots={slots} />}
      figures={<SeriesTable title={chart.title} series={series} slots={slots} />}
    >
      {slots.length === 0 ? <p>{t.sparkline.nothing}</p> : <Drawing series={series} slots={slots} />}
    </Figure>
  )
}

const Drawing = ({ series, slots }: { series: readonly Series[]; slots: readonly Slot[] }) => {
  const t = useTexts(messages)
  const { count } = useShareWords()
  const hatch = `${useId()}-hatch`
  const isDense = slots.length > pointsWithRoom
  return (
    <Plot isShort={slots.length < 6} rows={rowsOf(slots, t.chart.n, count)}>
      <defs>
        <HatchPattern id={hatch} />
      </defs>
      {slots.map((slot, index) => (
        <Gap key={index} slot={slot} hatch={hatch} hasRoom={!isDense} />
      ))}
      <Stretched>
        <Lines series={series} slots={slots} />
      </Stretched>
      {slots.map((slot, index) => slot.isNew && <NewSeries key={index} at={slot.start} />)}
      {slots.map((slot, index) => (
        <Point key={index} slot={slot} isDense={isDense} hasLinesAbove={isValley(slots, index)} />
      ))}
    </Plot>
  )
}

function rowsOf(slots: readonly Slot[], heading: string, count: (n: number) => string) {
  const row = (textOf: (slot: Slot) => string): PlotText[] =>
    slots
      .filter(({ text }) => text !== 'never')
      .map(slot => ({ at: slot.middle, text: textOf(slot), room: slot.text }))
  return [
    { texts: row(({ point }) => point.label.split(' ').slice(0, -1).join(' ')) },
    { texts: row(({ point }) => point.label.split(' ').at(-1) ?? '') },
    { heading, texts: row(({ shown }) => (shown ? count(shown.n) : nothing)) },
  ]
}

/** A measurement without a figure says why, in its own place. */
const Gap = ({ slot, hatch, hasRoom }: { slot: Slot; hatch: string; hasRoom: boolean }) => {
  const t = useTexts(messages)
  if (slot.shown) return null
  const isHidden = slot.point.figure !== 'not-measured'
  return (
    <>
      {isHidden && (
        <rect
          x={percentOf(slot.start)}
          width={percentOf(slot.end - slot.start)}
          height="100%"
          fill={`url(#${hatch})`}
        />
      )}
      {hasRoom && (
        <svg x={percentOf(slot.middle)} y="50%" overflow="visible" aria-hidden="true">
          <PlotWords kind="aside" transform="rotate(-90)" dy="0.35em" text-anchor="middle">
            {isHidden ? t.chart.tooFew : t.chart.notMeasured}
          </PlotWords>
        </svg>
      )}
    </>
  )
}

const Lines = ({ series, slots }: { series: readonly Series[]; slots: readonly Slot[] }) => (
  <>
    {unbroken(slots, ({ point }) => point.limits !== undefined).map((run, index) => (
      <g key={index}>
        <Curve kind="limit" d={stepPath(run, 'high')} />
        <Curve kind="limit" d={stepPath(run, 'low')} />
      </g>
    ))}
    {series.map(({ centre }, index) => {
      const own = slots.filter(slot => slot.series === index)
      return (
        centre && (
          <Curve
            key={index}
            kind="centre"
            d={levelPath(own[0]?.start ?? 0, own.at(-1)?.end ?? 0, centre.share)}
          />
        )
      )
    })}
    {unbroken(slots, ({ shown }) => shown !== undefined).map((run, index) => {
      const d = linePath(run)
      return d && <Curve key={index} kind="series" d={d} />
    })}
  </>
)

const NewSeries = ({ at }: { at: number }) => {
  const t = useTexts(messages)
  const isLate = at > 0.7
  return (
    <svg x={percentOf(at)} overflow="visible" aria-hidden="true">
      <Upright kind="break" from="-1.7em" />
      <PlotWords kind="aside" x={isLate ? '-0.5em' : '0.5em'} y="-1em" text-anchor={isLate ? 'end' : 'start'}>
        {t.chart.newSeries}
      </PlotWords>
    </svg>
  )
}

const Point = ({
  slot,
  isDense,
  hasLinesAbove,
}: {
  slot: Slot
  isDense: boolean
  hasLinesAbove: boolean
}) => {
  const { percent } = useShareWords()
  const { shown, point } = slot
  if (!shown) return null
  const y = down(shown.share)
  // Limits are drawn to judge by; an interval beside them would ask the same question in another way.
  const hasInterval = point.limits === undefined
  return (
    <svg x={percentOf(slot.middle)} overflow="visible" aria-hidden="true">
      {hasInterval && (
        <IntervalShape direction="upright" low={shown.low} high={shown.high} isThin={isDense} />
      )}
      {isSignal(slot) && <Ring y={y} />}
      <Mark kind={point.imported ? 'imported' : 'counted'} y={y} isSmall={isDense} />
      {slot.text !== 'never' && (
        <PlotWords
          kind="value"
          room={slot.text}
          y={percentOf(hasInterval ? down(shown.high) : y)}
          dy={hasInterval ? '-0.4em' : hasLinesAbove ? '1.6em' : '-0.9em'}
          text-anchor="middle"
        >
          {percent(shown.share)}
        </PlotWords>
      )}
    </svg>
  )
}
