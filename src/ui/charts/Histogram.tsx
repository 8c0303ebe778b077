import { scaleBand, scaleLinear } from 'd3-scale'
import { formatNumber, formatPercent } from '../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../platform/i18n/language.ts'
import { messages } from '../messages.ts'
import { Table } from '../Table.tsx'
import { type ChartProps, Figure } from './Figure.tsx'

export interface HistogramProps extends ChartProps {
  /** How many gave each rating, from the lowest. Nine counts for ratings 1-9. */
  readonly counts: readonly number[]
  /** The lowest rating; default 1. */
  readonly lowest?: number
  /** Shown as a line; a half is between two ratings. */
  readonly median?: number
  /** Ratings that belong together, such as 7-9 "viktig"; both ends included. */
  readonly bands?: readonly { readonly from: number; readonly to: number; readonly label: string }[]
}

/** Points up at the median, from under the axis. */
const pointer = 'M-7 11 0 0 7 11z'

const percent = (value: number) => `${Math.round(value * 100) / 100}%`

/** How ratings are spread. */
export const Histogram = ({ counts, lowest = 1, median, bands = [], ...chart }: HistogramProps) => {
  const language = useLanguage()
  const t = useTexts(messages)
  const ratings = counts.map((count, index) => ({ rating: lowest + index, count }))
  const all = counts.reduce((sum, count) => sum + count, 0)
  const across = scaleBand(
    ratings.map(one => one.rating),
    [0, 100],
  )
    .paddingInner(0.14)
    .paddingOuter(0.07)
  // A tenth is left above the highest bar for its figure.
  const height = scaleLinear([0, Math.max(1, ...counts)], [0, 84])
  const middle = (rating: number) => {
    const first = across(lowest) ?? 0
    return first + (rating - lowest) * across.step() + across.bandwidth() / 2
  }
  const bandOf = (rating: number) => bands.findIndex(band => rating >= band.from && rating <= band.to)
  return (
    <Figure
      {...chart}
      figures={
        <Table
          caption={chart.title}
          captionHidden
          columns={[
            { key: 'rating', label: t.chart.rating, rowHeader: true, cell: one => String(one.rating) },
            {
              key: 'count',
              label: t.chart.count,
              numeric: true,
              cell: one => formatNumber(language, one.count),
            },
            {
              key: 'share',
              label: t.chart.share,
              numeric: true,
              cell: one => (all === 0 ? '–' : formatPercent(language, one.count / all)),
            },
          ]}
          rows={ratings}
          rowKey={one => one.rating}
          total={{ rating: t.chart.total, count: formatNumber(language, all), share: '' }}
        />
      }
    >
      <svg class="histogram" width="100%" height="224" aria-hidden="true" focusable="false">
        <svg width="100%" height="180" overflow="visible" aria-hidden="true">
          {ratings.map(({ rating, count }) => (
            <g key={rating}>
              <rect
                class={`bar band-${(bandOf(rating) + 1) % 4}`}
                x={percent(across(rating) ?? 0)}
                width={percent(across.bandwidth())}
                y={percent(100 - height(count))}
                height={percent(height(count))}
              />
              <text
                class="histogram-count"
                x={percent(middle(rating))}
                y={percent(100 - height(count))}
                dy="-6"
              >
                {formatNumber(language, count)}
              </text>
            </g>
          ))}
          <line class="axis" x1="0" x2="100%" y1="100%" y2="100%" />
        </svg>
        {median !== undefined && (
          <svg x={percent(middle(median))} y="182" overflow="visible" aria-hidden="true">
            <path class="median" d={pointer} />
          </svg>
        )}
        {ratings.map(({ rating }) => (
          <text key={rating} class="histogram-rating" x={percent(middle(rating))} y="214">
            {rating}
          </text>
        ))}
      </svg>
      {(bands.length > 0 || median !== undefined) && (
        <ul class="legend">
          {bands.map((band, index) => (
            <li key={band.label}>
              <svg class="swatch" aria-hidden="true" width="20" height="20">
                <rect class={`bar band-${(index + 1) % 4}`} width="20" height="20" />
              </svg>
              {band.from}–{band.to} {band.label}
            </li>
          ))}
          {median !== undefined && (
            <li>
              <svg class="swatch" aria-hidden="true" width="20" height="20">
                <path class="median" d={pointer} transform="translate(10 4)" />
              </svg>
              {t.chart.median(formatNumber(language, median, Number.isInteger(median) ? 0 : 1))}
            </li>
          )}
        </ul>
      )}
    </Figure>
  )
}
