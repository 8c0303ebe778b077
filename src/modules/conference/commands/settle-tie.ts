import '../tables.ts'
import type { AnswerBoxes } from '../../../platform/anonymous/box.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { ok, type Result, refuse } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { conferenceChanged } from '../events.ts'
import { runningRunOff } from '../queries/rounds.ts'
import type { Tie } from '../rules/rounds/outcome.ts'
import { type Settlement, settleTie } from '../rules/rounds/round.ts'
import { openBallotBox } from './ballot-box.ts'
import { requireLead } from './conference.ts'
import { closedRound, type LeadRefusal } from './locked-rounds.ts'

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

  const boxId =
    decision === 'run-off' ? await openBallotBox(trx, boxes, conference, settlement.items.length) : null
  if (boxId === undefined) return refuse('no-experts')
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
