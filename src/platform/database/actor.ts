import pg from 'pg'

/**
 * The rooms: PostgreSQL roles that a transaction works in. Each sees only what migrations granted it.
 * `public`: whoever has no account (visitors, invited experts). `association`: staff of a coordination
 * association, without any grant on case data. `party`: staff of an authority.
 * `ballot_box`: takes in anonymous answers and knows nobody. `system`: sessions, outbox and other plumbing.
 */
export const rooms = ['public', 'association', 'party', 'ballot_box', 'system'] as const
export type Room = (typeof rooms)[number]

/** Who a transaction acts for, as far as the database needs to know it. */
export interface DatabaseActor {
  readonly room: Room
  /** Account, expert or other holder of a right; null for a visitor that nobody knows. */
  readonly id: string | null
  /** Ids of the associations the actor works for; empty means none, never all. */
  readonly associations: readonly string[]
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The statements that begin a transaction in the actor's room, as one message. */
export function beginAs(
  actor: DatabaseActor,
  mode: 'read only' | 'read write' | 'isolation level repeatable read read only',
): string {
  if (!rooms.includes(actor.room)) throw new Error('unknown room')
  for (const id of [actor.id, ...actor.associations]) {
    if (id !== null && !uuid.test(id)) throw new Error('an actor is named by uuid only')
  }
  const set = (name: string, value: string) => `set local mellanrum.${name} to ${pg.escapeLiteral(value)}`
  return [
    `begin ${mode}`,
    `set local role room_${actor.room}`,
    set('actor', actor.id ?? ''),
    set('associations', `{${actor.associations.join(',')}}`),
  ].join('; ')
}
