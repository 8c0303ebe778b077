import '../tables.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import { noInitiative } from '../../indicators/index.ts'
import type { CountedForm } from '../rules/count-sheets.ts'
import { countedQuestions } from '../rules/sheet.ts'

/** Far more than are open at once in one country. */
const mostKnown = 2000

/**
 * What is needed to count the sheets of waves. Read once for each wave: a questionnaire that is used never changes, and
 * neither do the units of an open wave.
 */
export function waveForms(): (
  db: Reader,
  waveIds: readonly string[],
) => Promise<ReadonlyMap<string, CountedForm>> {
  const known = new Map<string, CountedForm>()

  return async (db, waveIds) => {
    const unknown = waveIds.filter(id => !known.has(id))
    if (known.size + unknown.length > mostKnown) known.clear()
    const loaded = unknown.length > 0 ? await loadForms(db, unknown) : []
    for (const form of loaded) known.set(form.waveId, form)
    return known
  }
}

async function loadForms(db: Reader, waveIds: readonly string[]): Promise<CountedForm[]> {
  const [waves, units] = await Promise.all([
    db
      .selectFrom('surveys.wave')
      .innerJoin('surveys.questionnaire', 'surveys.questionnaire.id', 'surveys.wave.questionnaire_id')
      .select(['surveys.wave.id', 'surveys.questionnaire.form', 'surveys.questionnaire.series'])
      .where('surveys.wave.id', 'in', waveIds)
      .execute(),
    db
      .selectFrom('surveys.unit')
      .select(['id', 'wave_id', 'initiative_id'])
      .where('wave_id', 'in', waveIds)
      .execute(),
  ])
  return waves.map(wave => ({
    waveId: wave.id,
    questions: countedQuestions(wave.form, wave.series ?? {}),
    initiatives: new Map(
      units
        .filter(unit => unit.wave_id === wave.id)
        .map(unit => [unit.id, unit.initiative_id ?? noInitiative]),
    ),
  }))
}
