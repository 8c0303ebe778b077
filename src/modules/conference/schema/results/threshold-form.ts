import type { Entered } from '../../../../platform/http/form.ts'
import type { VotingRule } from '../../rules/rounds/rule.ts'
import { enteredFrom, type RoundForm, readRoundForm } from '../rounds/form.ts'

/** What was voted on and how stays as it was, whatever a form says. */
const fixed = ['items', 'kind', 'keptFrom', 'acceptedIn', 'list', 'ballot', 'choose', 'protocol']

/**
 * Reads other thresholds for a round that has been voted on: accept, drop, and what a share is a share of.
 * @param others the conference's other rules
 */
export function readThresholds(
  body: unknown,
  rule: VotingRule,
  kinds: readonly string[],
  others: readonly VotingRule[],
): RoundForm {
  const locked = enteredFrom(rule)
  const isFixed = ([name]: [string, unknown]) => fixed.includes(name)
  const asked = Object.entries(locked).filter(isFixed)
  const thresholds = Object.entries((body ?? {}) as Entered).filter(field => !isFixed(field))
  return readRoundForm(Object.fromEntries([...thresholds, ...asked]), rule.round, kinds, others)
}
