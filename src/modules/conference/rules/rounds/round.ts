import { ok, type Result, refuse } from '../../../../platform/result.ts'
import { type Outcome, type Resolution, standingTies, type Tie } from './outcome.ts'
import type { ItemNumber, VotingRule } from './rule.ts'
import { canonicalJson, ruleHash } from './rule-hash.ts'
import type { Count } from './votes.ts'

/**
 * A voting round: planned → open → closed → published, and never back. The rule is locked when the round opens; the
 * electorate is fixed when it closes. Nothing here knows who voted or what; `Turnout` is two numbers.
 */
export type Round = PlannedRound | OpenRound | ClosedRound | PublishedRound
export type RoundState = Round['state']

export type PlannedRound = { readonly state: 'planned'; readonly rule: VotingRule }
export type OpenRound = Locked & { readonly state: 'open' }
export type ClosedRound = Locked & Counted & { readonly state: 'closed' }
export type PublishedRound = Locked & Counted & { readonly state: 'published'; readonly publishedAt: Date }

type Locked = { readonly rule: VotingRule; readonly ruleHash: string; readonly openedAt: Date }

type Counted = {
  readonly closedAt: Date
  readonly turnout: Turnout
  readonly deviations: readonly Deviation[]
  readonly settlements: readonly Settlement[]
}

/** Experts entitled to vote and ballots handed in, at the moment when the round or run-off closed. */
export type Turnout = { readonly entitled: number; readonly voted: number }

/** The rule was not followed as it was locked. Why is published beside the result (ACCORD: deviations). */
export type Deviation = {
  readonly rule: VotingRule
  readonly ruleHash: string
  readonly reason: string
  readonly at: Date
}

/** What was chosen for a tie, kept for the record whatever happens later. */
export type Settlement = Tie & { readonly at: Date } & (
    | { readonly decision: 'all' | 'none' }
    | { readonly decision: 'run-off'; readonly closed?: { readonly at: Date; readonly turnout: Turnout } }
  )

export type RoundRefusal =
  | 'round-not-planned'
  | 'round-not-open'
  | 'round-not-closed'
  | 'rule-locked'
  | 'other-round'
  | 'rule-changed-since-shown'
  | 'rule-changed-after-opening'
  | 'more-votes-than-entitled'
  | 'reason-missing'
  | 'other-items-or-ballot'
  | 'same-rule'
  | 'ties-already-settled'
  | 'tie-at-cut'
  | 'no-such-tie'
  | 'run-off-open'
  | 'run-off-not-open'

export const plan = (rule: VotingRule): PlannedRound => ({ state: 'planned', rule })

/** Until the round opens its rule may be changed freely; after that it is locked. */
export function changeRule(round: Round, rule: VotingRule): Result<PlannedRound, RoundRefusal> {
  if (round.state !== 'planned') return refuse('rule-locked')
  if (rule.round !== round.rule.round) return refuse('other-round')
  return ok({ ...round, rule })
}

/**
 * Opens the round and locks its rule. `shownHash` is the hash of the rule that the facilitator and the experts have
 * before their eyes; if somebody changed the rule meanwhile, the round does not open.
 */
export function open(round: Round, at: Date, shownHash: string): Result<OpenRound, RoundRefusal> {
  if (round.state !== 'planned') return refuse('round-not-planned')
  const hash = ruleHash(round.rule)
  if (hash !== shownHash) return refuse('rule-changed-since-shown')
  return ok({ state: 'open', rule: round.rule, ruleHash: hash, openedAt: at })
}

/** Closing fixes the electorate: `turnout` counts experts at that moment. */
export function close(round: Round, at: Date, turnout: Turnout): Result<ClosedRound, RoundRefusal> {
  if (round.state !== 'open') return refuse('round-not-open')
  if (ruleHash(round.rule) !== round.ruleHash) return refuse('rule-changed-after-opening')
  if (turnout.voted > turnout.entitled) return refuse('more-votes-than-entitled')
  return ok({ ...round, state: 'closed', closedAt: at, turnout, deviations: [], settlements: [] })
}

/** The rule that decides: the locked one, or the latest deviation from it. */
export const decidingRule = (round: Round): VotingRule =>
  round.state === 'closed' || round.state === 'published'
    ? (round.deviations.at(-1)?.rule ?? round.rule)
    : round.rule

/**
 * Decides a closed round by another rule than the locked one. The reason is published. What was voted on and how cannot
 * be changed afterwards, and ties that were settled under the old rule cannot be settled again.
 */
