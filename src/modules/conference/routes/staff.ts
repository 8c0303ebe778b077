import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { DatabaseActor } from '../../../platform/database/actor.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import { mayFollow, mayLead, requirePermission } from '../policy.ts'
import { type ConferenceSummary, findConference } from '../queries/conference.ts'

const anybody: DatabaseActor = { room: 'public', id: null, associations: [] }

/** Reads what a page shows to whoever asks. */
export type OpenRead = <Shown>(
  request: FastifyRequest,
  work: (db: Reader) => Promise<Shown>,
) => Promise<Shown>

/**
 * Reads as the actor, for pages that also show what is public. An authority's own staff have no way into the
 * conference's tables at all: they read what is public, as somebody whom nobody knows.
 */
export const openReader =
  (database: Database): OpenRead =>
  (request, work) =>
    request.actor.room === 'party' ? database.read(anybody, work) : request.read(work)

export const conferenceParams = z.object({ conference: z.uuid() })

/** A conference and whether the one who asks may change it. */
export interface StaffConference {
  readonly conference: ConferenceSummary
  readonly mayLead: boolean
}

/** The conference of a page for its staff; undefined when there is none that the actor follows. */
export const followed = (request: FastifyRequest, id: string): Promise<StaffConference | undefined> =>
  followedWith(request, id, async () => ({}))

/** The conference together with what its page shows, on one way to the database and back. */
export async function followedWith<Shown extends object>(
  request: FastifyRequest,
  id: string,
  load: (db: Reader) => Promise<Shown>,
): Promise<(StaffConference & Shown) | undefined> {
  // An authority's own staff have no way into the conference's tables at all.
  if (request.actor.room === 'party') return undefined
  const [conference, shown] = await request.read(db => Promise.all([findConference(db, id), load(db)]))
  if (!conference || !mayFollow(request.actor, conference)) return undefined
  return { conference, mayLead: mayLead(request.actor, conference), ...shown }
}

/**
 * The conference that the actor is about to change; asked before anything else is looked at.
 * @throws {Forbidden} also when there is no such conference
 */
export async function led(request: FastifyRequest, id: string): Promise<StaffConference> {
  const found = await followed(request, id)
  requirePermission(found?.mayLead === true)
  return found as StaffConference
}

/** Answers that there is nothing here. */
export const notFound = (reply: FastifyReply): FastifyReply => {
  reply.callNotFound()
  return reply
}
