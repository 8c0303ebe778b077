import { upperTail } from './normal.ts'

/** So many of so many: whole numbers, 0 ≤ `favourable` ≤ `n`. */
export type Proportion = { readonly favourable: number; readonly n: number }

/** Where a true value lies with 95 % confidence. `low` ≤ `high`. */
export type Interval = { readonly low: number; readonly high: number }

/** A difference of two shares, from -1 to 1, and where it lies with 95 % confidence. */
export type Difference = Interval & { readonly difference: number }

/** The 97.5 % quantile of the normal distribution: 95 % lie within so many standard deviations on both sides. */
const z95 = 1.959963984540054

/** From 0 to 1. Throws for a share of nobody, which does not exist. */
export function shareOf({ favourable, n }: Proportion): number {
  if (n < 1) throw new RangeError('a share of nobody does not exist')
  return favourable / n
}

/**
 * The 95 % interval of a share, by Wilson's score method without continuity correction. It holds for small groups and
 * for shares of 0 and 1, where the textbook interval has no width. Throws when n is 0.
 *
 * Wilson EB. Probable inference, the law of succession, and statistical inference. J Am Stat Assoc 1927;22:209-212.
 * Method 3 of Newcombe RG. Stat Med 1998;17:857-872.
 */
export function wilson({ favourable, n }: Proportion): Interval {
  if (n < 1) throw new RangeError('a share of nobody has no interval')
  const z = z95
  const centre = (favourable + (z * z) / 2) / (n + z * z)
  const half = (z * Math.sqrt((z * z) / 4 + (favourable * (n - favourable)) / n)) / (n + z * z)
  return {
    // Exact, where rounding would leave 1e-17 or 0.9999…
    low: favourable === 0 ? 0 : centre - half,
    high: favourable === n ? 1 : centre + half,
  }
}

/**
 * How much larger the first share is than the second, with a 95 % interval made of the two Wilson intervals. For groups
 * that are independent of each other: two waves, or an association and the others without it. Throws when an n is 0.
 *
 * Method 10 of Newcombe RG. Interval estimation for the difference between independent proportions: comparison of eleven
 * methods. Stat Med 1998;17:873-890.
 */
export function newcombe(first: Proportion, second: Proportion): Difference {
  const [a, b] = [shareOf(first), shareOf(second)]
  const [ofA, ofB] = [wilson(first), wilson(second)]
  return {
    difference: a - b,
    low: a - b - Math.hypot(a - ofA.low, ofB.high - b),
    high: a - b + Math.hypot(ofA.high - a, b - ofB.low),
  }
}

/**
 * The two-sided p value of the hypothesis that both shares are equal: the score test with the pooled share and no
 * continuity correction, the same as Pearson's chi-squared test of the two-by-two table (Pearson K. Philos Mag
 * 1900;50:157-175). When nobody or everybody is favourable nothing speaks against equality: 1. Throws when an n is 0.
 */
export function pOfEquality(first: Proportion, second: Proportion): number {
  const difference = shareOf(first) - shareOf(second)
  const pooled = (first.favourable + second.favourable) / (first.n + second.n)
  const variance = pooled * (1 - pooled) * (1 / first.n + 1 / second.n)
  return variance === 0 ? 1 : 2 * upperTail(Math.abs(difference) / Math.sqrt(variance))
}
