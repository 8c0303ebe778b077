import { scaleLinear } from 'd3-scale'
import { useId } from 'preact/hooks'
import { formatNumber, formatPercent } from '../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../platform/i18n/language.ts'
import { classes } from '../class-names.ts'
import { messages } from '../messages.ts'
import { type Column, Table } from '../Table.tsx'
import { type ChartProps, Figure } from './Figure.tsx'
import { type SeriesName, SeriesPattern, seriesClass, seriesCount } from './SeriesPattern.tsx'

export interface Bar {
  readonly label: string
  /** `null`: not shown, because so few answered that it would tell who. */
  readonly count: number | null
  /** How many could have been counted. 0: nobody answered. */
  readonly of: number
  /** Key of the group that it belongs to. Bars in a row with the same label are drawn together. */
  readonly group?: string
}

export interface BarChartProps extends ChartProps {
  readonly bars: readonly Bar[]
  readonly groups?: readonly SeriesName[]
  /** A line at a share 0-1 that decides something, with what it decides. */
  readonly limit?: { readonly share: number; readonly label: string }
  /** Heading of the table's first column; default "Vad". */
  readonly what?: string
}

const asPercent = scaleLinear([0, 1], [0, 100]).clamp(true)
/** Attribute text: whole figures stay short. */
const percentOf = (share: number) => `${Math.round(asPercent(share) * 100) / 100}%`

const LimitLine = ({ share }: { share: number }) => {
  const x = percentOf(share)
  return (
    <>
      <line class="limit-edge" x1={x} x2={x} y1="-4" y2="100%" />
      <line class="limit" x1={x} x2={x} y1="-4" y2="100%" />
    </>
  )
}

const Legend = ({ children }: { children: string }) => (
  <p class="legend">
    <svg class="swatch" width="20" height="20" aria-hidden="true">
      <line class="limit" x1="10" x2="10" y1="0" y2="20" />
    </svg>
    {children}
  </p>
)

const shareOf = (bar: Bar) => (bar.count === null || bar.of === 0 ? undefined : bar.count / bar.of)

function useWords() {
  const language = useLanguage()
  const t = useTexts(messages)
  const number = (value: number) => formatNumber(language, value)
  return {
    percent: (bar: Bar) => {
      const share = shareOf(bar)
      return share === undefined ? '–' : formatPercent(language, share)
    },
    kOfN: (bar: Bar) => {
      if (bar.of === 0) return t.chart.nobody
      if (bar.count === null) return t.chart.tooFew
      return t.chart.kOfN(number(bar.count), number(bar.of))
    },
  }
}

/** Bars in a row with the same label, each of a group, are drawn together. */
function clustersOf(bars: readonly Bar[]): { label: string; bars: Bar[] }[] {
  const clusters: { label: string; bars: Bar[] }[] = []
  for (const bar of bars) {
    const last = clusters.at(-1)
    if (last && last.label === bar.label && bar.group !== undefined) last.bars.push(bar)
    else clusters.push({ label: bar.label, bars: [bar] })
  }
  return clusters
}

const BarRow = ({
  bar,
  series,
  group,
  patternId,
  limit,
}: {
  bar: Bar
  series: number
  group: string | undefined
  patternId: string
  limit: number | undefined
}) => {
  const words = useWords()
  const share = shareOf(bar)
  return (
    <div class={`bar-row ${seriesClass(series)}`}>
      <svg class="bar-track" width="100%" height="100%" aria-hidden="true" focusable="false">
        <rect class="track" width="100%" height="100%" />
        {share !== undefined && <rect class="bar" width={percentOf(share)} height="100%" />}
        {share !== undefined && series % seriesCount > 0 && (
          <rect width={percentOf(share)} height="100%" fill={`url(#${patternId})`} />
        )}
        {limit !== undefined && <LimitLine share={limit} />}
      </svg>
      <div class="bar-value">
        {group && <span class="bar-group">{group}</span>} {share !== undefined && <b>{words.percent(bar)}</b>}{' '}
        <span>{words.kOfN(bar)}</span>
      </div>
    </div>
  )
}

const BarTable = ({
  title,
  what,
  bars,
  groups = [],
}: Pick<BarChartProps, 'title' | 'what' | 'bars' | 'groups'>) => {
  const language = useLanguage()
  const t = useTexts(messages)
  const words = useWords()
  const columns: Column<Bar>[] = [
    { key: 'label', label: what ?? t.chart.what, rowHeader: true, cell: bar => bar.label },
    {
      key: 'group',
      label: t.chart.group,
      cell: bar => groups.find(group => group.key === bar.group)?.label,
    },
    {
      key: 'count',
      label: t.chart.count,
      numeric: true,
      cell: bar => (bar.count === null ? t.chart.tooFew : formatNumber(language, bar.count)),
    },
    { key: 'of', label: t.chart.of, numeric: true, cell: bar => formatNumber(language, bar.of) },
    { key: 'share', label: t.chart.share, numeric: true, cell: words.percent },
  ]
  return (
    <Table
      caption={title}
      captionHidden
      columns={columns.filter(column => column.key !== 'group' || groups.length > 0)}
      rows={bars}
      rowKey={bar => `${bar.label} ${bar.group}`}
    />
  )
}

/** Shares as horizontal bars, with k of n beside every percentage. */
export const BarChart = ({ bars, groups = [], limit, what, ...chart }: BarChartProps) => {
  const language = useLanguage()
  const id = useId()
  const seriesOf = (bar: Bar) => {
    const index = groups.findIndex(group => group.key === bar.group)
    return Math.max(0, index)
  }
  return (
    <Figure
      {...chart}
      legend={limit && <Legend>{`${limit.label}: ${formatPercent(language, limit.share)}`}</Legend>}
      figures={<BarTable title={chart.title} what={what} bars={bars} groups={groups} />}
    >
      <svg class="definitions" width="0" height="0" aria-hidden="true" focusable="false">
        <defs>
          {groups.map((group, index) => (
            <SeriesPattern key={group.key} id={`${id}-${index}`} index={index} />
          ))}
        </defs>
      </svg>
      <div class={classes('bars', groups.length > 0 && 'bars-grouped')}>
        {clustersOf(bars).map((cluster, row) => (
          <div key={row} class="bar-cluster">
            <div class="bar-label">{cluster.label}</div>
            {cluster.bars.map((bar, place) => (
              <BarRow
                key={place}
                bar={bar}
                series={seriesOf(bar)}
                group={groups[seriesOf(bar)]?.label}
                patternId={`${id}-${seriesOf(bar)}`}
                limit={limit?.share}
              />
            ))}
          </div>
        ))}
      </div>
    </Figure>
  )
}
