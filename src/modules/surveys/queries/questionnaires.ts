import '../tables.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import type { RespondentGroup } from '../../indicators/index.ts'
import type { LocalText } from '../rules/questionnaire.ts'

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
