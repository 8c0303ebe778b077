import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { AnswerBoxes } from '../../../platform/anonymous/box.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import type { Server } from '../../../platform/http/server.ts'
import { streamView } from '../../../platform/http/stream.ts'
import {
  closeEvaluation,
  type EvaluationRefusal,
  openEvaluation,
  withholdComment,
} from '../commands/evaluation.ts'
import { boxTopic, conferenceTopic } from '../events.ts'
import { loadEvaluation, type StoredEvaluation } from '../queries/evaluation.ts'
import { fewestShown } from '../rules/results/held-back.ts'
import { Evaluation, type EvaluationModel } from '../views/after/Evaluation.tsx'
import type { EvaluationTurnout } from '../views/after/EvaluationNow.tsx'
import type { ConferenceRoutes } from './context.ts'
import { conferenceParams, followed, led, notFound, type StaffConference } from './staff.ts'

const commentParams = conferenceParams.extend({ comment: z.uuid() })
const withholding = z.object({ withheld: z.enum(['yes', 'no']) })

/** The experts' evaluation, for the staff: opened, closed and read. */
export function evaluationRoutes(app: Server, { boxes, database, live }: ConferenceRoutes): void {
  const at = '/conferences/:conference/evaluation'

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { conference, mayLead }: StaffConference,
    refusal?: EvaluationRefusal,
  ): Promise<FastifyReply> {
    const evaluation = await request.read(async (db): Promise<EvaluationModel['evaluation']> => {
      const stored = await loadEvaluation(db, conference.id)
      if (!stored) return { state: 'none' }
      if (stored.state === 'open')
        return { state: 'open', turnout: await turnoutOf(db, boxes, conference.id, stored) }
      const { answered, entitled, questions, comments } = stored
      return { state: 'closed', answered: answered ?? 0, entitled: entitled ?? 0, questions, comments }
    })
    return reply
      .code(refusal ? 409 : 200)
      .page(<Evaluation {...{ conference, mayLead, evaluation, refusal }} fewest={fewestShown} />)
  }

  app.get(at, { schema: { params: conferenceParams } }, async (request, reply) => {
    const found = await followed(request, request.params.conference)
    return found ? show(request, reply, found) : notFound(reply)
  })

  app.get(
    '/conferences/:conference/events/evaluation',
    { schema: { params: conferenceParams } },
    async (request, reply) => {
      const found = await followed(request, request.params.conference)
      if (!found) return notFound(reply)
      const { id, associations } = found.conference
      // One message for all who follow, so it is made in the conference's name and not in one listener's.
      const listener = { room: 'association', id: null, associations } as const
      streamView(reply, live, `evaluation ${id}`, () =>
        database.read(listener, async db => {
          const stored = await loadEvaluation(db, id)
          if (!stored) throw new Error('there is no evaluation')
          return {
            topics: [conferenceTopic(id), boxTopic(stored.boxId)],
            message: JSON.stringify(await turnoutOf(db, boxes, id, stored)),
          }
        }),
      )
      return reply
    },
  )

  app.post(`${at}/open`, { schema: { params: conferenceParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    const input = { conferenceId: found.conference.id }
    const result = await request.write(trx => openEvaluation(trx, request.actor, boxes, input))
    if (!result.ok) return show(request, reply, found, result.refusal)
    return reply.redirect(pathOf(found), 303)
  })

  app.post(`${at}/close`, { schema: { params: conferenceParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    const input = { conferenceId: found.conference.id }
    const result = await request.write(trx => closeEvaluation(trx, request.actor, boxes, input))
    if (!result.ok) return show(request, reply, found, result.refusal)
    return reply.redirect(pathOf(found), 303)
  })

  app.post(
    `${at}/comments/:comment`,
    { schema: { params: commentParams, body: withholding } },
    async (request, reply) => {
      const found = await led(request, request.params.conference)
      const input = {
        conferenceId: found.conference.id,
        commentId: request.params.comment,
        withheld: request.body.withheld === 'yes',
      }
      const result = await request.write(trx => withholdComment(trx, request.actor, input))
      if (!result.ok) return show(request, reply, found, result.refusal)
      return reply.redirect(`${pathOf(found)}#comments`, 303)
    },
  )
}

/** While it is open how many have answered so far; of a closed one, how many did. */
async function turnoutOf(
  db: Reader,
  boxes: AnswerBoxes,
  conferenceId: string,
  stored: StoredEvaluation,
): Promise<EvaluationTurnout> {
  const isOpen = stored.state === 'open'
  const { answered, entitled } = isOpen ? await boxes.turnout(db, stored.boxId) : stored
  return { conferenceId, isOpen, answered: answered ?? 0, entitled: entitled ?? 0, fewest: fewestShown }
}

const pathOf = ({ conference }: StaffConference) => `/conferences/${conference.id}/evaluation`
