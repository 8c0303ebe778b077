import '../tables.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import type { RespondentGroup } from '../../indicators/index.ts'
import type { LocalText, Questionnaire } from '../rules/questionnaire.ts'

/** A questionnaire that can be asked with. */
export interface QuestionnaireChoice {
  readonly id: string
  readonly title: LocalText
  readonly version: number
  readonly respondents: RespondentGroup
  /** An association's own; else shipped with the program. */
  readonly own: boolean
}

/** Those that the association may ask with, by group and name; the newest version of each first. */
export async function questionnairesFor(db: Reader, associationId: string): Promise<QuestionnaireChoice[]> {
  const rows = await db
    .selectFrom('surveys.questionnaire')
    .select(['id', 'association_id', 'form', 'version', 'respondents'])
    .where(eb => eb.or([eb('association_id', 'is', null), eb('association_id', '=', associationId)]))
    .orderBy('respondents')
    .orderBy('name')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    title: row.form.title,
    version: row.version,
    respondents: row.respondents,
    own: row.association_id !== null,
  }))
}

export interface ListedQuestionnaire extends QuestionnaireChoice {
  readonly associationId: string | null
  readonly owner: string
  readonly locked: boolean
  readonly languages: readonly string[]
}

/** All that the actor may see, by group and name; the newest version of each first. */
export async function listQuestionnaires(db: Reader): Promise<ListedQuestionnaire[]> {
  const rows = await db
    .selectFrom('surveys.questionnaire')
    .select(['id', 'association_id', 'form', 'version', 'respondents', 'owner', 'locked'])
    .orderBy('respondents')
    .orderBy('name')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    associationId: row.association_id,
    title: row.form.title,
    languages: row.form.languages,
    version: row.version,
    respondents: row.respondents,
    own: row.association_id !== null,
    owner: row.owner,
    locked: row.locked,
  }))
}

export interface FoundQuestionnaire {
  readonly id: string
  readonly associationId: string | null
  readonly locked: boolean
  readonly form: Questionnaire
}

/** A questionnaire that the actor may see; undefined otherwise. */
export const findQuestionnaire = (db: Reader, id: string): Promise<FoundQuestionnaire | undefined> =>
  db
    .selectFrom('surveys.questionnaire')
    .select(['id', 'association_id as associationId', 'locked', 'form'])
    .where('id', '=', id)
    .executeTakeFirst()
