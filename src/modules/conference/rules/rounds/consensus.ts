import { type Histogram, percentile, ratingCount, ratingsBetween } from './histogram.ts'
import type { Comet } from './rule.ts'
import { isAtLeast, isBelow } from './share.ts'

/** What ratings from 1 to 9 say of an item by a published definition of consensus. */
export type Verdict = 'in' | 'out' | 'none'

/**
 * Consensus as core outcome sets define it: in when at least 70 % rate 7-9 and fewer than 15 % rate 1-3, out the mirror
 * image, of those who rated the item (Williamson et al., The COMET Handbook 1.0, Trials 2017;18(Suppl 3):280).
 */
export function cometVerdict(ratings: Histogram, { comet: { agree, against } }: Comet): Verdict {
  const of = ratingCount(ratings)
  if (of === 0) return 'none'
  const high = { yes: ratingsBetween(ratings, 7, 9), of }
  const low = { yes: ratingsBetween(ratings, 1, 3), of }
  if (isAtLeast(high, agree) && isBelow(low, against)) return 'in'
  if (isAtLeast(low, agree) && isBelow(high, against)) return 'out'
  return 'none'
}

/** Spread of the ratings as RAND/UCLA measures it, in steps of the scale. */
export type Disagreement = {
  /** 30th and 70th percentile. */
  readonly p30: number
  readonly p70: number
  /** Interpercentile range, p70 − p30. */
  readonly ipr: number
  /** Distance of the range's middle from the middle of the scale, 5. */
  readonly asymmetryIndex: number
  /** The range at which the panel would disagree, given that asymmetry: 2.35 + 1.5 × asymmetry index. */
  readonly ipras: number
  readonly disagrees: boolean
}

/**
 * Disagreement by the interpercentile range adjusted for symmetry: the panel disagrees when IPR > IPRAS, and
 * IPRAS = IPRr + AI × CFA with IPRr = 2.35 and CFA = 1.5 (Fitch et al., The RAND/UCLA Appropriateness Method User's
 * Manual, RAND MR-1269, 2001). Undefined without ratings. The percentiles are as in {@link percentile}; the manual
 * leaves their definition to the reader's statistics program.
 */
export function disagreement(ratings: Histogram): Disagreement | undefined {
  const p30 = percentile(ratings, 3, 10)
  const p70 = percentile(ratings, 7, 10)
  if (p30 === undefined || p70 === undefined) return undefined
  // Percentiles are in tenths of a step. With everything in 200ths the published constants are whole numbers too,
  // and a panel exactly on the limit is judged the same on every machine.
  const ipr200 = 20 * (p70 - p30)
  const asymmetry20 = Math.abs(100 - (p30 + p70))
  const ipras200 = 470 + 15 * asymmetry20
  return {
    p30: p30 / 10,
    p70: p70 / 10,
    ipr: (p70 - p30) / 10,
    asymmetryIndex: asymmetry20 / 20,
    ipras: ipras200 / 200,
    disagrees: ipr200 > ipras200,
  }
}

/**
 * RAND/UCLA's classification: median in 7-9 without disagreement is in, median in 1-3 without disagreement is out, all
 * else is uncertain. A median of exactly 3.5 or 6.5 belongs to the higher group, as the manual has it.
 */
export function randVerdict(ratings: Histogram): Verdict {
  const medianTwice = percentile(ratings, 1, 2)
  if (medianTwice === undefined || disagreement(ratings)?.disagrees) return 'none'
  if (medianTwice >= 13) return 'in'
  return medianTwice < 7 ? 'out' : 'none'
}
