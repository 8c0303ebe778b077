import '../tables.ts'
import { randomUUID } from 'node:crypto'
import type { AnswerBoxes } from '../../../platform/anonymous/box.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { ok, type Result, refuse } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { conferenceChanged } from '../events.ts'
import { countEvaluation, evaluationAnswers } from '../rules/after/evaluation.ts'
import { evaluationAnswer } from '../schema/after/evaluation-answer.ts'
import { requireLead } from './conference.ts'

export type EvaluationRefusal =
  | 'evaluation-opened-before'
  | 'evaluation-not-open'
  | 'no-experts'
  | 'already-published'
  | 'no-such-comment'

/** Six answers and a comment of some sentences; many long comments take more room, and tell no more than that. */
const usualAnswerBytes = 1024

/** Opens the evaluation: every expert who has not declined may answer once. It can be opened one time only. */
export async function openEvaluation(
  trx: Transaction,
  actor: Actor,
  boxes: AnswerBoxes,
  { conferenceId }: { readonly conferenceId: string },
): Promise<Result<void, EvaluationRefusal>> {
  const conference = await requireLead(trx, actor, conferenceId)
  if (conference.publishedAt) return refuse('already-published')
  const boxId = randomUUID()
  const begun = await trx
    .insertInto('conference.evaluation')
    .values({ conference_id: conferenceId, state: 'open', box_id: boxId, entitled: null, answered: null })
    .onConflict(conflict => conflict.column('conference_id').doNothing())
    .returning('box_id')
    .executeTakeFirst()
  if (!begun) return refuse('evaluation-opened-before')
  const experts = await trx
    .selectFrom('conference.expert')
    .select(['id', 'answered'])
    .where('conference_id', '=', conferenceId)
    .execute()
  const holders = experts
    .filter(expert => expert.answered !== 'declined')
    // The evaluation is never shown by group: that would be many small groups and few answers.
    .map(({ id }) => ({ id, stratum: null }))
  if (holders.length === 0) {
    await trx.deleteFrom('conference.evaluation').where('conference_id', '=', conferenceId).execute()
    return refuse('no-experts')
  }
  await boxes.open(trx, boxId, conference.associations, holders, usualAnswerBytes)
  await audit(trx, 'conference.evaluation-opened', { conferenceId })
  await conferenceChanged(trx, conferenceId)
  return ok(undefined)
}

/** Closes the evaluation and counts it. Of what is held back because few answered, nothing is kept. */
export async function closeEvaluation(
  trx: Transaction,
  actor: Actor,
  boxes: AnswerBoxes,
  { conferenceId }: { readonly conferenceId: string },
): Promise<Result<void, EvaluationRefusal>> {
  await requireLead(trx, actor, conferenceId)
  const open = await trx
    .selectFrom('conference.evaluation')
    .select('box_id')
    .where('conference_id', '=', conferenceId)
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirst()
  if (!open) return refuse('evaluation-not-open')

  const answers = await boxes.close(trx, open.box_id, 'association')
  const { entitled } = await boxes.turnout(trx, open.box_id)
  const count = countEvaluation(answers.map(({ answer }) => evaluationAnswer.parse(answer)))
  await trx
    .updateTable('conference.evaluation')
    .set({ state: 'closed', entitled, answered: count.answered })
    .where('conference_id', '=', conferenceId)
    .execute()
  const rows = count.questions.flatMap(({ question, answers: given }) =>
    evaluationAnswers.map(answer => ({
      conference_id: conferenceId,
      question,
      answer,
      answers: given[answer],
    })),
  )
  if (rows.length > 0) await trx.insertInto('conference.evaluation_count').values(rows).execute()
  if (count.comments.length > 0) {
    await trx
      .insertInto('conference.evaluation_comment')
      // The box has drawn their order anew, and each id is drawn too.
      .values(count.comments.map(wording => ({ conference_id: conferenceId, wording })))
      .execute()
  }
  await audit(trx, 'conference.evaluation-closed', { conferenceId, entitled, answered: count.answered })
  await conferenceChanged(trx, conferenceId)
  return ok(undefined)
}

/** Keeps a comment that points somebody out from the public, or shows it again. How many are kept back is public. */
export async function withholdComment(
  trx: Transaction,
  actor: Actor,
  {
    conferenceId,
    commentId,
    withheld,
  }: { readonly conferenceId: string; readonly commentId: string; readonly withheld: boolean },
): Promise<Result<void, EvaluationRefusal>> {
  await requireLead(trx, actor, conferenceId)
  const changed = await trx
    .updateTable('conference.evaluation_comment')
    .set({ withheld })
    .where('conference_id', '=', conferenceId)
    .where('id', '=', commentId)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return refuse('no-such-comment')
  await trx
    .updateTable('conference.evaluation')
    .set({
      withheld: trx
        .selectFrom('conference.evaluation_comment')
        .select(({ fn }) => fn.countAll<number>().as('withheld'))
        .where('conference_id', '=', conferenceId)
        .where('withheld', '=', true),
    })
    .where('conference_id', '=', conferenceId)
    .execute()
  await audit(trx, withheld ? 'conference.comment-withheld' : 'conference.comment-shown', {
    conferenceId,
    commentId,
  })
  await conferenceChanged(trx, conferenceId)
  return ok(undefined)
}
