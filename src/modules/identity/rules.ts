/** The roles that an account can act in. An expert of a conference has no account. */
export const roles = ['process-leader', 'association-manager', 'board-secretary', 'case-worker'] as const
export type Role = (typeof roles)[number]

/** Whom a request is made by, as policies ask: what is not said is forbidden. */
export interface Actor {
  /** `visitor`: nobody we know. `account`: staff. `expert`: an invited expert of a conference. */
  readonly kind: 'visitor' | 'account' | 'expert'
  readonly room: 'public' | 'association' | 'party'
  readonly id: string | null
  readonly role: Role | null
  /** What the page calls the actor: a role and where, never more than was chosen at the login. */
  readonly name: string
  readonly associations: readonly string[]
  /** The instant of the request: one for all that it does. */
  readonly now: Date
  is(role: Role): boolean
  /** An empty list never means everybody. */
  inAnyOf(associations: readonly string[]): boolean
}

interface Subject {
  readonly kind: string
  readonly id: string
  readonly scope: Readonly<Record<string, unknown>>
}

/** The actor of a session; a subject of an unknown kind is nobody. */
export function actorOf(subject: Subject | null, now: Date): Actor {
  const name = typeof subject?.scope.name === 'string' ? subject.scope.name : ''
  const role = roles.find(known => known === subject?.scope.role) ?? null
  if (subject?.kind === 'account' && role) {
    const associations = Array.isArray(subject.scope.associations)
      ? subject.scope.associations.map(String)
      : []
    return actor({
      kind: 'account',
      room: role === 'case-worker' ? 'party' : 'association',
      id: subject.id,
      role,
      name,
      associations,
      now,
    })
  }
  if (subject?.kind === 'expert')
    return actor({ kind: 'expert', room: 'public', id: subject.id, role: null, name, associations: [], now })
  return actor({ kind: 'visitor', room: 'public', id: null, role: null, name, associations: [], now })
}

const actor = (facts: Omit<Actor, 'is' | 'inAnyOf'>): Actor => ({
  ...facts,
  is: role => facts.role === role,
  inAnyOf: associations => facts.associations.some(own => associations.includes(own)),
})
