import { decide, type Outcome } from '../rounds/outcome.ts'
import type { Item, ItemNumber, VotingRule } from '../rounds/rule.ts'
import type { Count } from '../rounds/votes.ts'

/** What of a rule can be asked about afterwards. The items and the ballot are what people voted on, and stay. */
export type OtherThresholds = Partial<Pick<VotingRule, 'accept' | 'drop' | 'shareOf'>>

/** An outcome that was not decided, and how it differs from the one that was. Pages must say that it is hypothetical. */
export type WhatIf = {
  readonly hypothetical: true
  readonly outcome: Outcome
  /** Accepted here but not in the real outcome, and the other way round; ascending. */
  readonly gained: readonly ItemNumber[]
  readonly lost: readonly ItemNumber[]
}

/**
 * The same votes under another rule. Only for a closed round: asked earlier, it would let somebody look for the rule
 * that gives the wanted result. Ties are left standing, for nobody decided on ties that did not happen.
 */
export function whatIf(
  rule: VotingRule,
  items: readonly Item[],
  counted: Count,
  real: Pick<Outcome, 'accepted'>,
  other: OtherThresholds,
): WhatIf {
  const outcome = decide({ ...rule, ...other }, items, counted)
  const [was, would] = [new Set(real.accepted), new Set(outcome.accepted)]
  return {
    hypothetical: true,
    outcome,
    gained: outcome.accepted.filter(item => !was.has(item)),
    lost: real.accepted.filter(item => !would.has(item)),
  }
}
