import '../tables.ts'
import { randomUUID } from 'node:crypto'
import type { DatabaseActor } from '../../../platform/database/actor.ts'
import type { Database } from '../../../platform/database/database.ts'
import { defineMeasures } from '../../indicators/index.ts'
import type { Questionnaire } from '../rules/questionnaire.ts'
import { measuresOf, seriesOf } from '../rules/series.ts'

const system: DatabaseActor = { room: 'system', id: null, associations: [] }

/** Puts the questionnaires in place that the program ships, for everybody, and locked from the beginning. */
export async function shipQuestionnaires(
  database: Database,
  questionnaires: readonly Questionnaire[],
): Promise<void> {
  for (const form of questionnaires) {
    const series = seriesOf(form)
    await database.write(system, async trx => {
      await trx
        .insertInto('surveys.questionnaire')
        .values({
          id: randomUUID(),
          association_id: null,
          name: form.id,
          version: form.version,
          owner: form.owner.name,
          respondents: form.group,
          form: JSON.stringify(form),
          series: JSON.stringify(series),
          locked: true,
          succeeds: null,
        })
        .onConflict(conflict => conflict.columns(['association_id', 'name', 'version']).doNothing())
        .execute()
      await defineMeasures(trx, measuresOf(form, series, null))
    })
  }
}
