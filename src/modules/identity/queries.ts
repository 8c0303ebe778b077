import './tables.ts'
import type { Reader } from '../../platform/database/tables.ts'

export interface Persona {
  readonly id: string
  readonly persona: string
  readonly role: string
  readonly associations: readonly string[]
}

/** The demo's personas, in the system's room. Empty in an installation that never was a demo. */
export async function personas(db: Reader): Promise<Persona[]> {
  const rows = await db
    .selectFrom('identity.account')
    .select(['id', 'persona', 'role', 'associations'])
    .where('persona', 'is not', null)
    .where('active', '=', true)
    .orderBy('id')
    .execute()
  return rows.flatMap(row => (row.persona === null ? [] : [{ ...row, persona: row.persona }]))
}
