import { scaleLinear } from 'd3-scale'
import { useTexts } from '../../platform/i18n/language.ts'
import { messages } from '../messages.ts'
import { Table } from '../Table.tsx'
import { Curve, LineSwatch, Stretched } from './Curve.tsx'
import { type ChartProps, Figure } from './Figure.tsx'
import { Legend, type LegendItem } from './Legend.tsx'
import { Mark } from './Mark.tsx'
import { Plot, plotHeight } from './Plot.tsx'
import { PlotWords } from './PlotWords.tsx'
import { down, hundredths, percentOf } from './position.ts'
import { type Interval, nothing, type Suppressed, useShareWords } from './share-figure.ts'
import { linesOf } from './text-lines.ts'

/** Against the limits for as many answers: `above` and `below` are outside of 95 %, `far-` of 99.8 %. */
export type FunnelPlace = 'within' | 'above' | 'below' | 'far-above' | 'far-below'

export interface FunnelUnit {
  readonly label: string
  readonly figure:
    | Suppressed
    | {
        readonly suppressed?: false
        readonly share: number
        readonly n: number
        readonly place: FunnelPlace
      }
  /** Marked and named in the drawing; the others are quiet dots. */
  readonly isOwn?: boolean
}

/** Between what shares of `n` answers lie by chance: 95 % and 99.8 % of the time. */
export interface FunnelLimit {
  readonly n: number
  readonly inner: Interval
  readonly outer: Interval
}

export interface FunnelPlotProps extends ChartProps {
  /** In an order that is no league: by name. */
  readonly units: readonly FunnelUnit[]
  /** The share of all together. */
  readonly average: number
  /** From few answers to many, close enough to be drawn as a curve. */
  readonly limits: readonly FunnelLimit[]
  /** Heading of the table's first column; default "Vad". */
  readonly what?: string
}

/** Units of different sizes against what chance alone would give: the fewer answers, the wider it is. */
export const FunnelPlot = ({ units, average, limits, what, ...chart }: FunnelPlotProps) => {
  const words = useShareWords()
  const t = useTexts(messages).chart
  const shown = units.flatMap(({ label, figure, isOwn = false }) =>
    figure.suppressed ? [] : [{ label, isOwn, ...figure }],
  )
  const most = Math.max(10, ...shown.map(({ n }) => n), ...limits.map(({ n }) => n))
  const across = scaleLinear([0, most * 1.04], [0, 1])
  const limit = (of: 'inner' | 'outer', side: keyof Interval) =>
    `M${limits.map(one => `${hundredths(across(one.n))} ${hundredths(down(one[of][side]))}`).join('L')}`
  return (
    <Figure
      {...chart}
      legend={<FunnelLegend units={units} average={average} hasLimits={limits.length > 1} />}
      figures={
        <Table
          caption={chart.title}
          captionHidden
          columns={[
            { key: 'label', label: what ?? t.what, rowHeader: true, cell: unit => unit.label },
            { key: 'share', label: t.share, numeric: true, cell: ({ figure }) => words.share(figure) },
            {
              key: 'n',
              label: t.n,
              numeric: true,
              cell: ({ figure }) => (figure.suppressed ? nothing : words.count(figure.n)),
            },
            {
              key: 'place',
              label: t.againstAll,
              cell: ({ figure }) => (figure.suppressed ? nothing : t.place[figure.place]),
            },
          ]}
          rows={units}
          rowKey={({ label }) => label}
        />
      }
    >
      <Plot
        rows={[
          {
            heading: t.n,
            texts: across
              .ticks(5)
              .slice(1)
              .map(n => ({ at: across(n), text: words.count(n) })),
          },
        ]}
      >
        <Stretched>
          {limits.length > 1 &&
            (['low', 'high'] as const).map(side => (
              <g key={side}>
                <Curve kind="limit" d={limit('inner', side)} />
                <Curve kind="outer-limit" d={limit('outer', side)} />
              </g>
            ))}
          <Curve kind="series" d={`M0 ${hundredths(down(average))}H100`} />
        </Stretched>
        {shown.map(({ label, isOwn, share, n }) =>
          isOwn ? null : <Mark key={label} kind="other" x={across(n)} y={down(share)} />,
        )}
        {shown.map(({ label, isOwn, share, n }) =>
          isOwn ? <OwnPoint key={label} label={label} share={share} average={average} x={across(n)} /> : null,
        )}
      </Plot>
    </Figure>
  )
}

/** A name stands on the side away from the others, or where there is room, and turns towards the middle. */
const OwnPoint = ({
  label,
  share,
  average,
  x,
}: {
  label: string
  share: number
  average: number
  x: number
}) => {
  const { percent } = useShareWords()
  const lines = [...linesOf(label, 20), percent(share)]
  const height = lines.length * lineHeight
  const isAbove = share > average ? fits(1 - share, height - headroom) : !fits(share, height)
  const anchor = x < 0.3 ? 'start' : x > 0.7 ? 'end' : 'middle'
  return (
    <svg x={percentOf(x)} y={percentOf(down(share))} overflow="visible" aria-hidden="true">
      <Mark kind="own" />
      {lines.map((line, index) => (
        <PlotWords
          key={line}
          kind="value"
          x={anchor === 'start' ? '-0.5em' : anchor === 'end' ? '0.5em' : '0'}
          y={`${isAbove ? (index - lines.length) * lineHeight + 0.2 : 1.7 + index * lineHeight}em`}
          text-anchor={anchor}
        >
          {line}
        </PlotWords>
      ))}
    </svg>
  )
}

/** In em, as the plot. */
const lineHeight = 1.2
const headroom = 1.8
const fits = (share: number, height: number) => share * plotHeight >= height + 0.5

const FunnelLegend = ({
  units,
  average,
  hasLimits,
}: Pick<FunnelPlotProps, 'units' | 'average'> & { hasLimits: boolean }) => {
  const words = useShareWords()
  const t = useTexts(messages).chart
  const hidden = units.filter(({ figure }) => figure.suppressed)
  const others = hidden.filter(({ isOwn }) => !isOwn).length
  const items: (LegendItem | false)[] = [
    units.some(({ isOwn }) => !isOwn) && { swatch: <Mark kind="other" />, text: t.others },
    { swatch: <LineSwatch kind="series" />, text: t.all(words.percent(average)) },
    hasLimits && { swatch: <LineSwatch kind="limit" />, text: t.innerLimit },
    hasLimits && { swatch: <LineSwatch kind="outer-limit" />, text: t.outerLimit },
    ...hidden.filter(({ isOwn }) => isOwn).map(({ label }) => ({ text: `${label}: ${t.tooFew}` })),
    others > 0 && { text: t.hidden(words.count(others)) },
  ]
  return <Legend items={items.filter(item => item !== false)} />
}
