import '../tables.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import type { MeasureOption, Wording } from '../rules/catalogue.ts'
import type { RespondentGroup } from '../rules/measure.ts'

/** A measure as a questionnaire asks for it. */
export interface NewMeasure {
  readonly id: string
  readonly key: string
  /** Null where it is everybody's. */
  readonly associationId: string | null
  readonly indicatorId: string
  readonly respondents: RespondentGroup
  readonly question: Wording
  readonly options: readonly MeasureOption[]
  readonly hasNumbers: boolean
}

/** Makes measures known; those that are there stay as they are. */
export async function defineMeasures(trx: Transaction, measures: readonly NewMeasure[]): Promise<void> {
  if (measures.length === 0) return
  await trx
    .insertInto('indicators.measure')
    .values(
      measures.map(one => ({
        id: one.id,
        key: one.key,
        association_id: one.associationId,
        indicator_id: one.indicatorId,
        respondents: one.respondents,
        question: JSON.stringify(one.question),
        options: JSON.stringify(one.options),
        has_numbers: one.hasNumbers,
        continues: null,
      })),
    )
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
}

/** What is about to be measured: by a survey, or by counts from elsewhere. */
export interface NewMeasurement {
  readonly id: string
  readonly associationId: string
  /** `YYYY-MM` */
  readonly period: string
  readonly respondents: RespondentGroup
  readonly source: 'survey' | 'imported'
  readonly askedWith: string
  /** How many are asked in each unit: the initiative, or `noInitiative`. */
  readonly expected: readonly { readonly initiativeId: string; readonly expected: number | null }[]
}

/** @returns false when the group was measured in the period already; then nothing is written */
export async function beginMeasurement(trx: Transaction, measurement: NewMeasurement): Promise<boolean> {
  const begun = await trx
    .insertInto('indicators.measurement')
    .values({
      id: measurement.id,
      association_id: measurement.associationId,
      period: measurement.period,
      respondents: measurement.respondents,
      source: measurement.source,
      asked_with: measurement.askedWith,
    })
    .onConflict(conflict => conflict.columns(['association_id', 'period', 'respondents']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!begun) return false
  await expectResponses(trx, measurement.id, measurement.expected)
  return true
}

/** How many are asked, as it is known now. */
async function expectResponses(
  trx: Transaction,
  measurementId: string,
  expected: NewMeasurement['expected'],
): Promise<void> {
  if (expected.length === 0) return
  await trx
    .insertInto('indicators.response')
    .values(
      expected.map(unit => ({
        measurement_id: measurementId,
        initiative_id: unit.initiativeId,
        expected: unit.expected,
      })),
    )
    .onConflict(conflict =>
      conflict
        .columns(['measurement_id', 'initiative_id'])
        .doUpdateSet(eb => ({ expected: eb.ref('excluded.expected') })),
    )
    .execute()
}

/** Lets the results be seen. From here on nothing is added. */
export async function releaseMeasurement(trx: Transaction, measurementId: string): Promise<void> {
  await trx
    .updateTable('indicators.measurement')
    .set({ released: true })
    .where('id', '=', measurementId)
    .execute()
}

/** In the demo all associations compare with each other, and publish. */
export async function compareInDemo(trx: Transaction, associationId: string): Promise<void> {
  await trx
    .insertInto('indicators.participation')
    .values({ association_id: associationId, compares: true, publishes: true })
    .onConflict(conflict => conflict.column('association_id').doNothing())
    .execute()
}
