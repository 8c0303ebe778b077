import './tables.ts'
import type { Reader } from '../database/tables.ts'

/**
 * Who took the right to answer in these boxes, known when they are closed: participation, which is not secret to those
 * who lead the box. What was answered is nowhere near, and neither is whether the right was used.
 * @returns ids of the holders by box; in a room that sees only its own rights, only those
 */
export async function holdersWhoTook(
  db: Reader,
  boxIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (boxIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('anonymous.entitlement')
    .select(['box_id', 'holder_id'])
    .where('box_id', 'in', [...boxIds])
    .where('taken', '=', true)
    .execute()
  const byBox = Map.groupBy(rows, row => row.box_id)
  return new Map([...byBox].map(([box, own]) => [box, new Set(own.map(row => row.holder_id))]))
}
