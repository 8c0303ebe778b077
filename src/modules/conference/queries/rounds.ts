import '../tables.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import { withDescendants } from '../rules/items/lineage.ts'
import { emptyHistogram } from '../rules/rounds/histogram.ts'
import { decide, type Outcome } from '../rules/rounds/outcome.ts'
import { decidingRule, plan, type Round, resolutionsOf, type Settlement } from '../rules/rounds/round.ts'
import type { BallotForm, Item, ItemNumber, VotingRule } from '../rules/rounds/rule.ts'
import { selectItems } from '../rules/rounds/tally.ts'
import type { Count, Votes } from '../rules/rounds/votes.ts'
import { loadItems } from './items.ts'

/** A round as it is kept: the domain's round, its box and its items. */
export interface StoredRound {
  readonly number: number
  readonly round: Round
  /** Where its ballots are taken in; null until it opens. */
  readonly boxId: string | null
  readonly closesAt: Date | null
  /** The items it votes on, ascending; empty until it opens. */
  readonly items: readonly Item[]
  /** Experts who had taken their ballot at the close. */
  readonly taken: number | null
  /** Boxes of its run-offs, by place among the settlements; null where there was no run-off. */
  readonly runOffBoxes: readonly (string | null)[]
  readonly stored: { readonly entitled: number | null; readonly voted: number | null }
}

/** All rounds of a conference in order. */
export async function loadRounds(db: Reader, conferenceId: string): Promise<StoredRound[]> {
  const [rounds, items, settlements, deviations] = await Promise.all([
    db
      .selectFrom('conference.round')
      .selectAll()
      .where('conference_id', '=', conferenceId)
      .orderBy('number')
      .execute(),
    db
      .selectFrom('conference.round_item as voted')
      .innerJoin('conference.item as item', join =>
        join.onRef('item.conference_id', '=', 'voted.conference_id').onRef('item.number', '=', 'voted.item'),
      )
      .select(['voted.round', 'item.number as item', 'item.kind'])
      .where('voted.conference_id', '=', conferenceId)
      .orderBy('item.number')
      .execute(),
    db
      .selectFrom('conference.settlement')
      .selectAll()
      .where('conference_id', '=', conferenceId)
      .orderBy('part')
      .execute(),
    db
      .selectFrom('conference.deviation')
      .selectAll()
      .where('conference_id', '=', conferenceId)
      .where('rule', 'is not', null)
      .orderBy('noted_at')
      .execute(),
  ])
  return rounds.map(row => {
    const own = settlements.filter(one => one.round === row.number)
    return {
      number: row.number,
      round: roundOf(
        row,
        own.map(settlementOf),
        deviations
          .filter(one => one.round === row.number)
          .flatMap(one =>
            one.rule
              ? [{ rule: one.rule, ruleHash: one.rule_hash ?? '', reason: one.reason, at: one.noted_at }]
              : [],
          ),
      ),
      boxId: row.box_id,
      closesAt: row.closes_at,
      items: items.filter(one => one.round === row.number).map(({ item, kind }) => ({ item, kind })),
      taken: row.taken,
      runOffBoxes: own.map(one => one.box_id),
      stored: { entitled: row.entitled, voted: row.voted },
    }
  })
}

interface RoundColumns {
  readonly rule: VotingRule
  readonly state: 'planned' | 'open' | 'closed' | 'published'
  readonly rule_hash: string | null
  readonly opened_at: Date | null
  readonly closed_at: Date | null
  readonly published_at: Date | null
  readonly entitled: number | null
  readonly voted: number | null
}

function roundOf(
  row: RoundColumns,
  settlements: Settlement[],
  deviations: { rule: VotingRule; ruleHash: string; reason: string; at: Date }[],
): Round {
  if (row.state === 'planned' || !row.rule_hash || !row.opened_at) return plan(row.rule)
  const locked = { rule: row.rule, ruleHash: row.rule_hash, openedAt: row.opened_at }
  if (row.state === 'open' || !row.closed_at) return { ...locked, state: 'open' }
  const counted = {
    ...locked,
    closedAt: row.closed_at,
    turnout: { entitled: row.entitled ?? 0, voted: row.voted ?? 0 },
    settlements,
    deviations,
  }
  if (row.state === 'closed' || !row.published_at) return { ...counted, state: 'closed' }
  return { ...counted, state: 'published', publishedAt: row.published_at }
}

interface SettlementColumns {
  readonly cut: 'accept' | 'drop'
  readonly items: readonly number[]
  readonly seats: number
  readonly decision: 'all' | 'none' | 'run-off'
  readonly settled_at: Date
  readonly closed_at: Date | null
  readonly entitled: number | null
  readonly voted: number | null
}

function settlementOf(row: SettlementColumns): Settlement {
  const tie = { cut: row.cut, items: row.items, seats: row.seats, at: row.settled_at }
  if (row.decision !== 'run-off') return { ...tie, decision: row.decision }
  if (!row.closed_at) return { ...tie, decision: 'run-off' }
  return {
    ...tie,
    decision: 'run-off',
    closed: { at: row.closed_at, turnout: { entitled: row.entitled ?? 0, voted: row.voted ?? 0 } },
  }
}

