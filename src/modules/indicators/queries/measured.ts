import '../tables.ts'
import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/tables.ts'
import type { MeasureOption, Perspective, Wording } from '../rules/catalogue.ts'
import type { Point } from '../rules/course.ts'
import { figureOf } from '../rules/figure.ts'
import type { RespondentGroup } from '../rules/measure.ts'
import { responseOf } from '../rules/response.ts'
import type { Statistic } from '../rules/statistic.ts'
import { fewestShown } from '../rules/suppression.ts'

export interface KnownIndicator {
  readonly id: string
  readonly number: number
  readonly perspective: Perspective
  readonly label: Wording
  readonly core: boolean
  /** The candidate item of the conference of 2014 that it comes from. */
  readonly item: number | null
  /** Null: everybody's. */
  readonly associationId: string | null
}

/** The indicators that everybody has and those of one association, in the order of their numbers. */
export async function knownIndicators(db: Reader, associationId: string | null): Promise<KnownIndicator[]> {
  const rows = await db
    .selectFrom('indicators.indicator')
    .select(['id', 'number', 'perspective', 'label_sv', 'label_en', 'core', 'item', 'association_id'])
    .where(eb => eb.or([eb('association_id', 'is', null), eb('association_id', '=', associationId)]))
    .orderBy('association_id', order => order.asc().nullsFirst())
    .orderBy('number')
    .execute()
  return rows.map(row => ({
    id: row.id,
    number: row.number,
    perspective: row.perspective,
    label: { sv: row.label_sv, en: row.label_en },
    core: row.core,
    item: row.item,
    associationId: row.association_id,
  }))
}

export interface KnownMeasure {
  readonly id: string
  readonly key: string
  readonly indicatorId: string
  readonly respondents: RespondentGroup
  readonly question: Wording
  readonly options: readonly MeasureOption[]
  readonly hasNumbers: boolean
  readonly continues: string | null
}

/** What is measured of these indicators, in every group and series. */
export const measuresOf = async (db: Reader, indicatorIds: readonly string[]): Promise<KnownMeasure[]> =>
  (
    await measures(db)
      .where('indicator_id', '=', sql<string>`any(${[...indicatorIds]}::text[])`)
      .execute()
  ).map(knownMeasure)

/** These measures. */
export const knownMeasures = async (db: Reader, ids: readonly string[]): Promise<KnownMeasure[]> =>
  (
    await measures(db)
      .where('id', '=', sql<string>`any(${[...ids]}::text[])`)
      .execute()
  ).map(knownMeasure)

const measures = (db: Reader) =>
  db
    .selectFrom('indicators.measure')
    .select(['id', 'key', 'indicator_id', 'respondents', 'question', 'options', 'has_numbers', 'continues'])
    .orderBy('id')

const knownMeasure = (
  row: Awaited<ReturnType<ReturnType<typeof measures>['execute']>>[number],
): KnownMeasure => ({
  id: row.id,
  key: row.key,
  indicatorId: row.indicator_id,
  respondents: row.respondents,
  question: row.question,
  options: row.options,
  hasNumbers: row.has_numbers,
  continues: row.continues,
})

export interface ReleasedMeasurement {
  readonly id: string
  /** `YYYY-MM` */
  readonly period: string
  readonly respondents: RespondentGroup
  readonly source: 'survey' | 'imported'
  readonly askedWith: string
  readonly answered: number
  /** Null where one of its units does not know how many it asked. */
  readonly expected: number | null
}

/** The measurements of an association whose results may be seen, in the order of time. */
export const releasedMeasurements = (db: Reader, associationId: string): Promise<ReleasedMeasurement[]> =>
  db
    .selectFrom('indicators.measurement as measurement')
    .leftJoin('indicators.response as response', 'response.measurement_id', 'measurement.id')
    .select(({ fn }) => [
      'measurement.id',
      'measurement.period',
      'measurement.respondents',
      'measurement.source',
      'measurement.asked_with as askedWith',
      sql<number>`coalesce(sum(response.answered), 0)::integer`.as('answered'),
      sql<
        number | null
      >`case when count(*) = count(response.expected) then sum(response.expected) end::integer`.as(
        'expected',
      ),
      fn.countAll<number>().as('units'),
    ])
    .where('measurement.association_id', '=', associationId)
    .where('measurement.released', '=', true)
    .groupBy('measurement.id')
    .orderBy('measurement.period')
    .execute()

/** What is counted of a measure in a measurement, in all its units together. Not yet looked at for how few it is. */
export interface CountedTotal {
  readonly measurementId: string
  readonly measureId: string
  readonly statistic: Statistic
}

/** The totals of these measures in these measurements: two keys into one index each, whatever was answered. */
export async function countedTotals(
  db: Reader,
  measurementIds: readonly string[],
  measureIds: readonly string[],
): Promise<CountedTotal[]> {
  const rows = await db
    .selectFrom('indicators.statistic')
    .select([
      'measurement_id as measurementId',
      'measure_id as measureId',
      sql<number>`sum(n)::integer`.as('n'),
      sql<number>`sum(favourable)::integer`.as('favourable'),
      sql<number>`sum(sum)`.as('sum'),
      sql<number>`sum(sum_of_squares)`.as('sumOfSquares'),
      sql<number>`sum(unknown)::integer`.as('unknown'),
    ])
    .where('measurement_id', '=', sql<string>`any(${[...measurementIds]}::uuid[])`)
    .where('measure_id', '=', sql<string>`any(${[...measureIds]}::text[])`)
    .groupBy(['measurement_id', 'measure_id'])
    .execute()
  return rows.map(({ measurementId, measureId, ...counted }) => ({
    measurementId,
    measureId,
    statistic: { ...counted, counts: [] },
  }))
}

/** A total as it may be shown: the one way from what is counted to what is seen of a whole association. */
export function pointOf(
  measurement: ReleasedMeasurement,
  measure: Pick<KnownMeasure, 'id' | 'hasNumbers'>,
  statistic: Statistic,
): Point {
  const figure = figureOf(statistic, measure.hasNumbers)
  return {
    measurementId: measurement.id,
    period: measurement.period,
    source: measurement.source,
    askedWith: measurement.askedWith,
    measureId: measure.id,
    figure,
    unknown: figure.suppressed ? null : unknownShown(statistic.unknown),
    response: responseOf(measurement.answered, measurement.expected),
  }
}

/** Those who do not know are respondents too: none, or at least five. */
const unknownShown = (unknown: number): number | null =>
  unknown === 0 || unknown >= fewestShown ? unknown : null
