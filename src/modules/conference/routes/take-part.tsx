import { z } from 'zod'
import type { DatabaseActor } from '../../../platform/database/actor.ts'
import type { Server } from '../../../platform/http/server.ts'
import { streamView } from '../../../platform/http/stream.ts'
import { answerInvitation } from '../commands/take-part.ts'
import { conferenceTopic } from '../events.ts'
import { countItems, findHappening, findOwnSeat, loadPreparation } from '../queries/take-part.ts'
import { Home } from '../views/take-part/Home.tsx'
import type { ConferenceRoutes } from './context.ts'
import { ownConference, receivedAt } from './expert.tsx'
import { invitationRoutes } from './invitation.tsx'
import { ownEvaluationRoutes } from './own-evaluation.tsx'
import { ownPagesRoutes } from './own-pages.tsx'
import { voteRoutes } from './vote.tsx'

/** All that an invited expert does, on a phone, without an account. */
export function takePartRoutes(app: Server, context: ConferenceRoutes): void {
  const { database, live } = context
  invitationRoutes(app, context)
  voteRoutes(app, context)
  ownPagesRoutes(app)
  ownEvaluationRoutes(app, context)

  // A page that answered a form is read again, in another language for instance, at the page that the form is on.
  for (const [posted, home] of [
    ['/vote/:box', '/take-part/vote'],
    ['/take-part/vote/right', '/take-part/vote'],
    ['/answer/:box', '/take-part/evaluation'],
    ['/take-part/evaluation/right', '/take-part/evaluation'],
    ['/take-part/group/arguments/:argument/remove', '/take-part/group'],
    ['/take-part/answer', '/take-part'],
  ] as const)
    app.get(posted, { config: { anonymous: true } }, (_request, reply) => reply.redirect(home, 303))

  app.get('/take-part', async (request, reply) => {
    const own = await ownConference(request, reply)
    if (!own) return reply
    const { expert, conference } = own
    const found = await request.read(async db => {
      const [happening, prepared, items] = await Promise.all([
        findHappening(db, conference.id),
        loadPreparation(db, expert.id),
        countItems(db, conference.id),
      ])
      const seat = await findOwnSeat(db, expert.id, happening?.sitting ?? null)
      return { happening, marked: prepared.filter(one => one.mark !== '').length, seat, items }
    })
    if (!found.happening) return reply.callNotFound()
    const boxId = found.happening.vote?.boxId
    const at = boxId && receivedAt(request, boxId)
    return reply.page(
      <Home
        expert={expert}
        conference={conference}
        happening={found.happening}
        received={boxId && at ? { boxId, at: at.toISOString() } : undefined}
        items={found.items}
        marked={found.marked}
        seat={found.seat}
      />,
    )
  })

  app.post(
    '/take-part/answer',
    { schema: { body: z.object({ answer: z.enum(['accepted', 'declined']) }) } },
    async (request, reply) => {
      if (!(await ownConference(request, reply))) return reply
      await request.write(trx => answerInvitation(trx, request.actor, request.body.answer))
      return reply.redirect('/take-part', 303)
    },
  )

  app.get('/take-part/events', async (request, reply) => {
    const own = await ownConference(request, reply)
    if (!own) return reply
    const { id, associations } = own.conference
    // As the conference's own staff: one message serves all experts, also when the one who asked first is gone.
    const staff: DatabaseActor = { room: 'association', id: null, associations }
    streamView(reply, live, `experts ${id}`, async () => ({
      topics: [conferenceTopic(id)],
      message: JSON.stringify(await database.read(staff, db => findHappening(db, id))),
    }))
    return reply
  })
}
