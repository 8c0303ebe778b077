import { z } from 'zod'
import type { Server } from '../../../platform/http/server.ts'
import { loadIndicator } from '../queries/indicator.ts'
import { Indicator } from '../views/indicator/Indicator.tsx'
import { chosen, chosenAssociation, notFound } from './staff.ts'

const params = z.object({ indicator: z.string().max(100) })
const querystring = chosen.extend({
  period: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional()
    .catch(undefined),
})

/** One indicator of one association: over time, by group, by initiative, and beside other associations. */
export function indicatorPageRoutes(app: Server): void {
  app.get('/indicators/:indicator', { schema: { params, querystring } }, async (request, reply) => {
    const { association: slug, ...wished } = request.query
    const found = await chosenAssociation(request, slug)
    if (!found) return notFound(reply)
    const { association } = found
    const result = await request.read(db =>
      loadIndicator(db, association.id, request.params.indicator, wished),
    )
    if (!result) return notFound(reply)
    return reply.page(<Indicator result={result} association={association} />)
  })
}
