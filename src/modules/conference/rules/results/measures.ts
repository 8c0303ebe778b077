import { type Disagreement, disagreement } from '../rounds/consensus.ts'
import { type Histogram, percentile, ratingCount, ratingSum, ratingsBetween } from '../rounds/histogram.ts'
import type { Share } from '../rounds/share.ts'
import type { Votes } from '../rounds/votes.ts'

/**
 * How much the panel agrees on an item, always as k of n. No confidence interval is given: the experts are the whole
 * panel that was asked, not a sample of a larger one.
 */
export type Agreement = Share & {
  /** The side that the share is of; for ratings the third of the scale that holds the median. */
  readonly side: 'yes' | 'no' | 'rated 1-3' | 'rated 4-6' | 'rated 7-9'
}

/**
 * Of those who took a stand, how many stand on the same side. Undefined when nobody took one.
 * An even split is counted as yes; it is 50 % either way. A median between two thirds belongs to the higher, as in
 * RAND/UCLA.
 */
export function agreement({ yes, no, ratings }: Votes): Agreement | undefined {
  if (!ratings) {
    if (yes + no === 0) return undefined
    return { side: yes >= no ? 'yes' : 'no', yes: Math.max(yes, no), of: yes + no }
  }
  const medianTwice = percentile(ratings, 1, 2)
  if (medianTwice === undefined) return undefined
  const of = ratingCount(ratings)
  if (medianTwice < 7) return { side: 'rated 1-3', yes: ratingsBetween(ratings, 1, 3), of }
  if (medianTwice < 13) return { side: 'rated 4-6', yes: ratingsBetween(ratings, 4, 6), of }
  return { side: 'rated 7-9', yes: ratingsBetween(ratings, 7, 9), of }
}

/** Where an item's ratings lie and how they spread, in steps of the scale from 1 to 9. */
export type RatingSummary = {
  /** How many rated the item; who abstained is not in it. */
  readonly rated: number
  readonly median: number
  readonly mean: number
  /** Quartiles by the same definition as all percentiles here: see `percentile` in rounds/histogram.ts. */
  readonly lowerQuartile: number
  readonly upperQuartile: number
  readonly interquartileRange: number
  /** Mean absolute deviation from the median, the measure of spread that RAND/UCLA reports give beside it. */
  readonly meanDeviation: number
  readonly lowest: number
  readonly highest: number
  readonly disagreement: Disagreement
}

/** Undefined when nobody rated the item. */
export function ratingSummary(ratings: Histogram): RatingSummary | undefined {
  const rated = ratingCount(ratings)
  const medianTwice = percentile(ratings, 1, 2)
  const lowerFourths = percentile(ratings, 1, 4)
  const upperFourths = percentile(ratings, 3, 4)
  const spread = disagreement(ratings)
  if (medianTwice === undefined || lowerFourths === undefined || upperFourths === undefined || !spread)
    return undefined
  const median = medianTwice / 2
  const deviation = ratings.reduce((sum, count, index) => sum + count * Math.abs(index + 1 - median), 0)
  return {
    rated,
    median,
    mean: ratingSum(ratings) / rated,
    lowerQuartile: lowerFourths / 4,
    upperQuartile: upperFourths / 4,
    interquartileRange: (upperFourths - lowerFourths) / 4,
    meanDeviation: deviation / rated,
    lowest: ratings.findIndex(count => count > 0) + 1,
    highest: ratings.findLastIndex(count => count > 0) + 1,
    disagreement: spread,
  }
}
