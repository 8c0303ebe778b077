import './tables.ts'
import type { DatabaseActor } from '../../platform/database/actor.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Transaction } from '../../platform/database/tables.ts'
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

/** Those that measure in the demo: the three of 2014 and three that do not exist. All their answers are made up. */
export const measuringAssociations: readonly AssociationRef[] = [
  ...demoAssociations,
  { id: '5a0c3d1e-0000-4000-8000-000000000004', slug: 'sjobygden', name: 'Sjöbygden' },
  { id: '5a0c3d1e-0000-4000-8000-000000000005', slug: 'skogsbygden', name: 'Skogsbygden' },
  { id: '5a0c3d1e-0000-4000-8000-000000000006', slug: 'slattbygden', name: 'Slättbygden' },
]

/** Puts the demo's associations in place; those that are there already stay. */
export async function loadAssociations(database: Database): Promise<void> {
  await database.write(system, trx =>
    trx
      .insertInto('organisations.association')
      .values([...measuringAssociations])
      .onConflict(conflict => conflict.column('id').doNothing())
      .execute(),
  )
}

export interface NewInitiative {
  readonly id: string
  readonly associationId: string
  readonly name: string
  /** Dates without time, `YYYY-MM-DD`. */
  readonly startsOn: string | null
  readonly endsOn: string | null
}

/** What an association finances. Those that are there already stay. */
export async function addInitiatives(trx: Transaction, initiatives: readonly NewInitiative[]): Promise<void> {
  if (initiatives.length === 0) return
  await trx
    .insertInto('organisations.initiative')
    .values(
      initiatives.map(one => ({
        id: one.id,
        association_id: one.associationId,
        name: one.name,
        starts_on: one.startsOn,
        ends_on: one.endsOn,
      })),
    )
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
}
