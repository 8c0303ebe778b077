import { z } from 'zod'
import { newNonce } from '../../../platform/anonymous/right.ts'
import { readForm } from '../../../platform/http/form.ts'
import type { Server } from '../../../platform/http/server.ts'
import { takeRight } from '../commands/take-part.ts'
import { evaluation } from '../messages/evaluation.ts'
import { findEvaluationBox, isEvaluationBox } from '../queries/vote.ts'
import { evaluationAnswer } from '../schema/after/evaluation-answer.ts'
import { EvaluationForm } from '../views/take-part/EvaluationForm.tsx'
import { VoteRefused } from '../views/take-part/VoteRefused.tsx'
import type { ConferenceRoutes } from './context.ts'
import { ownConference, receivedAt } from './expert.tsx'

const daySeconds = 24 * 3600
const path = '/take-part/evaluation'

/** How an expert evaluates the conference: the form is fetched by somebody who is known, and answered by nobody. */
export function ownEvaluationRoutes(app: Server, { boxes, database }: ConferenceRoutes): void {
  app.get(path, async (request, reply) => {
    const own = await ownConference(request, reply)
    if (!own) return reply
    const found = await request.read(db => findEvaluationBox(db, own.conference.id))
    const boxId = found?.boxId
    const isFetched = boxId !== undefined && request.kept(`right-${boxId}`) !== undefined
    if (found?.state === 'open' && !isFetched && !request.kept(`nonce-${boxId}`))
      reply.keep(`nonce-${boxId}`, newNonce().toString('base64url'), daySeconds)
    return reply.page(
      <EvaluationForm
        state={!found ? 'none' : found.state === 'closed' ? 'closed' : isFetched ? 'form' : 'start'}
        boxId={boxId}
        received={boxId === undefined ? undefined : receivedAt(request, boxId)}
        entered={{}}
        errors={{}}
      />,
    )
  })

  app.post(`${path}/right`, { schema: { body: z.object({ box: z.uuid() }) } }, async (request, reply) => {
    const own = await ownConference(request, reply)
    if (!own) return reply
    const { box: boxId } = request.body
    const nonce = Buffer.from(request.kept(`nonce-${boxId}`) ?? '', 'base64url')
    if (nonce.length === 0) return reply.redirect(path, 303)
    const right = await takeRight(request.actor, boxes, { boxId, nonce })
    if (!right.ok) return reply.code(409).page(<VoteRefused refusal={right.refusal} about="evaluation" />)
    reply.keep(`right-${boxId}`, right.value, daySeconds)
    return reply.redirect(path, 303)
  })

  app.post(
    '/answer/:box',
    {
      // As for a ballot: the answer comes with its right, and with nothing else.
      config: { anonymous: true },
      schema: { params: z.object({ box: z.uuid() }) },
      bodyLimit: 64 * 1024,
    },
    async (request, reply) => {
      const boxId = request.params.box
      const right = request.kept(`right-${boxId}`)
      const refused = (refusal: string, status: number) =>
        reply.code(status).page(<VoteRefused refusal={refusal} handedIn about="evaluation" />)
      if (!right) return refused('right-missing', 403)
      if (!(await isEvaluationBox(database, boxId))) return reply.callNotFound()
      const form = readForm(evaluationAnswer, request.body, evaluation[request.language].error)
      if (!form.ok) {
        return reply
          .code(422)
          .page(
            <EvaluationForm
              state="form"
              boxId={boxId}
              received={undefined}
              entered={form.entered}
              errors={form.errors}
            />,
          )
      }
      const handedIn = await boxes.handIn(boxId, right, form.value)
      if (!handedIn.ok) return refused(handedIn.refusal, handedIn.refusal === 'right-not-valid' ? 403 : 409)
      reply.keep(`received-${boxId}`, String(request.now.getTime()), daySeconds)
      return reply.redirect(path, 303)
    },
  )
}
