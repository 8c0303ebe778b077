import '../tables.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import type { Questionnaire } from '../rules/questionnaire.ts'
import type { Written } from '../rules/sheet.ts'

export interface TypedPaper {
  readonly unitId: string
  readonly number: number
  readonly language: string
  /** As it was typed the first time; null when it has been handed in. */
  readonly answers: Written | null
}

/** The papers of a wave, in the order of their numbers. */
export const loadPapers = (db: Reader, waveId: string): Promise<TypedPaper[]> =>
  db
    .selectFrom('surveys.paper')
    .innerJoin('surveys.unit', 'surveys.unit.id', 'surveys.paper.unit_id')
    .select(['unit_id as unitId', 'number', 'language', 'answers'])
    .where('wave_id', '=', waveId)
    .orderBy('number')
    .execute()

/** A questionnaire that the actor may see. */
export async function loadForm(db: Reader, questionnaireId: string): Promise<Questionnaire> {
  const row = await db
    .selectFrom('surveys.questionnaire')
    .select('form')
    .where('id', '=', questionnaireId)
    .executeTakeFirstOrThrow()
  return row.form
}
