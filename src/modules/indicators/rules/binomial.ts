/** One step of the cumulative binomial distribution: P(R < `count`) < probability ≤ P(R ≤ `count`). */
export type BinomialQuantile = {
  readonly count: number
  /** P(R < count) */
  readonly below: number
  /** P(R ≤ count) */
  readonly upTo: number
}

/**
 * The smallest count that at least the share `probability` of a binomial distribution lies at or below.
 * @param n how many are asked, from 1
 * @param share the chance of each, from 0 to 1
 * @param probability between 0 and 1
 *
 * Counts are weighed against the most probable one, outwards in both directions until nothing is added, and divided by
 * the sum of all weights: no factorials, no differences of near numbers. Error below 1e-12 up to n = 100,000.
 */
export function binomialQuantile(n: number, share: number, probability: number): BinomialQuantile {
  const { lowest, weights } = weigh(n, share)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  let below = 0
  for (const [place, weight] of weights.entries()) {
    const upTo = below + weight / all
    if (upTo >= probability || place === weights.length - 1)
      return { count: lowest + place, below, upTo: Math.min(upTo, 1) }
    below = upTo
  }
  throw new RangeError('a binomial distribution of nobody')
}

/** The counts that have any weight to speak of; the most probable one weighs 1. */
function weigh(n: number, share: number): { lowest: number; weights: readonly number[] } {
  const most = Math.min(n, Math.floor((n + 1) * share))
  const odds = share / (1 - share)
  const lower: number[] = []
  for (let count = most, weight = 1; count > 0; count--) {
    weight *= count / (n - count + 1) / odds
    if (weight < negligible) break
    lower.push(weight)
  }
  const higher: number[] = []
  for (let count = most, weight = 1; count < n; count++) {
    weight *= ((n - count) / (count + 1)) * odds
    if (weight < negligible) break
    higher.push(weight)
  }
  return { lowest: most - lower.length, weights: [...lower.toReversed(), 1, ...higher] }
}

const negligible = 1e-25
