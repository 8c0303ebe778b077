import { binomialQuantile } from './binomial.ts'
import type { Interval, Proportion } from './proportion.ts'

/** Between what a share lies by chance alone, for a group of a certain size: 95 % and 99.8 % of the time. */
export type FunnelLimits = { readonly inner: Interval; readonly outer: Interval }

/** Where a share stands in the funnel. `above` and `below` are outside of 95 %, `far-` of 99.8 %. */
export type FunnelPlace = 'within' | 'above' | 'below' | 'far-above' | 'far-below'

/**
 * The control limits of a funnel plot at a size: what differs less from the target than these may be chance.
 *
 * Spiegelhalter DJ. Funnel plots for comparing institutional performance. Stat Med 2005;24:1185-1202. Binomial limits
 * with the interpolation of its appendix: r is the smallest count with P(R ≤ r) ≥ p, and the limit (r - a) / n with
 * a = (P(R ≤ r) - p) / P(R = r). That is the lower limit here; the upper one is the same for those who are not
 * favourable, counted from the other end, which lies 1/n outside the appendix's. The appendix's own would put 10 of 10
 * far above a target of 0.8, though it happens to one group in nine. So an outsider is outside with less than the
 * nominal chance on both sides, as Manktelow BN and Seaton SE recommend (PLoS ONE 2012;7:e45723), and which answers are
 * called favourable does not matter.
 * @param target the share to compare with, from 0 to 1: of all that are compared together
 * @param n the size of the group, from 1
 */
export function funnelLimits(target: number, n: number): FunnelLimits {
  return { inner: limits(target, n, 0.025), outer: limits(target, n, 0.001) }
}

/** `outside` is the chance to fall below the lower limit, and as much above the upper. */
const limits = (target: number, n: number, outside: number): Interval => ({
  low: lowerLimit(target, n, outside),
  high: 1 - lowerLimit(1 - target, n, outside),
})

function lowerLimit(target: number, n: number, outside: number): number {
  const { count, below, upTo } = binomialQuantile(n, target, outside)
  const back = (upTo - outside) / (upTo - below)
  // Where not even nobody is improbable there is no limit but 0 itself.
  return Math.max(0, (count - back) / n)
}

/** Where a group stands, by the limits for its own size. */
export function placeInFunnel(target: number, { favourable, n }: Proportion): FunnelPlace {
  const { inner, outer } = funnelLimits(target, n)
  const share = favourable / n
  if (share > outer.high) return 'far-above'
  if (share < outer.low) return 'far-below'
  if (share > inner.high) return 'above'
  if (share < inner.low) return 'below'
  return 'within'
}