export function deviate(
  round: Round,
  rule: VotingRule,
  reason: string,
  at: Date,
): Result<ClosedRound, RoundRefusal> {
  if (round.state !== 'closed') return refuse('round-not-closed')
  if (reason.trim() === '') return refuse('reason-missing')
  if (!asksTheSame(rule, round.rule)) return refuse('other-items-or-ballot')
  if (ruleHash(rule) === ruleHash(decidingRule(round))) return refuse('same-rule')
  if (round.settlements.length > 0) return refuse('ties-already-settled')
  const deviation = { rule, ruleHash: ruleHash(rule), reason: reason.trim(), at }
  return ok({ ...round, deviations: [...round.deviations, deviation] })
}

const asksTheSame = (a: VotingRule, b: VotingRule): boolean =>
  canonicalJson([a.round, a.items, a.ballot]) === canonicalJson([b.round, b.items, b.ballot])

/**
 * Settles a tie that stands in `outcome`, the round's count with the settlements so far. A run-off begins with this and
 * is voted on until {@link closeRunOff}.
 */
export function settleTie(
  round: Round,
  outcome: Outcome,
  tie: Tie,
  decision: Settlement['decision'],
  at: Date,
): Result<ClosedRound, RoundRefusal> {
  if (round.state !== 'closed') return refuse('round-not-closed')
  const standing = standingTies(outcome).find(other => sameTie(other, tie))
  if (outcome.round !== round.rule.round || !standing) return refuse('no-such-tie')
  if (openRunOff(round, tie)) return refuse('run-off-open')
  const { cut, items, seats } = standing
  return ok({ ...round, settlements: [...round.settlements, { cut, items, seats, decision, at }] })
}

/** Closes the run-off on these items; its ballots can then be counted. */
export function closeRunOff(
  round: Round,
  tie: Tie,
  at: Date,
  turnout: Turnout,
): Result<ClosedRound, RoundRefusal> {
  if (round.state !== 'closed') return refuse('round-not-closed')
  const running = openRunOff(round, tie)
  if (!running) return refuse('run-off-not-open')
  if (turnout.voted > turnout.entitled) return refuse('more-votes-than-entitled')
  const settlements = round.settlements.map(settlement =>
    settlement === running ? { ...running, closed: { at, turnout } } : settlement,
  )
  return ok({ ...round, settlements })
}

type RunOff = Extract<Settlement, { decision: 'run-off' }>

const isOpenRunOff = (settlement: Settlement): settlement is RunOff =>
  settlement.decision === 'run-off' && settlement.closed === undefined

const openRunOff = (round: ClosedRound, tie: Tie): RunOff | undefined =>
  round.settlements.filter(isOpenRunOff).find(settlement => sameTie(settlement, tie))

const sameTie = (a: Tie, b: Tie): boolean => {
  const key = ({ cut, items }: Tie) => canonicalJson([cut, items.toSorted((c, d) => c - d)])
  return key(a) === key(b)
}

/**
 * The settlements as the count needs them. `runOffCount` gives the count of a run-off by its place among the
 * settlements; a run-off that is still open is left out, so its tie stands.
 */
export function resolutionsOf(
  round: ClosedRound | PublishedRound,
  runOffCount: (settlement: number) => Count,
): readonly Resolution[] {
  return round.settlements.flatMap((settlement, place): Resolution[] => {
    const about: { round: number; cut: Tie['cut']; items: readonly ItemNumber[] } = {
      round: round.rule.round,
      cut: settlement.cut,
      items: settlement.items,
    }
    if (settlement.decision !== 'run-off') return [{ ...about, decision: settlement.decision }]
    if (!settlement.closed) return []
    return [{ ...about, decision: 'run-off', counted: runOffCount(place) }]
  })
}

/** Publishing shows the result to everybody, and is refused while a tie stands or is being voted on. */
export function publish(round: Round, outcome: Outcome, at: Date): Result<PublishedRound, RoundRefusal> {
  if (round.state !== 'closed') return refuse('round-not-closed')
  if (ruleHash(round.rule) !== round.ruleHash) return refuse('rule-changed-after-opening')
  if (round.settlements.some(isOpenRunOff)) return refuse('run-off-open')
  if (outcome.round !== round.rule.round) return refuse('other-round')
  if (standingTies(outcome).length > 0) return refuse('tie-at-cut')
  return ok({ ...round, state: 'published', publishedAt: at })
}
