import { earlierRounds, type VotingRule } from './rule.ts'

/**
 * Which stage of the conference each round belongs to, from 1. A round that votes on what earlier rounds decided comes
 * a stage after them; rounds that do not wait for each other share a stage, and the same groups: in 2014
 * home groups met before rounds 1 and 3, cross-groups before 2 and 4.
 */
export function stages(rules: readonly VotingRule[]): ReadonlyMap<number, number> {
  const stage = new Map<number, number>()
  for (const rule of rules.toSorted((a, b) => a.round - b.round)) {
    const before = earlierRounds(rule.items).map(round => stage.get(round) ?? 0)
    stage.set(rule.round, 1 + Math.max(0, ...before))
  }
  return stage
}
