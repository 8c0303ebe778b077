import './tables.ts'
import type { DatabaseActor } from '../../platform/database/actor.ts'
import type { Database } from '../../platform/database/database.ts'
import type { AssociationRef } from './queries.ts'

const system: DatabaseActor = { room: 'system', id: null, associations: [] }

/** The three associations of the 2014 conference, under ids that the other modules' demo data can name. */
export const demoAssociations: readonly AssociationRef[] = [
  { id: '5a0c3d1e-0000-4000-8000-000000000001', slug: 'norra-vastmanland', name: 'Norra Västmanland' },
  {
    id: '5a0c3d1e-0000-4000-8000-000000000002',
    slug: 'huddinge-botkyrka-salem',
    name: 'Huddinge, Botkyrka och Salem',
  },
  { id: '5a0c3d1e-0000-4000-8000-000000000003', slug: 'ostra-ostergotland', name: 'Östra Östergötland' },
]

/** Puts the demo's associations in place; those that are there already stay. */
export async function loadAssociations(database: Database): Promise<void> {
  await database.write(system, trx =>
    trx
      .insertInto('organisations.association')
      .values([...demoAssociations])
      .onConflict(conflict => conflict.column('id').doNothing())
      .execute(),
  )
}
