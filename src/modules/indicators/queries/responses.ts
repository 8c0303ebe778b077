import '../tables.ts'
import type { Reader } from '../../../platform/database/tables.ts'

/** How many have answered in each unit of the measurements: known also while answers come in. */
export interface UnitResponses {
  readonly measurementId: string
  /** The initiative, or `noInitiative`. */
  readonly initiativeId: string
  readonly answered: number
}

export async function responsesOf(
  db: Reader,
  measurementIds: readonly string[],
): Promise<readonly UnitResponses[]> {
  if (measurementIds.length === 0) return []
  return db
    .selectFrom('indicators.response')
    .select(['measurement_id as measurementId', 'initiative_id as initiativeId', 'answered'])
    .where('measurement_id', 'in', measurementIds)
    .execute()
}
