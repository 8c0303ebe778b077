import '../tables.ts'
import { randomUUID } from 'node:crypto'
import type { AnswerBoxes, Holder } from '../../../platform/anonymous/box.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { Reader, Transaction } from '../../../platform/database/tables.ts'
import { ok, type Result, refuse } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { conferenceChanged } from '../events.ts'
import {
  isVoting,
  itemsToVoteOn,
  loadOutcome,
  loadRounds,
  runningRunOff,
  type StoredRound,
} from '../queries/rounds.ts'
import { type Ballot, type Choice, checkBallot } from '../rules/ballot.ts'
import { groupsHeldBack } from '../rules/group-results.ts'
import type { Outcome } from '../rules/outcome.ts'
import { runOffForm, type Tie } from '../rules/outcome.ts'
import {
  changeRule,
  close,
  closeRunOff,
  deviate,
  open,
  publish,
  type Round,
  type RoundRefusal,
  type Settlement,
  settleTie,
} from '../rules/round.ts'
import type { BallotForm, Item, ItemNumber, VotingRule } from '../rules/rule.ts'
import { ruleHash } from '../rules/rule-hash.ts'
import { requireLead } from './conference.ts'

export type LeadRefusal =
  | RoundRefusal
  | 'no-such-round'
  | 'no-items'
  | 'no-experts'
  | 'another-round-open'
  | 'earlier-round-not-published'
  | 'report-published'

/** Sets the rules of all rounds that have not been opened; opened rounds must come back unchanged. */
export async function planRounds(
  trx: Transaction,
  actor: Actor,
  conferenceId: string,
  rules: readonly VotingRule[],
): Promise<Result<void, LeadRefusal>> {
  const conference = await requireLead(trx, actor, conferenceId)
  if (conference.publishedAt) return refuse('report-published')
  const rounds = await loadRounds(trx, conferenceId)
  for (const { number, round } of rounds) {
    const rule = rules.find(one => one.round === number)
    if (round.state !== 'planned') {
      if (!rule || ruleHash(rule) !== ruleHash(round.rule)) return refuse('rule-locked')
    } else if (rule) {
      const changed = changeRule(round, rule)
      if (!changed.ok) return changed
    }
  }
  await trx
    .deleteFrom('conference.round')
    .where('conference_id', '=', conferenceId)
    .where('state', '=', 'planned')
    .execute()
  const planned = rules.filter(
    rule => !rounds.some(one => one.number === rule.round && one.round.state !== 'planned'),
  )
  if (planned.length > 0) {
    await trx
      .insertInto('conference.round')
      .values(
        planned.map(rule => ({
          conference_id: conferenceId,
          number: rule.round,
          rule: JSON.stringify(rule),
        })),
      )
      .execute()
  }
  await audit(trx, 'conference.rounds-planned', { conferenceId, rounds: rules.length })
  await conferenceChanged(trx, conferenceId)
  return ok(undefined)
}

/**
 * Opens a round: its rule and items are locked, and every expert who has not declined may vote.
 * @param shownHash hash of the rule that the facilitator had on the screen
 */
export async function openRound(
  trx: Transaction,
  actor: Actor,
  boxes: AnswerBoxes,
  input: {
    readonly conferenceId: string
    readonly number: number
    readonly shownHash: string
    readonly closesAt: Date | null
  },
): Promise<Result<void, LeadRefusal>> {
  const { conferenceId, number } = input
  const conference = await requireLead(trx, actor, conferenceId)
  if (conference.publishedAt) return refuse('report-published')
  const rounds = await lockRounds(trx, conferenceId)
  const stored = rounds.find(one => one.number === number)
  if (!stored) return refuse('no-such-round')
  if (rounds.some(isVoting)) return refuse('another-round-open')
  const earlier = rounds.filter(one => one.number < number)
  if (earlier.some(one => one.round.state !== 'published')) return refuse('earlier-round-not-published')
  const opened = open(stored.round, actor.now, input.shownHash)
  if (!opened.ok) return opened

  const items = await itemsToVoteOn(trx, conferenceId, opened.value.rule, earlier)
  if (items.length === 0) return refuse('no-items')
  const holders = await electorate(trx, conferenceId)
  if (holders.length === 0) return refuse('no-experts')

  const boxId = randomUUID()
  await boxes.open(trx, boxId, conference.associations, holders, longestBallotBytes(items.length))
  await trx
    .insertInto('conference.round_item')
    .values(items.map(({ item }) => ({ conference_id: conferenceId, round: number, item, outcome: null })))
    .execute()
  await saveRound(trx, conferenceId, number, {
    state: 'open',
    rule_hash: opened.value.ruleHash,
    opened_at: opened.value.openedAt,
    closes_at: input.closesAt,
    box_id: boxId,
  })
  await audit(trx, 'conference.round-opened', { conferenceId, number, ruleHash: opened.value.ruleHash })
  await conferenceChanged(trx, conferenceId)
  return ok(undefined)
}

