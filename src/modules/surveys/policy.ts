import type { Actor } from '../identity/index.ts'

/** Thrown when a policy says no; becomes 403, and says nothing about what is there. */
class Forbidden extends Error {
  readonly statusCode = 403
}

/** @throws {Forbidden} */
export function requirePermission(allowed: boolean): asserts allowed {
  if (!allowed) throw new Forbidden('not allowed')
}

/** Plans, opens and closes waves and writes questionnaires, for an association that it works for. */
export const mayAsk = (actor: Actor, associationId: string): boolean =>
  (actor.is('process-leader') || actor.is('association-manager')) && actor.inAnyOf([associationId])

/** Follows how many have answered, and changes nothing. */
export const mayFollow = (actor: Actor, associationId: string): boolean =>
  actor.kind === 'account' && actor.room === 'association' && actor.inAnyOf([associationId])
