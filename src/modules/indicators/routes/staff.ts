import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type AssociationRef, associations } from '../../organisations/index.ts'
import { mayReadResults, requirePermission } from '../policy.ts'
import { respondentGroups } from '../rules/measure.ts'

/** What every page of results can be asked for. */
export const chosen = z.object({
  association: z.string().max(100).optional().catch(undefined),
  group: z.enum(respondentGroups).optional().catch(undefined),
})

/** The association that a page shows, and the others that the reader can choose. */
export interface ChosenAssociation {
  readonly association: AssociationRef
  readonly own: readonly AssociationRef[]
}

/**
 * The association that was asked for by its short name, or the reader's first.
 * @returns undefined when there is none of that name that the reader works for
 * @throws {Forbidden} for whoever reads no association's results
 */
export async function chosenAssociation(
  request: FastifyRequest,
  slug: string | undefined,
): Promise<ChosenAssociation | undefined> {
  requirePermission(mayReadResults(request.actor))
  const all = await request.read(db => associations(db))
  const own = all.filter(({ id }) => request.actor.inAnyOf([id]))
  const association = slug === undefined ? own[0] : own.find(one => one.slug === slug)
  return association && { association, own }
}

/** Answers that there is nothing here. */
export const notFound = (reply: FastifyReply): FastifyReply => {
  reply.callNotFound()
  return reply
}
