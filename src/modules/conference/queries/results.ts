import '../tables.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import type { Language } from '../../../platform/i18n/language.ts'
import { agreement, ratingSummary } from '../rules/results/measures.ts'
import type { ItemResult, ResultModel, RunOffResult } from '../rules/results/model.ts'
import { answersByCategory, stability } from '../rules/results/stability.ts'
import type { Outcome } from '../rules/rounds/outcome.ts'
import { type ClosedRound, decidingRule, type PublishedRound } from '../rules/rounds/round.ts'
import type { ItemNumber } from '../rules/rounds/rule.ts'
import { ruleHash } from '../rules/rounds/rule-hash.ts'
import { settledTies } from '../rules/rounds/settled.ts'
import { type Count, shareOf } from '../rules/rounds/votes.ts'
import { findConference } from './conference.ts'
import { type GroupCount, loadGroupCounts } from './group-counts.ts'
import { bySupport, itemNames } from './round-items.ts'
import { loadCounts, loadRounds, outcomeFrom, type StoredRound } from './rounds.ts'

/** A counted round with all that is needed to judge it. */
export interface CountedRound {
  readonly conferenceId: string
  readonly conference: string
  readonly stored: StoredRound & { readonly round: ClosedRound | PublishedRound }
  readonly rounds: readonly StoredRound[]
  readonly counts: ReadonlyMap<number, Count>
  readonly counted: Count
  readonly outcome: Outcome
}

/** A round that has been counted; undefined before the close, and in a conference that the actor does not see. */
export async function findCounted(
  db: Reader,
  conferenceId: string,
  number: number,
): Promise<CountedRound | undefined> {
  const conference = await findConference(db, conferenceId)
  if (!conference) return undefined
  const rounds = await loadRounds(db, conferenceId)
  const stored = rounds.find(one => one.number === number)
  if (!stored) return undefined
  const { round } = stored
  if (round.state !== 'closed' && round.state !== 'published') return undefined
  const counts = await loadCounts(db, conferenceId, stored)
  const counted = counts?.get(0)
  const outcome = counts && outcomeFrom(stored, counts)
  if (!counted || !outcome) return undefined
  return {
    conferenceId,
    conference: conference.name,
    stored: { ...stored, round },
    rounds,
    counts,
    counted,
    outcome,
  }
}

/** All that is known of a counted round, most support first. */
export async function loadResult(db: Reader, found: CountedRound, language: Language): Promise<ResultModel> {
  const { conferenceId, stored, counted, counts, outcome } = found
  const { round } = stored
  const rule = decidingRule(round)
  const [named, groups, before] = await Promise.all([
    itemNames(db, conferenceId, language),
    loadGroupCounts(db, conferenceId, stored),
    loadEarlier(db, conferenceId, found),
  ])
  const kinds = new Map(stored.items.map(one => [one.item, one.kind]))
  const ordered = bySupport(
    stored.items.map(one => one.item),
    rule,
    counted,
    named,
  )
  return {
    conferenceId,
    conference: found.conference,
    number: stored.number,
    of: found.rounds.length,
    isPublished: round.state === 'published',
    ballot: typeof rule.ballot === 'object' ? 'choose' : rule.ballot,
    turnout: { ...round.turnout, taken: stored.taken },
    lockedRule: { rule: round.rule, hash: round.ruleHash },
    deviations: round.deviations.map(one => ({
      rule: one.rule,
      hash: ruleHash(one.rule),
      reason: one.reason,
    })),
    items: ordered.map(({ item, name, label }) =>
      itemResult(item, { name, label, kind: kinds.get(item) ?? '' }, found, groups, before.get(item)),
    ),
    groups: groups.map(({ group, count }) => ({ group, voted: count?.ballots ?? null })),
    settled: settledTies(round.settlements),
    runOffs: round.settlements.flatMap((one, place): RunOffResult[] => {
      const by = counts.get(place + 1)
      if (one.decision !== 'run-off' || !one.closed || !by) return []
      return [{ turnout: one.closed.turnout, items: bySupport(one.items, rule, by, named) }]
    }),
    waiting: outcome.undecided.length,
  }
}

function itemResult(
  item: ItemNumber,
  about: { name: string; label: string; kind: string },
  { stored, counted, outcome }: CountedRound,
  groups: readonly GroupCount[],
  before: { round: number; answers: readonly number[] } | undefined,
): ItemResult {
  const votes = counted.votes.get(item) ?? { yes: 0, no: 0, abstain: 0, ratings: undefined }
  const rule = decidingRule(stored.round)
  const rated = votes.ratings && ratingSummary(votes.ratings)
  const agreed = agreement(votes)
  const moved = before && stability(before.answers, answersByCategory(votes, counted.ballots))
  return {
    item,
    ...about,
    yes: votes.yes,
    no: votes.no,
    abstain: votes.abstain,
    ballots: counted.ballots,
    share: shareOf(votes, counted.ballots, rule.shareOf),
    outcome: outcomeOf(outcome, item),
    agreement: agreed ? { side: agreed.side, yes: agreed.yes, of: agreed.of } : null,
    rating: rated
      ? {
          rated: rated.rated,
          median: rated.median,
          lowerQuartile: rated.lowerQuartile,
          upperQuartile: rated.upperQuartile,
          spread: rated.meanDeviation,
          disagrees: rated.disagreement.disagrees,
          histogram: votes.ratings ?? [],
        }
      : null,
    stability: before && moved ? { since: before.round, change: moved.change, stable: moved.stable } : null,
    groups: groups.flatMap(({ group, count }) => {
      const own = count?.votes.get(item)
      return count && own ? [{ group, ...shareOf(own, count.ballots, rule.shareOf) }] : []
    }),
  }
}

const outcomeOf = (outcome: Outcome, item: ItemNumber): ItemResult['outcome'] => {
  if (outcome.accepted.includes(item)) return 'accepted'
  if (outcome.dropped.includes(item)) return 'dropped'
  return outcome.kept.includes(item) ? 'kept' : 'undecided'
}

/** The latest earlier round in which each item was voted on with the same ballot, and its answers then. */
async function loadEarlier(
  db: Reader,
  conferenceId: string,
  { stored, rounds }: CountedRound,
): Promise<ReadonlyMap<ItemNumber, { round: number; answers: readonly number[] }>> {
  const earlier = new Map<ItemNumber, { round: number; answers: readonly number[] }>()
  for (const before of rounds) {
    if (before.number >= stored.number) continue
    if (JSON.stringify(before.round.rule.ballot) !== JSON.stringify(stored.round.rule.ballot)) continue
    const counted = (await loadCounts(db, conferenceId, before))?.get(0)
    if (!counted) continue
    for (const [item, votes] of counted.votes)
      earlier.set(item, { round: before.number, answers: answersByCategory(votes, counted.ballots) })
  }
  return earlier
}
