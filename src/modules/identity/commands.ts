import './tables.ts'
import type { Transaction } from '../../platform/database/tables.ts'
import type { Role } from './rules.ts'

export interface NewPersona {
  readonly id: string
  readonly persona: string
  readonly role: Role
  readonly associations: readonly string[]
}

/** Adds a demo persona, in the system's room. Its login works only while the installation is a demo. */
export async function addPersona(trx: Transaction, persona: NewPersona): Promise<void> {
  await trx
    .insertInto('identity.account')
    .values({ ...persona, associations: [...persona.associations], active: true })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
}
