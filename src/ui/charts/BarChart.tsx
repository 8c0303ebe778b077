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

/** Shares as horizontal bars, with k of n beside every percentage. */
export const BarChart = ({ bars, groups = [], limit, what, ...chart }: BarChartProps) => {
  const language = useLanguage()
  const t = useTexts(messages)
  const id = useId()
  const indexOf = (bar: Bar) =>
    Math.max(
      0,
      groups.findIndex(group => group.key === bar.group),
    )
  const shareOf = (bar: Bar) => (bar.count === null || bar.of === 0 ? undefined : bar.count / bar.of)
  const percent = (bar: Bar) => {
    const share = shareOf(bar)
    return share === undefined ? '–' : formatPercent(language, share)
  }
  const inWords = (bar: Bar) => {
    if (bar.of === 0) return t.chart.nobody
    if (bar.count === null) return t.chart.tooFew
    return t.chart.kOfN(formatNumber(language, bar.count), formatNumber(language, bar.of))
  }
  const clusters = bars.reduce<{ label: string; bars: Bar[] }[]>((so, bar) => {
    const last = so.at(-1)
    if (last && last.label === bar.label && bar.group !== undefined) last.bars.push(bar)
    else so.push({ label: bar.label, bars: [bar] })
    return so
  }, [])
  const columns: Column<Bar>[] = [
    { key: 'label', label: what ?? t.chart.what, rowHeader: true, cell: bar => bar.label },
    ...(groups.length > 0
      ? [{ key: 'group', label: t.chart.group, cell: (bar: Bar) => groups[indexOf(bar)]?.label }]
      : []),
    {
      key: 'count',
      label: t.chart.count,
      numeric: true,
      cell: bar => (bar.count === null ? t.chart.tooFew : formatNumber(language, bar.count)),
    },
    { key: 'of', label: t.chart.of, numeric: true, cell: bar => formatNumber(language, bar.of) },
    { key: 'share', label: t.chart.share, numeric: true, cell: percent },
  ]
  return (
    <Figure
      {...chart}
      legend={limit && <Legend>{`${limit.label}: ${formatPercent(language, limit.share)}`}</Legend>}
      figures={
        <Table
          caption={chart.title}
          captionHidden
          columns={columns}
          rows={bars}
          rowKey={bar => `${bar.label} ${bar.group}`}
        />
      }
    >
      <svg class="definitions" width="0" height="0" aria-hidden="true" focusable="false">
        <defs>
          {groups.map((group, index) => (
            <SeriesPattern key={group.key} id={`${id}-${index}`} index={index} />
          ))}
        </defs>
      </svg>
      <div class={classes('bars', groups.length > 0 && 'bars-grouped')}>
        {clusters.map((cluster, row) => (
          <div key={row} class="bar-cluster">
            <div class="bar-label">{cluster.label}</div>
            {cluster.bars.map((bar, place) => {
              const share = shareOf(bar)
              const index = indexOf(bar)
              return (
                <div key={place} class={`bar-row ${seriesClass(index)}`}>
                  <svg class="bar-track" width="100%" height="100%" aria-hidden="true" focusable="false">
                    <rect class="track" width="100%" height="100%" />
                    {share !== undefined && (
                      <>
                        <rect class="bar" width={percentOf(share)} height="100%" />
                        {index % seriesCount > 0 && (
                          <rect width={percentOf(share)} height="100%" fill={`url(#${id}-${index})`} />
                        )}
                      </>
                    )}
                    {limit && <LimitLine share={limit.share} />}
                  </svg>
                  <div class="bar-value">
                    {share !== undefined && <b>{percent(bar)}</b>} <span>{inWords(bar)}</span>{' '}
                    {groups.length > 0 && <span class="bar-group">{groups[index]?.label}</span>}
                  </div>
                </div>
              )
            })}
          </div>
        ))}
      </div>
    </Figure>
  )
}