/** Closes the vote and counts it. Single ballots are gone after this; what each item got is kept. */
export async function closeRound(
  trx: Transaction,
  actor: Actor,
  boxes: AnswerBoxes,
  { conferenceId, number }: { readonly conferenceId: string; readonly number: number },
): Promise<Result<void, LeadRefusal>> {
  await requireLead(trx, actor, conferenceId)
  const rounds = await lockRounds(trx, conferenceId)
  const stored = rounds.find(one => one.number === number)
  if (!stored?.boxId) return refuse(stored ? 'round-not-open' : 'no-such-round')
  // Asked before the box is emptied: a refusal afterwards would leave an open round without its ballots.
  const ready = close(stored.round, actor.now, await turnoutNow(trx, boxes, stored.boxId))
  if (!ready.ok) return ready

  const counted = await countBox(
    trx,
    boxes,
    conferenceId,
    number,
    0,
    stored.boxId,
    stored.round.rule.ballot,
    stored.items,
  )
  const closed = nowCertain(close(stored.round, actor.now, counted))
  await saveRound(trx, conferenceId, number, {
    state: 'closed',
    closed_at: closed.closedAt,
    ...counted,
  })
  await audit(trx, 'conference.round-closed', {
    conferenceId,
    number,
    entitled: counted.entitled,
    voted: counted.voted,
  })
  await conferenceChanged(trx, conferenceId)
  return ok(undefined)
}

/** Decides a tie at a cut: all of the items, none of them, or a run-off vote that opens at once. */
export async function settleTieAtCut(
  trx: Transaction,
  actor: Actor,
  boxes: AnswerBoxes,
  input: {
    readonly conferenceId: string
    readonly number: number
    readonly tie: Tie
    readonly decision: Settlement['decision']
  },
): Promise<Result<void, LeadRefusal>> {
  const { conferenceId, number, decision } = input
  const conference = await requireLead(trx, actor, conferenceId)
  const found = await closedRound(trx, conferenceId, number)
  if (!found.ok) return found
  const { stored, outcome } = found.value
  // One vote at a time, also where two kinds of items have a tie each.
  if (decision === 'run-off' && runningRunOff(stored)) return refuse('run-off-open')
  const settled = settleTie(stored.round, outcome, input.tie, decision, actor.now)
  if (!settled.ok) return settled
  const settlement = settled.value.settlements.at(-1)
  if (!settlement) return refuse('no-such-tie')

  const boxId = decision === 'run-off' ? randomUUID() : null
  if (boxId) {
    const holders = await electorate(trx, conferenceId)
    await boxes.open(
      trx,
      boxId,
      conference.associations,
      holders,
      longestBallotBytes(settlement.items.length),
    )
  }
  await trx
    .insertInto('conference.settlement')
    .values({
      conference_id: conferenceId,
      round: number,
      part: settled.value.settlements.length,
      cut: settlement.cut,
      items: [...settlement.items],
      seats: settlement.seats,
      decision,
      settled_at: settlement.at,
      box_id: boxId,
      closed_at: null,
      entitled: null,
      taken: null,
      voted: null,
    })
    .execute()
  await audit(trx, 'conference.tie-settled', { conferenceId, number, decision })
  await conferenceChanged(trx, conferenceId)
  return ok(undefined)
}

/** Closes the run-off that is being voted on and counts it. */
export async function closeRunOffVote(
  trx: Transaction,
  actor: Actor,
  boxes: AnswerBoxes,
  { conferenceId, number }: { readonly conferenceId: string; readonly number: number },
): Promise<Result<void, LeadRefusal>> {
  await requireLead(trx, actor, conferenceId)
  const rounds = await lockRounds(trx, conferenceId)
  const stored = rounds.find(one => one.number === number)
  if (!stored) return refuse('no-such-round')
  const running = runningRunOff(stored)
  if (!running) return refuse('run-off-not-open')
  const kinds = new Map(stored.items.map(one => [one.item, one]))
  const items = running.settlement.items.flatMap(item => kinds.get(item) ?? [])
  const ready = closeRunOff(
    stored.round,
    running.settlement,
    actor.now,
    await turnoutNow(trx, boxes, running.boxId),
  )
  if (!ready.ok) return ready
  const form = runOffForm(stored.round.rule.ballot, running.settlement)
  const counted = await countBox(trx, boxes, conferenceId, number, running.part, running.boxId, form, items)
  nowCertain(closeRunOff(stored.round, running.settlement, actor.now, counted))
  await trx
    .updateTable('conference.settlement')
    .set({ closed_at: actor.now, ...counted })
    .where('conference_id', '=', conferenceId)
    .where('round', '=', number)
    .where('part', '=', running.part)
    .execute()
  await audit(trx, 'conference.run-off-closed', {
    conferenceId,
    number,
    part: running.part,
    voted: counted.voted,
  })
  await conferenceChanged(trx, conferenceId)
  return ok(undefined)
}

