import '../tables.ts'
import { randomUUID } from 'node:crypto'
import { audit } from '../../../platform/audit/audit.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { ok, type Result, refuse } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { knownIndicators } from '../../indicators/index.ts'
import { mayAsk, requirePermission } from '../policy.ts'
import type { Questionnaire } from '../rules/questionnaire.ts'
import { measuresOf, seriesOf } from '../rules/series.ts'

export type QuestionnaireRefusal =
  | 'no-such-questionnaire'
  | 'shipped-id'
  | 'there-already'
  | 'unknown-indicator'
  | 'no-version-before'
  | 'locked'
  | 'planned-with'

/** Puts a questionnaire in place as an association's own. @returns its id in the database */
export async function addQuestionnaire(
  trx: Transaction,
  actor: Actor,
  associationId: string,
  form: Questionnaire,
): Promise<Result<string, QuestionnaireRefusal>> {
  requirePermission(mayAsk(actor, associationId))
  const same = await trx
    .selectFrom('surveys.questionnaire')
    .select(['id', 'association_id', 'version'])
    .where('name', '=', form.id)
    .where(eb => eb.or([eb('association_id', 'is', null), eb('association_id', '=', associationId)]))
    .execute()
  // Its series would be taken for the shipped one's, with other words.
  if (same.some(one => one.association_id === null)) return refuse('shipped-id')
  if (same.some(one => one.version === form.version)) return refuse('there-already')
  const before = same.find(one => one.version === form.version - 1)
  if (form.version > 1 && !before) return refuse('no-version-before')
  const known = await knownIndicators(trx)
  const asked = measuresOf(form, seriesOf(form), associationId)
  if (asked.some(measure => !known.has(measure.indicatorId))) return refuse('unknown-indicator')
  const id = randomUUID()
  await trx
    .insertInto('surveys.questionnaire')
    .values({
      id,
      association_id: associationId,
      name: form.id,
      version: form.version,
      owner: form.owner.name,
      respondents: form.group,
      form: JSON.stringify(form),
      series: null,
      succeeds: before?.id ?? null,
    })
    .execute()
  await audit(trx, 'surveys.questionnaire-added', { questionnaireId: id })
  return ok(id)
}

/** A copy that the association may change: under an id of its own, from version 1, with no series to go on from. */
export function ownCopy(form: Questionnaire, slug: string, owner: string): Questionnaire {
  const room = 60 - slug.length - 1
  return {
    ...form,
    id: `${form.id.slice(0, room).replace(/-$/, '')}-${slug}`,
    version: 1,
    owner: { name: owner },
    questions: form.questions.map(({ continues: _, ...question }) => question),
  }
}

/** Writes an own questionnaire anew that nothing was asked with: other words, another order, other series. */
export async function changeQuestionnaire(
  trx: Transaction,
  actor: Actor,
  id: string,
  form: Questionnaire,
): Promise<Result<void, QuestionnaireRefusal>> {
  const row = await trx
    .selectFrom('surveys.questionnaire')
    .select(['association_id', 'locked'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const associationId = row?.association_id
  requirePermission(associationId ? mayAsk(actor, associationId) : false)
  if (row?.locked) return refuse('locked')
  await trx
    .updateTable('surveys.questionnaire')
    .set({ form: JSON.stringify(form), changed_at: actor.now })
    .where('id', '=', id)
    .execute()
  await audit(trx, 'surveys.questionnaire-changed', { questionnaireId: id })
  return ok(undefined)
}

/** Takes an own questionnaire away that nothing was asked with. */
export async function removeQuestionnaire(
  trx: Transaction,
  actor: Actor,
  id: string,
): Promise<Result<void, QuestionnaireRefusal>> {
  const row = await trx
    .selectFrom('surveys.questionnaire')
    .select(['association_id', 'locked'])
    .where('id', '=', id)
    .executeTakeFirst()
  const associationId = row?.association_id
  requirePermission(associationId ? mayAsk(actor, associationId) : false)
  if (row?.locked) return refuse('locked')
  const used = await trx
    .selectFrom('surveys.wave')
    .select('id')
    .where('questionnaire_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  if (used) return refuse('planned-with')
  await trx.updateTable('surveys.questionnaire').set({ succeeds: null }).where('succeeds', '=', id).execute()
  await trx.deleteFrom('surveys.questionnaire').where('id', '=', id).execute()
  await audit(trx, 'surveys.questionnaire-removed', { questionnaireId: id })
  return ok(undefined)
}
