import './tables.ts'
import type { DatabaseActor } from '../../platform/database/actor.ts'
import type { Database } from '../../platform/database/database.ts'
import { demoAssociations } from '../organisations/index.ts'
import type { Role } from './rules.ts'

const system: DatabaseActor = { room: 'system', id: null, associations: [] }

interface DemoPersona {
  readonly id: string
  /** Where the persona works, as the login page says it. */
  readonly persona: string
  readonly role: Role
  readonly associations: readonly string[]
}

const [norra, huddinge] = demoAssociations
const at = (association: typeof norra, role: Role, last: number): DemoPersona[] =>
  association
    ? [
        {
          id: `5a0c3d1e-0000-4000-9000-00000000000${last}`,
          persona: association.name,
          role,
          associations: [association.id],
        },
      ]
    : []

/** Roles to try, not people: what a demo visitor can log in as. */
export const demoPersonas: readonly DemoPersona[] = [
  ...at(norra, 'process-leader', 1),
  ...at(huddinge, 'association-manager', 2),
  ...at(norra, 'board-secretary', 3),
  {
    id: '5a0c3d1e-0000-4000-9000-000000000004',
    persona: 'Psykiatrin',
    role: 'case-worker',
    associations: [],
  },
]

/** Puts the personas in place. Their login works only while the installation is a demo. */
export async function loadPersonas(database: Database): Promise<void> {
  await database.write(system, trx =>
    trx
      .insertInto('identity.account')
      .values(
        demoPersonas.map(persona => ({ ...persona, associations: [...persona.associations], active: true })),
      )
      .onConflict(conflict => conflict.column('id').doNothing())
      .execute(),
  )
}
