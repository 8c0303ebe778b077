/** How many gave each rating: index 0 is rating 1, index 8 is rating 9. Nine whole numbers, none negative. */
export type Histogram = readonly number[]

export const emptyHistogram = (): number[] => [0, 0, 0, 0, 0, 0, 0, 0, 0]

/** How many ratings from `lowest` to `highest`, both included. */
export function ratingsBetween(ratings: Histogram, lowest: number, highest: number): number {
  let count = 0
  for (let rating = lowest; rating <= highest; rating++) count += ratings[rating - 1] ?? 0
  return count
}

export const ratingCount = (ratings: Histogram): number => ratingsBetween(ratings, 1, 9)

export const ratingSum = (ratings: Histogram): number =>
  ratings.reduce((sum, count, index) => sum + count * (index + 1), 0)

/**
 * The percentile at `numerator`/`denominator`, in units of one `denominator`th of a step on the scale: a whole number,
 * so that comparisons are exact. Undefined without ratings.
 *
 * Definition 7 of Hyndman & Fan (The American Statistician 1996;50:361-365): linear interpolation at (n − 1)p, the
 * default of R, NumPy and Excel's PERCENTILE.INC, so that anybody can check a figure in the tool they have.
 */
export function percentile(ratings: Histogram, numerator: number, denominator: number): number | undefined {
  const count = ratingCount(ratings)
  if (count === 0) return undefined
  const position = (count - 1) * numerator
  const whole = Math.floor(position / denominator)
  const part = position % denominator
  const low = ratingAt(ratings, whole)
  const high = part === 0 ? low : ratingAt(ratings, whole + 1)
  return low * denominator + part * (high - low)
}

/** The rating at a place, counted from 0, when all are put in order. */
function ratingAt(ratings: Histogram, place: number): number {
  let passed = 0
  for (const [index, count] of ratings.entries()) {
    passed += count
    if (passed > place) return index + 1
  }
  return 9
}
