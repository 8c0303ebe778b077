import '../tables.ts'
import type { Reader } from '../../../platform/database/tables.ts'

/** All that was counted of one measurement, released or not. In the room of the system. */
export async function keptCounts(db: Reader, measurementId: string) {
  const [statistics, responses] = await Promise.all([
    db
      .selectFrom('indicators.statistic')
      .select([
        'measurement_id as measurementId',
        'measure_id as measureId',
        'initiative_id as initiativeId',
        'n',
        'favourable',
        'sum',
        'sum_of_squares as sumOfSquares',
        'counts',
        'unknown',
      ])
      .where('measurement_id', '=', measurementId)
      .execute(),
    db
      .selectFrom('indicators.response')
      .select(['measurement_id as measurementId', 'initiative_id as initiativeId', 'answered'])
      .where('measurement_id', '=', measurementId)
      .execute(),
  ])
  return { answers: statistics, responses }
}