/** Decides a closed round by another rule than the locked one; the reason is published with the result. */
export async function deviateFromRule(
  trx: Transaction,
  actor: Actor,
  input: {
    readonly conferenceId: string
    readonly number: number
    readonly rule: VotingRule
    readonly reason: string
  },
): Promise<Result<void, LeadRefusal>> {
  const { conferenceId, number } = input
  await requireLead(trx, actor, conferenceId)
  const found = await closedRound(trx, conferenceId, number)
  if (!found.ok) return found
  const changed = deviate(found.value.stored.round, input.rule, input.reason, actor.now)
  if (!changed.ok) return changed
  const deviation = changed.value.deviations.at(-1)
  await trx
    .insertInto('conference.deviation')
    .values({
      conference_id: conferenceId,
      round: number,
      rule: JSON.stringify(input.rule),
      rule_hash: deviation?.ruleHash ?? null,
      reason: deviation?.reason ?? input.reason,
      noted_at: actor.now,
    })
    .execute()
  await audit(trx, 'conference.rule-deviated', { conferenceId, number, ruleHash: deviation?.ruleHash ?? '' })
  await conferenceChanged(trx, conferenceId)
  return ok(undefined)
}

/** Shows the result to everybody in the conference. Refused while a tie stands. */
export async function publishRound(
  trx: Transaction,
  actor: Actor,
  { conferenceId, number }: { readonly conferenceId: string; readonly number: number },
): Promise<Result<void, LeadRefusal>> {
  await requireLead(trx, actor, conferenceId)
  const found = await closedRound(trx, conferenceId, number)
  if (!found.ok) return found
  const { stored, outcome } = found.value
  const published = publish(stored.round, outcome, actor.now)
  if (!published.ok) return published
  for (const [result, items] of [
    ['accepted', outcome.accepted],
    ['dropped', outcome.dropped],
    ['kept', outcome.kept],
  ] as const) {
    if (items.length === 0) continue
    await trx
      .updateTable('conference.round_item')
      .set({ outcome: result })
      .where('conference_id', '=', conferenceId)
      .where('round', '=', number)
      .where('item', 'in', [...items])
      .execute()
  }
  await saveRound(trx, conferenceId, number, {
    state: 'published',
    published_at: published.value.publishedAt,
  })
  await audit(trx, 'conference.round-published', { conferenceId, number })
  await conferenceChanged(trx, conferenceId)
  return ok(undefined)
}

/** A ballot on so many items, as it is kept: `{"item":137,"choice":"abstain"},` for each of them. */
const longestBallotBytes = (items: number): number => 2 + 36 * items

async function turnoutNow(trx: Transaction, boxes: AnswerBoxes, boxId: string) {
  const { entitled, answered } = await boxes.turnout(trx, boxId)
  return { entitled, voted: answered }
}

/** @throws so that everything is rolled back: what could be refused was asked before anything was written */
function nowCertain<Value>(result: Result<Value, RoundRefusal>): Value {
  if (!result.ok) throw new Error(`the vote could not be closed: ${result.refusal}`)
  return result.value
}

/** The rounds, with nobody else changing them until the end of the transaction. */
async function lockRounds(trx: Transaction, conferenceId: string): Promise<StoredRound[]> {
  await trx
    .selectFrom('conference.conference')
    .select('id')
    .where('id', '=', conferenceId)
    .forUpdate()
    .execute()
  return loadRounds(trx, conferenceId)
}

async function closedRound(
  trx: Transaction,
  conferenceId: string,
  number: number,
): Promise<Result<{ stored: StoredRound & { readonly round: Round }; outcome: Outcome }, LeadRefusal>> {
  const stored = (await lockRounds(trx, conferenceId)).find(one => one.number === number)
  if (!stored) return refuse('no-such-round')
  const outcome = await loadOutcome(trx, conferenceId, stored)
  return outcome ? ok({ stored, outcome }) : refuse('round-not-closed')
}

