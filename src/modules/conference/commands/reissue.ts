import '../tables.ts'
import type { AnswerBoxes, BoxRefusal } from '../../../platform/anonymous/box.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { ok, type Result, refuse } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { conferenceChanged } from '../events.ts'
import { leadForms } from '../messages/lead-forms.ts'
import { votingBox } from '../queries/console.ts'
import { loadRounds } from '../queries/rounds.ts'
import { requireLead } from './conference.ts'
import type { LeadRefusal } from './locked-rounds.ts'

/**
 * Lets an expert whose phone is lost take a ballot once more, in the vote that goes on. It is noted as a deviation and
 * published; whom it was about is neither noted nor audited.
 */
export async function reissueBallot(
  trx: Transaction,
  actor: Actor,
  boxes: AnswerBoxes,
  input: {
    readonly conferenceId: string
    readonly number: number
    readonly expertId: string
    readonly reason: string
  },
): Promise<Result<void, LeadRefusal | BoxRefusal>> {
  const { conferenceId, number, expertId } = input
  await requireLead(trx, actor, conferenceId)
  const reason = input.reason.trim()
  if (reason === '') return refuse('reason-missing')
  const stored = (await loadRounds(trx, conferenceId)).find(one => one.number === number)
  if (!stored) return refuse('no-such-round')
  const boxId = votingBox(stored)
  if (!boxId) return refuse('round-not-open')
  const reissued = await boxes.reissue(trx, boxId, expertId)
  if (!reissued.ok) return reissued
  await trx
    .insertInto('conference.deviation')
    .values({
      conference_id: conferenceId,
      round: number,
      rule: null,
      rule_hash: null,
      // The language of the conference's documents.
      what: leadForms.sv.reissue.recorded,
      reason,
      noted_at: actor.now,
    })
    .execute()
  await audit(trx, 'conference.ballot-reissued', { conferenceId, number })
  await conferenceChanged(trx, conferenceId)
  return ok(undefined)
}
