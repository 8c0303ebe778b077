import './tables.ts'
import type { Transaction } from '../../platform/database/tables.ts'
import type { AssociationRef } from './queries.ts'

/** Registers an association, or corrects its name. Done by the system, when an installation is set up. */
export async function registerAssociation(trx: Transaction, association: AssociationRef): Promise<void> {
  await trx
    .insertInto('organisations.association')
    .values(association)
    .onConflict(conflict =>
      conflict.column('id').doUpdateSet({ name: association.name, slug: association.slug }),
    )
    .execute()
}
