import { z } from 'zod'
import type { Server } from '../../../platform/http/server.ts'
import { findInvitation, redeemInvitation } from '../commands/take-part.ts'
import { Invitation } from '../views/take-part/Invitation.tsx'
import { WrongInvitation } from '../views/take-part/WrongInvitation.tsx'
import type { ConferenceRoutes } from './context.ts'

const link = { schema: { params: z.object({ token: z.string().max(200) }) } }
const path = '/invitation/:token'

/**
 * How an expert comes in. Wrong links are slowed down for each address; a right one opens whatever else came from there,
 * so nobody can lock a conference room out. What protects the links is their 256 bits, not this.
 */
const wrongLinksPerMinute = 30

export function invitationRoutes(app: Server, { database }: ConferenceRoutes): void {
  const countWrong = app.createRateLimit({
    max: wrongLinksPerMinute,
    timeWindow: 60_000,
    keyGenerator: request => request.ip,
  })

  // Only shows: mail scanners and previews open links too.
  app.get(path, link, async (request, reply) => {
    const invitation = await findInvitation(database, request.params.token, request.now)
    if (invitation) return reply.page(<Invitation {...invitation} action={request.url.split('?')[0] ?? ''} />)
    return wrong(request, reply)
  })

  app.post(path, link, async (request, reply) => {
    const invitation = await redeemInvitation(database, request.params.token, request.now)
    if (!invitation) return wrong(request, reply)
    await reply.logIn({
      kind: 'expert',
      id: invitation.expertId,
      scope: { conference: invitation.conferenceId, name: invitation.expert },
    })
    return reply.redirect('/take-part', 303)
  })

  async function wrong(request: Parameters<typeof countWrong>[0], reply: import('fastify').FastifyReply) {
    const counted = await countWrong(request)
    const isTooMany = !counted.isAllowed && counted.isExceeded
    return reply
      .code(isTooMany ? 429 : 404)
      .page(<WrongInvitation tooMany={isTooMany} isInside={request.actor.kind === 'expert'} />)
  }
}
