import '../tables.ts'
import type { AnswerBoxes } from '../../../platform/anonymous/box.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { ok, type Result, refuse } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { conferenceChanged } from '../events.ts'
import { runningRunOff } from '../queries/rounds.ts'
import { runOffForm } from '../rules/rounds/outcome.ts'
import { close, closeRunOff, type RoundRefusal } from '../rules/rounds/round.ts'
import { countBallotBox } from './ballot-box.ts'
import { requireLead } from './conference.ts'
import { type LeadRefusal, lockRounds, saveRound } from './locked-rounds.ts'

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

  const counted = await countBallotBox(
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
  const counted = await countBallotBox(
    trx,
    boxes,
    conferenceId,
    number,
    running.part,
    running.boxId,
    form,
    items,
  )
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

async function turnoutNow(trx: Transaction, boxes: AnswerBoxes, boxId: string) {
  const { entitled, answered } = await boxes.turnout(trx, boxId)
  return { entitled, voted: answered }
}

/** @throws so that everything is rolled back: what could be refused was asked before anything was written */
function nowCertain<Value>(result: Result<Value, RoundRefusal>): Value {
  if (!result.ok) throw new Error(`the vote could not be closed: ${result.refusal}`)
  return result.value
}
