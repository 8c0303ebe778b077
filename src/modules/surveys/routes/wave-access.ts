import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { mayAsk, mayFollow, requirePermission } from '../policy.ts'
import { findWave, type WaveSummary, type WaveUnit } from '../queries/waves.ts'

export const waveParams = z.object({ wave: z.uuid() })

/** A wave as its pages need it, and whether the one who asks may change it. */
export interface StaffWave {
  readonly wave: WaveSummary
  readonly units: readonly WaveUnit[]
  readonly mayAsk: boolean
}

/** Does the actor work for an association at all? Nobody else has a way into the tables of surveys. */
export const isStaff = ({ actor }: FastifyRequest): boolean =>
  actor.kind === 'account' && actor.room === 'association'

/** The wave of a page for its staff; undefined when there is none that the actor follows. */
export async function followedWave(request: FastifyRequest, id: string): Promise<StaffWave | undefined> {
  if (!isStaff(request)) return undefined
  const found = await request.read(db => findWave(db, id))
  if (!found || !mayFollow(request.actor, found.wave.associationId)) return undefined
  return { ...found, mayAsk: mayAsk(request.actor, found.wave.associationId) }
}

/**
 * The wave that the actor is about to change; asked before anything else is looked at.
 * @throws {Forbidden} for those who follow it only
 */
export async function ledWave(request: FastifyRequest, id: string): Promise<StaffWave | undefined> {
  const found = await followedWave(request, id)
  if (found) requirePermission(found.mayAsk)
  return found
}

/** Answers that there is nothing here. */
export const notFound = (reply: FastifyReply): FastifyReply => {
  reply.callNotFound()
  return reply
}
