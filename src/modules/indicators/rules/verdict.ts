import type { Difference } from './proportion.ts'

/** What may be said of a difference. Only what is certain is called higher or lower. */
export type Verdict = 'higher' | 'lower' | 'no-certain-difference'

/** The verdict, and whether it is good news. */
export type Judgement = {
  readonly verdict: Verdict
  readonly news: 'better' | 'worse' | 'none'
}

/**
 * A change or difference in words. It is certain when its 95 % interval lies on one side of zero and it still stands
 * when everything that is shown together is tested together (see {@link falseDiscoveries}). The two are computed in
 * different ways and may disagree at the edge: then nothing is claimed.
 * @param good the direction that is good: for shares of favourable answers `higher`
 */
export function judge(
  { low, high }: Difference,
  stands: boolean,
  good: 'higher' | 'lower' = 'higher',
): Judgement {
  if (!stands || (low <= 0 && high >= 0)) return { verdict: 'no-certain-difference', news: 'none' }
  const verdict = low > 0 ? 'higher' : 'lower'
  return { verdict, news: verdict === good ? 'better' : 'worse' }
}
