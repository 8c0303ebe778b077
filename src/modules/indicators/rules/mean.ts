import type { Interval } from './proportion.ts'
import { studentQuantile } from './student.ts'

/** What is needed of numbers to know their mean: how many, their sum and the sum of their squares. */
export type Sums = { readonly n: number; readonly sum: number; readonly sumOfSquares: number }

/** The mean in the answers' own unit. Throws when n is 0. */
export function meanOf({ n, sum }: Sums): number {
  if (n < 1) throw new RangeError('a mean of nothing does not exist')
  return sum / n
}

/**
 * The 95 % interval of a mean: the mean plus and minus t(0.975; n - 1) × s / √n, where s is the standard deviation of the
 * sample, with n - 1 (Student. The probable error of a mean. Biometrika 1908;6:1-25). It takes answers as independent,
 * and is near enough for scales of a few steps from some ten answers. Throws below two answers: one has no spread.
 */
export function meanInterval(sums: Sums): Interval {
  const { n, sum, sumOfSquares } = sums
  if (n < 2) throw new RangeError('fewer than two answers have no spread')
  const mean = meanOf(sums)
  // Equal answers have no spread; rounding may leave a little less than nothing.
  const variance = Math.max(0, (sumOfSquares - sum * mean) / (n - 1))
  const half = studentQuantile(0.975, n - 1) * Math.sqrt(variance / n)
  return { low: mean - half, high: mean + half }
}
