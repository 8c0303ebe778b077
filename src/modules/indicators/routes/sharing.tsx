import { z } from 'zod'
import type { DatabaseActor } from '../../../platform/database/actor.ts'
import type { Server } from '../../../platform/http/server.ts'
import { decideSharing } from '../commands/participation.ts'
import { mayDecide, requirePermission } from '../policy.ts'
import { participationOf } from '../queries/compared.ts'
import { publishedShares } from '../queries/published.ts'
import { Published } from '../views/sharing/Published.tsx'
import { Sharing } from '../views/sharing/Sharing.tsx'
import type { IndicatorRoutes } from './context.ts'
import { chosen, chosenAssociation, notFound } from './staff.ts'

const body = z.object({
  association: z.string().max(100),
  sharing: z.enum(['compares', 'publishes']),
  on: z.enum(['yes', 'no']),
})
const anybody: DatabaseActor = { room: 'public', id: null, associations: [] }

/** Who else sees an association's results, and what everybody sees. */
export function sharingRoutes(app: Server, { database }: IndicatorRoutes): void {
  app.get('/indicators/sharing', { schema: { querystring: chosen } }, async (request, reply) => {
    const found = await chosenAssociation(request, request.query.association)
    if (!found) return notFound(reply)
    const { association } = found
    const participation = await request.read(db => participationOf(db, association.id))
    return reply.page(
      <Sharing
        association={association}
        participation={participation}
        mayDecide={mayDecide(request.actor, association.id)}
      />,
    )
  })

  app.post('/indicators/sharing', { schema: { body } }, async (request, reply) => {
    const { association: slug, sharing, on } = request.body
    const found = await chosenAssociation(request, slug)
    requirePermission(found !== undefined)
    const { id, slug: known } = found.association
    await request.write(trx =>
      decideSharing(trx, request.actor, { associationId: id, sharing, on: on === 'yes' }),
    )
    return reply.redirect(`/indicators/sharing?association=${known}`, 303)
  })

  app.get('/open-data', async (_request, reply) => {
    const shares = await database.read(anybody, db => publishedShares(db))
    return reply.page(<Published shares={shares} />)
  })
}
