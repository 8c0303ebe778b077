import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Server } from '../../../platform/http/server.ts'
import {
  closeEvaluation,
  type EvaluationRefusal,
  openEvaluation,
  withholdComment,
} from '../commands/evaluation.ts'
import { loadEvaluation } from '../queries/evaluation.ts'
import { fewestShown } from '../rules/results/held-back.ts'
import { Evaluation, type EvaluationModel } from '../views/after/Evaluation.tsx'
import type { ConferenceRoutes } from './context.ts'
import { conferenceParams, followed, led, notFound, type StaffConference } from './staff.ts'

const commentParams = conferenceParams.extend({ comment: z.uuid() })
const withholding = z.object({ withheld: z.enum(['yes', 'no']) })

/** The experts' evaluation, for the staff: opened, closed and read. */
export function evaluationRoutes(app: Server, { boxes }: ConferenceRoutes): void {
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
      if (stored.state === 'open') return { state: 'open', ...(await boxes.turnout(db, stored.boxId)) }
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

const pathOf = ({ conference }: StaffConference) => `/conferences/${conference.id}/evaluation`
