import type { Actor } from '../identity/index.ts'

/** Thrown when a policy says no; becomes 403, and says nothing about what is there. */
class Forbidden extends Error {
  readonly statusCode = 403
}

/** @throws {Forbidden} */
export function requirePermission(allowed: boolean): asserts allowed {
  if (!allowed) throw new Forbidden('not allowed')
}

/** Reads the results of at least one association. */
export const mayReadResults = (actor: Actor): boolean =>
  actor.kind === 'account' && actor.room === 'association' && actor.associations.length > 0

/** Reads all results of this association. Others see at most what it compares or publishes. */
export const mayRead = (actor: Actor, associationId: string): boolean =>
  mayReadResults(actor) && actor.inAnyOf([associationId])

/** Imports old results, adds indicators and decides who else may see the results. */
export const mayDecide = (actor: Actor, associationId: string): boolean =>
  (actor.is('process-leader') || actor.is('association-manager')) && actor.inAnyOf([associationId])
