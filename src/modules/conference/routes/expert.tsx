import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ConferenceSummary } from '../queries/conference.ts'
import { findOwn, type OwnExpert } from '../queries/take-part.ts'
import { NotInvited } from '../views/take-part/NotInvited.tsx'

/**
 * The expert who asks, and the conference of the invitation. Whoever is nobody's expert has been answered when this is
 * undefined.
 */
export async function ownConference(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ expert: OwnExpert; conference: ConferenceSummary } | undefined> {
  const { actor } = request
  const own = actor.kind === 'expert' ? await request.read(db => findOwn(db, actor)) : undefined
  if (!own) reply.code(403).page(<NotInvited />)
  return own
}

/** When this browser handed in its ballot. Only the browser keeps it. */
export function receivedAt(request: FastifyRequest, boxId: string): Date | undefined {
  const kept = request.kept(`received-${boxId}`)
  const at = new Date(Number(kept))
  return kept && !Number.isNaN(at.getTime()) ? at : undefined
}