/**
 * Everybody who may vote. The stakeholder group is said only where it is large enough to hide in, and only where it
 * does not single out the rest.
 */
async function electorate(db: Reader, conferenceId: string): Promise<Holder[]> {
  const experts = await db
    .selectFrom('conference.expert')
    .select(['id', 'role', 'answered'])
    .where('conference_id', '=', conferenceId)
    .execute()
  const entitled = experts.filter(expert => expert.answered !== 'declined')
  const sizes = new Map(
    [...Map.groupBy(entitled, expert => expert.role)].map(([role, members]) => [role, members.length]),
  )
  const heldBack = groupsHeldBack(sizes)
  return entitled.map(({ id, role }) => ({ id, stratum: heldBack.has(role) ? null : role }))
}

const saveRound = (
  trx: Transaction,
  conferenceId: string,
  number: number,
  columns: Partial<{
    state: 'open' | 'closed' | 'published'
    rule_hash: string
    box_id: string
    opened_at: Date
    closes_at: Date | null
    closed_at: Date
    published_at: Date
    entitled: number
    taken: number
    voted: number
  }>,
) =>
  trx
    .updateTable('conference.round')
    .set(columns)
    .where('conference_id', '=', conferenceId)
    .where('number', '=', number)
    .execute()

/** Empties a box and keeps its counts: for all together, and for each stakeholder group that is large enough. */
async function countBox(
  trx: Transaction,
  boxes: AnswerBoxes,
  conferenceId: string,
  round: number,
  part: number,
  boxId: string,
  form: BallotForm,
  items: readonly Item[],
): Promise<{ entitled: number; taken: number; voted: number }> {
  const answers = await boxes.close(trx, boxId, 'association')
  const { entitled, taken } = await boxes.turnout(trx, boxId)
  const allowed = new Set(items.map(({ item }) => item))
  const ballots = answers.map(({ stratum, answer }) => {
    const checked = checkBallot(form, allowed, answer as { item: ItemNumber; choice: Choice }[])
    // It was checked when it was taken in; a ballot that is wrong now was changed in between.
    if (!checked.ok) throw new Error('a ballot in the box does not fit its round')
    return { stratum, ballot: checked.ballot }
  })
  const sizes = new Map<string, number>()
  for (const { stratum } of ballots) sizes.set(stratum ?? '', (sizes.get(stratum ?? '') ?? 0) + 1)
  const heldBack = groupsHeldBack(sizes)
  const strata = [...sizes.keys()].filter(stratum => stratum !== '' && !heldBack.has(stratum))
  const rows = [
    ...countRows(
      '',
      ballots.map(one => one.ballot),
    ),
    ...strata.flatMap(stratum =>
      countRows(
        stratum,
        ballots.filter(one => one.stratum === stratum).map(one => one.ballot),
      ),
    ),
  ]
  if (rows.length > 0) {
    await trx
      .insertInto('conference.item_count')
      .values(rows.map(row => ({ conference_id: conferenceId, round, part, ...row })))
      .execute()
  }
  const groups = await groupsOf(trx, boxId)
  if (groups.length > 0) {
    await trx
      .insertInto('conference.stratum_turnout')
      .values(
        groups.map(stratum => ({
          conference_id: conferenceId,
          round,
          part,
          stratum,
          voted: strata.includes(stratum) ? (sizes.get(stratum) ?? null) : null,
        })),
      )
      .execute()
  }
  return { entitled, taken, voted: answers.length }
}

/** The stakeholder groups of those who were entitled, also the groups too small to be shown. */
async function groupsOf(db: Reader, boxId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('anonymous.entitlement as entitlement')
    .innerJoin('conference.expert as expert', 'expert.id', 'entitlement.holder_id')
    .select('expert.role')
    .distinct()
    .where('entitlement.box_id', '=', boxId)
    .orderBy('expert.role')
    .execute()
  return rows.map(row => row.role)
}

function countRows(
  stratum: string,
  ballots: readonly Ballot[],
): { stratum: string; item: number; choice: string; votes: number }[] {
  const counts = new Map<string, { stratum: string; item: number; choice: string; votes: number }>()
  for (const ballot of ballots) {
    for (const [item, choice] of ballot) {
      const key = `${item} ${choice}`
      const row = counts.get(key) ?? { stratum, item, choice: String(choice), votes: 0 }
      row.votes++
      counts.set(key, row)
    }
  }
  return [...counts.values()]
}
