import '../tables.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { ok, type Result, refuse } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { conferenceChanged } from '../events.ts'
import { countExperts } from '../queries/report.ts'
import { loadRounds } from '../queries/rounds.ts'
import { type AccordItem, accordItems } from '../rules/after/accord.ts'
import { requireLead } from './conference.ts'

export type PublishRefusal = 'no-rounds' | 'round-not-published' | 'evaluation-open' | 'already-published'

/**
 * Makes the report public, for good. Who took part is counted by group now, since visitors see no expert; what is put
 * right later is added as a note.
 */
export async function publishReport(
  trx: Transaction,
  actor: Actor,
  { conferenceId }: { readonly conferenceId: string },
): Promise<Result<void, PublishRefusal>> {
  await requireLead(trx, actor, conferenceId)
  const conference = await trx
    .selectFrom('conference.conference')
    .select('published_at')
    .where('id', '=', conferenceId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (conference.published_at) return refuse('already-published')
  const rounds = await loadRounds(trx, conferenceId)
  if (rounds.length === 0) return refuse('no-rounds')
  if (rounds.some(({ round }) => round.state !== 'published')) return refuse('round-not-published')
  const evaluation = await trx
    .selectFrom('conference.evaluation')
    .select('state')
    .where('conference_id', '=', conferenceId)
    .executeTakeFirst()
  if (evaluation?.state === 'open') return refuse('evaluation-open')

  const participants = await countExperts(trx, conferenceId, rounds)
  await trx
    .updateTable('conference.conference')
    .set({ published_at: actor.now, participation: JSON.stringify(participants) })
    .where('id', '=', conferenceId)
    .execute()
  await audit(trx, 'conference.report-published', { conferenceId })
  await conferenceChanged(trx, conferenceId)
  return ok(undefined)
}

/** Keeps what has been written in the ACCORD checklist; an emptied field takes its answer away. */
export async function answerAccord(
  trx: Transaction,
  actor: Actor,
  {
    conferenceId,
    answers,
  }: { readonly conferenceId: string; readonly answers: Readonly<Partial<Record<AccordItem, string>>> },
): Promise<void> {
  await requireLead(trx, actor, conferenceId)
  // Only what the form had: one that was sent from an older page must not empty the rest.
  const given = accordItems.filter(item => answers[item] !== undefined)
  if (given.length === 0) return
  await trx
    .deleteFrom('conference.accord_answer')
    .where('conference_id', '=', conferenceId)
    .where('item', 'in', [...given])
    .execute()
  const rows = given.flatMap(item => {
    const wording = answers[item]
    return wording ? [{ conference_id: conferenceId, item, wording }] : []
  })
  if (rows.length > 0) await trx.insertInto('conference.accord_answer').values(rows).execute()
  await audit(trx, 'conference.accord-answered', { conferenceId, items: rows.length })
  await conferenceChanged(trx, conferenceId)
}