/** What a closed or published round decided, from its stored counts; undefined before the close. */
export async function loadOutcome(
  db: Reader,
  conferenceId: string,
  stored: StoredRound,
): Promise<Outcome | undefined> {
  const counts = await loadCounts(db, conferenceId, stored)
  return counts && outcomeFrom(stored, counts)
}

/** What all together voted in a round, by part: 0 is the round, n the run-off of its n:th settlement. */
export async function loadCounts(
  db: Reader,
  conferenceId: string,
  stored: StoredRound,
): Promise<Map<number, Count> | undefined> {
  const { round } = stored
  if (round.state !== 'closed' && round.state !== 'published') return undefined
  const rows = await db
    .selectFrom('conference.item_count')
    .select(['part', 'item', 'choice', 'votes'])
    .where('conference_id', '=', conferenceId)
    .where('round', '=', stored.number)
    .where('stratum', '=', '')
    .execute()
  const byPart = Map.groupBy(rows, row => row.part)
  const counts = new Map<number, Count>()
  const countOf = (part: number, ballots: number, items: readonly ItemNumber[]) =>
    counts.set(part, countFrom(round.rule.ballot, ballots, items, byPart.get(part) ?? []))
  countOf(
    0,
    round.turnout.voted,
    stored.items.map(({ item }) => item),
  )
  for (const [place, settlement] of round.settlements.entries()) {
    if (settlement.decision === 'run-off' && settlement.closed)
      countOf(place + 1, settlement.closed.turnout.voted, settlement.items)
  }
  return counts
}

export function outcomeFrom(stored: StoredRound, counts: ReadonlyMap<number, Count>): Outcome | undefined {
  const { round } = stored
  const counted = counts.get(0)
  if ((round.state !== 'closed' && round.state !== 'published') || !counted) return undefined
  const none: Count = { ballots: 0, votes: new Map() }
  return decide(
    decidingRule(round),
    stored.items,
    counted,
    resolutionsOf(round, place => counts.get(place + 1) ?? none),
  )
}

/** Counts as the rules read them, from stored rows of choice and number. */
export function countFrom(
  form: BallotForm,
  ballots: number,
  items: readonly ItemNumber[],
  rows: readonly { readonly item: ItemNumber; readonly choice: string; readonly votes: number }[],
): Count {
  const byItem = Map.groupBy(rows, row => row.item)
  return { ballots, votes: new Map(items.map(item => [item, votesFrom(form, byItem.get(item) ?? [])])) }
}

function votesFrom(
  form: BallotForm,
  rows: readonly { readonly choice: string; readonly votes: number }[],
): Votes {
  const of = (choice: string) => rows.find(row => row.choice === choice)?.votes ?? 0
  if (form !== 'rating-1-9')
    return { yes: of('yes'), no: of('no'), abstain: of('abstain'), ratings: undefined }
  const ratings = emptyHistogram().map((_, place) => of(String(place + 1)))
  const sum = (from: number, to: number) => ratings.slice(from - 1, to).reduce((a, b) => a + b, 0)
  return { yes: sum(7, 9), no: sum(1, 3), abstain: of('abstain'), ratings }
}

/**
 * The items that a rule points to. Where one was merged, split or reworded since, what was made of it stands in its
 * place: nobody decided that it should fall out.
 */
export async function itemsToVoteOn(
  db: Reader,
  conferenceId: string,
  rule: VotingRule,
  earlier: readonly StoredRound[],
): Promise<readonly Item[]> {
  const items = await loadItems(db, conferenceId)
  const followed = (numbers: readonly ItemNumber[]) => withDescendants(items, numbers)
  const outcomes: Outcome[] = []
  for (const stored of earlier) {
    const outcome = await loadOutcome(db, conferenceId, stored)
    if (outcome)
      outcomes.push({ ...outcome, kept: followed(outcome.kept), accepted: followed(outcome.accepted) })
  }
  const selection =
    typeof rule.items === 'object' && 'list' in rule.items ? { list: followed(rule.items.list) } : rule.items
  const live = items.filter(item => !item.retired).map(({ number, kind }) => ({ item: number, kind }))
  return selectItems(selection, live, outcomes)
}

/** A vote goes on in this round: its own, or a run-off. */
export const isVoting = (stored: StoredRound): boolean =>
  stored.round.state === 'open' || runningRunOff(stored) !== undefined

/** The run-off of a round that is being voted on. */
export function runningRunOff(
  stored: StoredRound,
): { part: number; boxId: string; settlement: Settlement } | undefined {
  if (stored.round.state !== 'closed') return undefined
  for (const [place, settlement] of stored.round.settlements.entries()) {
    const boxId = stored.runOffBoxes[place]
    if (settlement.decision === 'run-off' && !settlement.closed && boxId)
      return { part: place + 1, boxId, settlement }
  }
  return undefined
}
