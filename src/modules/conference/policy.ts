import type { Actor } from '../identity/index.ts'

/** What a policy needs to know of a conference. */
export interface ConferenceRef {
  readonly id: string
  /** Ids of the associations that hold it. */
  readonly associations: readonly string[]
}

/** Thrown when a policy says no; becomes 403, and says nothing about what is there. */
class Forbidden extends Error {
  readonly statusCode = 403
}

/** @throws {Forbidden} */
export function requirePermission(allowed: boolean): asserts allowed {
  if (!allowed) throw new Forbidden('not allowed')
}

/** May begin a conference for the associations it works for. */
export const mayBegin = (actor: Actor, associations: readonly string[]): boolean =>
  leads(actor) && associations.length > 0 && associations.every(id => actor.associations.includes(id))

/** Prepares and leads it: items, experts, rules, rounds, report. */
export const mayLead = (actor: Actor, conference: ConferenceRef): boolean =>
  leads(actor) && actor.inAnyOf(conference.associations)

/** Follows the preparation and the results, and changes nothing. */
export const mayFollow = (actor: Actor, conference: ConferenceRef): boolean =>
  actor.kind === 'account' && actor.room === 'association' && actor.inAnyOf(conference.associations)

/** Prepares at home, notes arguments and takes a ballot: an invited expert, in the own conference only. */
export const mayTakePart = (
  actor: Actor,
  expert: { readonly id: string; readonly conferenceId: string },
  conference: ConferenceRef,
): boolean => actor.kind === 'expert' && actor.id === expert.id && expert.conferenceId === conference.id

const leads = (actor: Actor): boolean => actor.is('process-leader') || actor.is('association-manager')
