import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { AnswerBoxes } from '../../../platform/anonymous/box.ts'
import type { Server } from '../../../platform/http/server.ts'
import type { Result } from '../../../platform/result.ts'
import { closeRound } from '../commands/close-round.ts'
import type { LeadRefusal } from '../commands/locked-rounds.ts'
import { openRound } from '../commands/open-round.ts'
import { publishRound } from '../commands/publish-round.ts'
import { leadForms } from '../messages/lead-forms.ts'
import { findConference } from '../queries/conference.ts'
import { findCounted, loadResult } from '../queries/results.ts'
import { led, type OpenRead } from '../routes/staff.ts'
import type { ResultModel } from '../rules/results/model.ts'
import { roundParams } from '../schema/lead-forms.ts'
import { doneJson, openJson, refusalJson, resultJson } from '../schema/results/json.ts'

const tags = ['conference']
const minuteMs = 60_000

/** Results for other programs, and the three steps of a round through the same commands as the console. */
export function leadApi(app: Server, boxes: AnswerBoxes, read: OpenRead): void {
  app.get(
    '/api/conferences/:conference/rounds/:round',
    {
      schema: {
        tags,
        summary: 'The published result of a voting round',
        params: roundParams,
        response: { 200: resultJson },
      },
    },
    async (request, reply) => {
      const { conference: id, round } = request.params
      const result = await read(request, async db => {
        if (!(await findConference(db, id))) return undefined
        const found = await findCounted(db, id, round)
        return found?.stored.round.state === 'published' ? loadResult(db, found, request.language) : undefined
      })
      return result ? reply.send(asJson(result)) : missing(reply)
    },
  )

  const step = { params: roundParams, response: { 200: doneJson, 409: refusalJson } }

  app.post(
    '/api/conferences/:conference/rounds/:round/open',
    { schema: { ...step, tags, summary: 'Open a voting round', body: openJson } },
    async (request, reply) => {
      await led(request, request.params.conference)
      const { shownHash, minutes } = request.body
      const result = await request.write(trx =>
        openRound(trx, request.actor, boxes, {
          ...about(request.params),
          shownHash,
          closesAt: minutes === null ? null : new Date(request.now.getTime() + minutes * minuteMs),
        }),
      )
      return answer(request, reply, result, 'open')
    },
  )

  app.post(
    '/api/conferences/:conference/rounds/:round/close',
    { schema: { ...step, tags, summary: 'Close a voting round and count it' } },
    async (request, reply) => {
      await led(request, request.params.conference)
      const result = await request.write(trx => closeRound(trx, request.actor, boxes, about(request.params)))
      return answer(request, reply, result, 'closed')
    },
  )

  app.post(
    '/api/conferences/:conference/rounds/:round/publish',
    { schema: { ...step, tags, summary: 'Publish the result of a voting round' } },
    async (request, reply) => {
      await led(request, request.params.conference)
      const result = await request.write(trx => publishRound(trx, request.actor, about(request.params)))
      return answer(request, reply, result, 'published')
    },
  )
}

const about = ({ conference, round }: { conference: string; round: number }) => ({
  conferenceId: conference,
  number: round,
})

const missing = (reply: FastifyReply) => {
  reply.callNotFound()
  return reply
}

const answer = (
  request: FastifyRequest,
  reply: FastifyReply,
  result: Result<void, LeadRefusal>,
  state: z.output<typeof doneJson>['state'],
) =>
  result.ok
    ? reply.code(200).send({ state })
    : reply.code(409).send({
        status: 409,
        error: result.refusal,
        sentence: leadForms[request.language].refusal[result.refusal],
      })

const asJson = (result: ResultModel): z.input<typeof resultJson> => ({
  conference: result.conferenceId,
  round: result.number,
  ballot: result.ballot,
  turnout: result.turnout,
  ruleHash: result.lockedRule.hash,
  deviations: result.deviations.map(({ hash, reason }) => ({ ruleHash: hash, reason })),
  ties: result.settled.map(({ cut, seats, items, decision }) => ({
    cut,
    seats,
    decision,
    items: [...items],
  })),
  items: result.items.map(({ name, label: _label, ballots: _ballots, rating, groups, ...item }) => ({
    ...item,
    wording: name,
    rating: rating && { ...rating, histogram: [...rating.histogram] },
    groups: [...groups],
  })),
  groups: [...result.groups],
})
