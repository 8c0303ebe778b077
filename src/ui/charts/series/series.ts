import type { Interval, ShareFigure } from '../share-figure.ts'

/** One measurement of a series. */
export interface SeriesPoint {
  /** When: "okt 2020". Short, since it stands under the axis; its last word gets a line of its own. */
  readonly label: string
  readonly figure: ShareFigure | 'not-measured'
  /** Taken over as a result, not counted from answers here. */
  readonly imported?: boolean
  /** Limits of a p-chart for so many answers. A share outside of them is marked as a signal. */
  readonly limits?: Interval | undefined
}

/** A pattern that chance rarely makes. Places are counted among the points that have a figure, from 0. */
export interface SeriesSignal {
  readonly kind: 'shift' | 'trend'
  readonly direction: 'up' | 'down'
  readonly from: number
  readonly to: number
}

/** Measurements that can be compared with each other, in the order of time. */
export interface Series {
  /** Why the figures before cannot be compared with these: "frågan fick en ny formulering". Not for the first series. */
  readonly begins?: string
  readonly points: readonly SeriesPoint[]
  /** The line to see the points against: the median of a run chart, the mean of a p-chart. */
  readonly centre?: { readonly kind: 'median' | 'mean'; readonly share: number } | undefined
  readonly signals?: readonly SeriesSignal[] | undefined
}
