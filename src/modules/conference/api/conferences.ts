import { z } from 'zod'
import type { Server } from '../../../platform/http/server.ts'
import { findConference, listConferences } from '../queries/conference.ts'
import { loadItems } from '../queries/items.ts'
import type { ConferenceRoutes } from '../routes/context.ts'
import { conferenceParams, followed, openReader } from '../routes/staff.ts'

const conference = z.object({
  id: z.uuid(),
  name: z.string(),
  place: z.string(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  information: z.string(),
  associations: z.array(z.uuid()).describe('Ids of the associations that hold it'),
  publishedAt: z.iso.datetime().nullable().describe('When its report became public; null before'),
})
const item = z.object({
  number: z.int().describe('Unique in the conference; never changes its content'),
  kind: z.string(),
  perspective: z.string(),
  wordingSv: z.string().describe('Empty where the item has no wording'),
  wordingEn: z.string(),
  explanation: z.string(),
  retired: z.boolean().describe('True when another item was made of it'),
  derived: z.enum(['merged', 'split', 'reworded']).nullable(),
  derivedFrom: z.array(z.int()).readonly(),
})
const problem = z.object({ status: z.int(), error: z.string() })

const tags = ['conference']
const notFound = { status: 404, error: 'not-found' }

/** Conferences and their items as JSON, for the same readers as the pages. */
export function conferenceApi(app: Server, { database }: ConferenceRoutes): void {
  const read = openReader(database)

  app.get(
    '/api/conferences',
    {
      schema: {
        tags,
        summary: 'The conferences that the reader may see',
        description: 'The latest first. A visitor sees those whose report is public.',
        response: { 200: z.array(conference) },
      },
    },
    async (request, reply) => {
      return reply.send((await read(request, db => listConferences(db))).map(shown))
    },
  )

  app.get(
    '/api/conferences/:conference',
    {
      schema: {
        tags,
        summary: 'One conference',
        params: conferenceParams,
        response: { 200: conference, 404: problem },
      },
    },
    async (request, reply) => {
      const found = await read(request, db => findConference(db, request.params.conference))
      return found ? reply.send(shown(found)) : reply.code(404).send(notFound)
    },
  )

  app.get(
    '/api/conferences/:conference/items',
    {
      schema: {
        tags,
        summary: 'The items of a conference, with their lineage',
        description: 'In the order of their numbers. While the conference is prepared, only for its staff.',
        params: conferenceParams,
        response: { 200: z.array(item), 404: problem },
      },
    },
    async (request, reply) => {
      const { conference: id } = request.params
      const staff = await followed(request, id)
      const open = staff?.conference ?? (await read(request, db => findConference(db, id)))
      if (!staff && !open?.publishedAt) return reply.code(404).send(notFound)
      return reply.send(await read(request, db => loadItems(db, id)))
    },
  )
}

const shown = ({
  id,
  name,
  place,
  startsOn,
  endsOn,
  information,
  associations,
  publishedAt,
}: Awaited<ReturnType<typeof listConferences>>[number]): z.input<typeof conference> => ({
  id,
  name,
  place,
  startsOn,
  endsOn,
  information,
  associations: [...associations],
  publishedAt: publishedAt?.toISOString() ?? null,
})
