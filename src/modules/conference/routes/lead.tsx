import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { qrMatrix } from '../../../platform/documents/qr.ts'
import { readForm } from '../../../platform/http/form.ts'
import type { Server } from '../../../platform/http/server.ts'
import { streamView } from '../../../platform/http/stream.ts'
import type { Result } from '../../../platform/result.ts'
import { leadApi } from '../api/lead.ts'
import { closeRound, closeRunOffVote } from '../commands/close-round.ts'
import { demoConferences } from '../commands/demo.ts'
import type { LeadRefusal } from '../commands/locked-rounds.ts'
import { openRound } from '../commands/open-round.ts'
import { publishRound } from '../commands/publish-round.ts'
import { settleTieAtCut } from '../commands/settle-tie.ts'
import { lead } from '../messages/lead.ts'
import { leadForms } from '../messages/lead-forms.ts'
import { loadConsole } from '../queries/console.ts'
import { loadProjector } from '../queries/projector.ts'
import type { TakePart } from '../rules/lead-model.ts'
import { openForm, roundParams, settleForm } from '../schema/lead-forms.ts'
import { Console } from '../views/lead/Console.tsx'
import { Projector } from '../views/lead/Projector.tsx'
import type { ConferenceRoutes } from './context.ts'
import { leadFormRoutes } from './lead-forms.tsx'
import { resultRoutes } from './results.tsx'
import { conferenceParams, followed, led, notFound, openReader } from './staff.ts'

const minuteMs = 60_000

const doneQuery = z.object({ done: z.literal('reissued').optional().catch(undefined) })
const screen = z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1) })

/** Where the experts' phones go, also as a QR code. */
function takePartAt(publicUrl: string): TakePart {
  const link = `${publicUrl.replace(/\/$/, '')}/take-part`
  return { link, qr: qrMatrix(link).map(row => row.map(dark => (dark ? '1' : '0')).join('')) }
}

/** The facilitator's console and what is done from it. */
export function leadRoutes(app: Server, context: ConferenceRoutes): void {
  const { boxes, live, database, publicUrl, demo } = context
  leadApi(app, boxes, openReader(database))
  resultRoutes(app, openReader(database))
  leadFormRoutes(app, context)
  const takePart = takePartAt(publicUrl)
  const ofConference = { schema: { params: conferenceParams } }
  const ofRound = { schema: { params: roundParams } }

  /** The console as it is now, with the sentence that says why nothing was done. */
  async function answerConsole(
    request: FastifyRequest,
    reply: FastifyReply,
    conferenceId: string,
    about: { problem?: string | undefined; done?: 'reissued' | undefined },
  ) {
    const found = await request.read(db => loadConsole(db, boxes, conferenceId, request.language))
    if (!found) return notFound(reply)
    return reply.page(
      <Console
        model={found.model}
        isPractice={demo && conferenceId === demoConferences.practice}
        {...about}
      />,
    )
  }

  /** 303 back to the console, or 409 with the console and the refusal's sentence. */
  const answerResult = (
    request: FastifyRequest,
    reply: FastifyReply,
    conferenceId: string,
    result: Result<void, LeadRefusal>,
  ) =>
    result.ok
      ? reply.redirect(`/conferences/${conferenceId}/lead`, 303)
      : answerConsole(request, reply.code(409), conferenceId, {
          problem: leadForms[request.language].refusal[result.refusal],
        })

  app.get(
    '/conferences/:conference/lead',
    { schema: { params: conferenceParams, querystring: doneQuery } },
    async (request, reply) => {
      const { conference } = await led(request, request.params.conference)
      return answerConsole(request, reply, conference.id, { done: request.query.done })
    },
  )

  app.get('/conferences/:conference/events/console', ofConference, async (request, reply) => {
    const { conference } = await led(request, request.params.conference)
    const { language } = request
    // One message for all who lead, so it is made in the conference's name and not in one listener's.
    const listener = { room: 'association', id: null, associations: conference.associations } as const
    streamView(reply, live, `console ${conference.id} ${language}`, async () => {
      const found = await database.read(listener, db => loadConsole(db, boxes, conference.id, language))
      if (!found) throw new Error('the conference is gone')
      return { topics: found.topics, message: JSON.stringify(found.model) }
    })
    return reply
  })

  app.get(
    '/conferences/:conference/projector',
    { schema: { params: conferenceParams, querystring: screen } },
    async (request, reply) => {
      const conference = await followed(request, request.params.conference)
      if (!conference) return notFound(reply)
      const { id } = conference.conference
      const found = await request.read(db => loadProjector(db, boxes, id, request.language, takePart))
      return found ? reply.page(<Projector model={found.model} page={request.query.page} />) : notFound(reply)
    },
  )

  app.get('/conferences/:conference/events/projector', ofConference, async (request, reply) => {
    const found = await followed(request, request.params.conference)
    if (!found) return notFound(reply)
    const { id, associations } = found.conference
    const { language } = request
    const listener = { room: 'association', id: null, associations } as const
    streamView(reply, live, `projector ${id} ${language}`, async () => {
      const shown = await database.read(listener, db => loadProjector(db, boxes, id, language, takePart))
      if (!shown) throw new Error('the conference is gone')
      return { topics: shown.topics, message: JSON.stringify(shown.model) }
    })
    return reply
  })

  app.post('/conferences/:conference/rounds/:round/open', ofRound, async (request, reply) => {
    const { conference } = await led(request, request.params.conference)
    const t = lead[request.language]
    const form = readForm(openForm, request.body, { 'minutes-wrong': t.open.minutesWrong })
    if (!form.ok)
      return answerConsole(request, reply.code(422), conference.id, {
        problem: Object.values(form.errors).join(' '),
      })
    const { shownHash, minutes } = form.value
    const closesAt = minutes === null ? null : new Date(request.now.getTime() + minutes * minuteMs)
    const input = { conferenceId: conference.id, number: request.params.round, shownHash, closesAt }
    const result = await request.write(trx => openRound(trx, request.actor, boxes, input))
    return answerResult(request, reply, conference.id, result)
  })

  app.post('/conferences/:conference/rounds/:round/settle', ofRound, async (request, reply) => {
    const { conference } = await led(request, request.params.conference)
    const t = lead[request.language]
    const form = readForm(settleForm, request.body, { 'choose-first': t.tie.chooseFirst })
    if (!form.ok)
      return answerConsole(request, reply.code(422), conference.id, {
        problem: form.errors.decision ?? leadForms[request.language].refusal['no-such-tie'],
      })
    const { cut, items, decision } = form.value
    const result = await request.write(trx =>
      settleTieAtCut(trx, request.actor, boxes, {
        conferenceId: conference.id,
        number: request.params.round,
        tie: { cut, items, seats: 0 },
        decision,
      }),
    )
    return answerResult(request, reply, conference.id, result)
  })

  /** What is done with a round, or its run-off, by pressing one button. */
  const pressed = (what: string, command: RoundCommand) =>
    app.post(`/conferences/:conference/rounds/:round/${what}`, ofRound, async (request, reply) => {
      const { conference } = await led(request, request.params.conference)
      const input = { conferenceId: conference.id, number: request.params.round }
      const result = await request.write(trx => command(trx, request.actor, boxes, input))
      return answerResult(request, reply, conference.id, result)
    })
  pressed('close', closeRound)
  pressed('close-run-off', closeRunOffVote)
  pressed('publish', (trx, actor, _boxes, input) => publishRound(trx, actor, input))
}

type RoundCommand = typeof closeRound
