import '../tables.ts'
import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/tables.ts'
import { emptyStatistic, merge, type Statistic } from '../rules/statistic.ts'

/** One unit's counts on one measure in one measurement. */
export interface CountedPart {
  readonly measurementId: string
  readonly measureId: string
  readonly initiativeId: string
  readonly statistic: Statistic
}

/** What is counted of these measures, or of all, in each unit. Not yet looked at for how few it is: only this folder sees it. */
export async function countedParts(
  db: Reader,
  measurementIds: readonly string[],
  measureIds?: readonly string[],
): Promise<CountedPart[]> {
  const rows = await db
    .selectFrom('indicators.statistic')
    .select([
      'measurement_id',
      'measure_id',
      'initiative_id',
      'n',
      'favourable',
      'sum',
      'sum_of_squares',
      'counts',
      'unknown',
    ])
    .where('measurement_id', '=', sql<string>`any(${[...measurementIds]}::uuid[])`)
    .$if(measureIds !== undefined, query =>
      query.where('measure_id', '=', sql<string>`any(${[...(measureIds ?? [])]}::text[])`),
    )
    .execute()
  return rows.map(row => ({
    measurementId: row.measurement_id,
    measureId: row.measure_id,
    initiativeId: row.initiative_id,
    statistic: {
      n: row.n,
      favourable: row.favourable,
      sum: row.sum,
      sumOfSquares: row.sum_of_squares,
      counts: row.counts,
      unknown: row.unknown,
    },
  }))
}

export const partsOf = (counted: readonly CountedPart[], measurementId: string, measureId: string) =>
  counted.filter(part => part.measurementId === measurementId && part.measureId === measureId)

export const totalOf = (parts: readonly CountedPart[]): Statistic =>
  parts.map(({ statistic }) => statistic).reduce(merge, emptyStatistic(0))
