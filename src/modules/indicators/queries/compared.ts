import '../tables.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import type { ComparedUnit } from '../rules/comparison.ts'

/** Who else may see an association's results. */
export interface Participation {
  readonly compares: boolean
  readonly publishes: boolean
}

export async function participationOf(db: Reader, associationId: string): Promise<Participation> {
  const row = await db
    .selectFrom('indicators.participation')
    .select(['compares', 'publishes'])
    .where('association_id', '=', associationId)
    .executeTakeFirst()
  return row ?? { compares: false, publishes: false }
}

/** All that compare or publish their results, on one measure in one period. The view holds nothing on fewer than five, and no parts. */
export const comparedUnits = (
  db: Reader,
  asked: { readonly period: string; readonly measureId: string },
): Promise<ComparedUnit[]> =>
  db
    .selectFrom('indicators.compared as compared')
    .innerJoin('organisations.association as association', 'association.id', 'compared.association_id')
    .select(['association.id as associationId', 'association.name', 'compared.n', 'compared.favourable'])
    .where('compared.period', '=', asked.period)
    .where('compared.measure_id', '=', asked.measureId)
    .orderBy('association.name')
    .execute()
