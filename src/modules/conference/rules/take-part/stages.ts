import { earlierRounds, type VotingRule } from '../rounds/rule.ts'

type Ordered = Pick<VotingRule, 'round' | 'items'>

/**
 * Which stage of the conference each round belongs to, from 1. A round that votes on what earlier rounds decided comes
 * a stage after them; rounds that do not wait for each other share a stage, and the same groups: in 2014
 * home groups met before rounds 1 and 3, cross-groups before 2 and 4.
 */
export function stages(rules: readonly Ordered[]): ReadonlyMap<number, number> {
  const stage = new Map<number, number>()
  for (const rule of [...rules].sort((a, b) => a.round - b.round)) {
    const before = earlierRounds(rule.items).map(round => stage.get(round) ?? 0)
    stage.set(rule.round, 1 + Math.max(0, ...before))
  }
  return stage
}

/**
 * The number of the sitting in which groups talk before a round; it may not have been made. With a sitting for every
 * round each has its own, else each stage has one. Undefined where there is no such round.
 * @param sittings how many there are
 */
export function sittingBefore(
  rules: readonly Ordered[],
  round: number,
  sittings: number,
): number | undefined {
  if (sittings < rules.length) return stages(rules).get(round)
  const place = rules
    .map(rule => rule.round)
    .sort((a, b) => a - b)
    .indexOf(round)
  return place < 0 ? undefined : place + 1
}

/**
 * The sitting that goes on: the one that belongs to the first round whose result is not shown. While there are no
 * rounds it is the first sitting, after the last round the last.
 * @param sittings how many there are in all
 * @returns null where there are none
 */
export function currentSitting(
  rounds: readonly (Ordered & { readonly isPublished: boolean })[],
  sittings: number,
): number | null {
  if (sittings === 0) return null
  if (rounds.length === 0) return 1
  const coming = [...rounds].sort((a, b) => a.round - b.round).find(round => !round.isPublished)
  const wanted = coming ? (sittingBefore(rounds, coming.round, sittings) ?? 1) : sittings
  return Math.min(wanted, sittings)
}

/**
 * Where somebody sits now who need not sit in every sitting: in the current one, else in the last before it, else in
 * the first that comes.
 * @param seats in the order of the sittings
 */
export const seatNow = <Seat extends { readonly sitting: number }>(
  seats: readonly Seat[],
  current: number | null,
): Seat | undefined => seats.filter(seat => seat.sitting <= (current ?? 1)).pop() ?? seats[0]
