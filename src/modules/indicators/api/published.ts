import { z } from 'zod'
import type { DatabaseActor } from '../../../platform/database/actor.ts'
import { toCsv } from '../../../platform/documents/csv.ts'
import type { Server } from '../../../platform/http/server.ts'
import { publishedShares } from '../queries/published.ts'
import type { IndicatorRoutes } from '../routes/context.ts'
import { jsonStat, publishedJson, publishedRows, publishedTable, toJsonStat } from '../schema/published.ts'

const tags = ['open data']
const querystring = z.object({
  association: z.string().max(100).optional().describe('Short name of one association; all without it'),
})
/** Open data is the same for everybody: nobody's own rights are looked at. */
const anybody: DatabaseActor = { room: 'public', id: null, associations: [] }

/** What associations have published, for everybody and every program. */
export function openDataApi(app: Server, { database }: IndicatorRoutes): void {
  const published = (association: string | undefined) =>
    database.read(anybody, db => publishedShares(db, association))

  app.get(
    '/api/open-data/indicators',
    {
      schema: {
        tags,
        summary: 'Published results of indicators',
        description:
          'By association, period and indicator. Of whole associations, never of fewer than five people.',
        querystring,
        response: { 200: publishedJson },
      },
    },
    async (request, reply) => reply.send(publishedRows(await published(request.query.association))),
  )

  app.get(
    '/api/open-data/indicators/json-stat',
    {
      schema: {
        tags,
        summary: 'Published results of indicators as JSON-stat 2.0',
        querystring,
        response: { 200: jsonStat },
      },
    },
    async (request, reply) =>
      reply.send(toJsonStat(await published(request.query.association), request.language)),
  )

  app.get(
    '/api/open-data/indicators/csv',
    {
      schema: {
        tags,
        summary: 'Published results of indicators as CSV',
        description: 'UTF-8 with a byte order mark, semicolons, decimals as the language writes them.',
        querystring,
        response: { 200: z.string().describe('text/csv') },
      },
    },
    async (request, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="indicators.csv"')
        .send(
          toCsv(
            request.language,
            publishedTable(await published(request.query.association), request.language),
          ),
        ),
  )
}
