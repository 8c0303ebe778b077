import '../tables.ts'
import type { Reader } from '../../../platform/database/tables.ts'

/** Ids of the indicators that there are for the actor: numbers of the common ones, `own-…` of the associations' own. */
export async function knownIndicators(db: Reader): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('indicators.indicator').select('id').execute()
  return new Set(rows.map(({ id }) => id))
}
