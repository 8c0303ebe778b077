import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { BoxRefusal } from '../../../platform/anonymous/box.ts'
import { newNonce } from '../../../platform/anonymous/right.ts'
import type { Server } from '../../../platform/http/server.ts'
import { takeRight } from '../commands/take-part.ts'
import { findHappening, loadPreparation } from '../queries/take-part.ts'
import { argumentsOn, findVote, type Vote, voteFinder } from '../queries/vote.ts'
import { type BallotProblem, checkBallot } from '../rules/rounds/ballot.ts'
import { ruleHash } from '../rules/rounds/rule-hash.ts'
import { enteredMarks, readMarks } from '../schema/take-part/ballot-form.ts'
import { BallotPage } from '../views/take-part/BallotPage.tsx'
import { NoVote } from '../views/take-part/NoVote.tsx'
import { VoteRefused } from '../views/take-part/VoteRefused.tsx'
import { VoteStart } from '../views/take-part/VoteStart.tsx'
import type { ConferenceRoutes } from './context.ts'
import { ownConference, receivedAt } from './expert.tsx'

const daySeconds = 24 * 3600
/** A thousand items, each with the longest choice, are 20 kB. */
const largestBallotBytes = 64 * 1024

export type BallotRefusal = BoxRefusal | 'right-missing'

/** How an expert votes: the ballot is fetched by somebody who is known, and handed in by nobody. */
export function voteRoutes(app: Server, { boxes, database }: ConferenceRoutes): void {
  const finder = voteFinder(database)

  app.get('/take-part/vote', async (request, reply) => {
    const own = await ownConference(request, reply)
    if (!own) return reply
    const { expert, conference } = own
    const found = await request.read(async db => {
      const now = await findHappening(db, conference.id)
      const vote = now?.vote && (await findVote(db, now.vote.boxId))
      if (!vote) return { now }
      const numbers = vote.items.map(item => item.number)
      const [noted, prepared] = await Promise.all([
        argumentsOn(db, conference.id, numbers),
        loadPreparation(db, expert.id),
      ])
      return { now, vote, noted, prepared }
    })
    if (!found.vote) return reply.page(<NoVote happening={found.now} />)
    const { vote, noted, prepared } = found
    const received = receivedAt(request, vote.boxId)
    if (request.kept(`right-${vote.boxId}`)) {
      return reply.page(
        <BallotPage
          vote={vote}
          arguments={noted}
          prepared={prepared}
          entered={new Map()}
          problems={[]}
          received={received}
        />,
      )
    }
    if (!request.kept(`nonce-${vote.boxId}`))
      reply.keep(`nonce-${vote.boxId}`, newNonce().toString('base64url'), daySeconds)
    return reply.page(
      <VoteStart
        vote={vote}
        ruleHash={ruleHash(vote.rule)}
        closesAt={found.now?.vote?.closesAt ?? null}
        received={received}
      />,
    )
  })

  app.post(
    '/take-part/vote/right',
    { schema: { body: z.object({ box: z.uuid() }) } },
    async (request, reply) => {
      const own = await ownConference(request, reply)
      if (!own) return reply
      const { box: boxId } = request.body
      const nonce = Buffer.from(request.kept(`nonce-${boxId}`) ?? '', 'base64url')
      // The cookie is set with the page that has the button; without it, that page comes first.
      if (nonce.length === 0) return reply.redirect('/take-part/vote', 303)
      const right = await takeRight(request.actor, boxes, { boxId, nonce })
      if (!right.ok) return reply.code(409).page(<VoteRefused refusal={right.refusal} />)
      reply.keep(`right-${boxId}`, right.value, daySeconds)
      return reply.redirect('/take-part/vote', 303)
    },
  )

  app.post(
    '/vote/:box',
    {
      // Whose session it is, is never looked up: the ballot comes with its right, and with nothing else.
      config: { anonymous: true },
      schema: { params: z.object({ box: z.uuid() }) },
      bodyLimit: largestBallotBytes,
    },
    async (request, reply) => {
      const boxId = request.params.box
      const right = request.kept(`right-${boxId}`)
      if (!right) return refuse(request, reply, 'right-missing')
      const vote = await finder.find(boxId)
      if (!vote)
        return wantsJson(request) ? reply.code(404).send({ error: 'no-such-vote' }) : reply.callNotFound()
      const marks = readMarks(request.body)
      const checked = checkBallot(vote.form, new Set(vote.items.map(item => item.number)), marks)
      if (!checked.ok) {
        // The page shows the ballot, which is for those who have one.
        const valid = await boxes.check(boxId, right)
        if (!valid.ok) return refuse(request, reply, valid.refusal)
        return sayWhatIsWrong(request, reply, vote, checked.problems)
      }
      const ballot = [...checked.ballot].map(([item, choice]) => ({ item, choice }))
      const handedIn = await boxes.handIn(boxId, right, ballot)
      if (!handedIn.ok) return refuse(request, reply, handedIn.refusal)
      reply.keep(`received-${boxId}`, String(request.now.getTime()), daySeconds)
      if (wantsJson(request)) return reply.send({ status: 'received', at: request.now.toISOString() })
      return reply.redirect('/take-part/vote', 303)
    },
  )

  async function sayWhatIsWrong(
    request: FastifyRequest,
    reply: FastifyReply,
    vote: Vote,
    problems: readonly BallotProblem[],
  ) {
    reply.code(422)
    if (wantsJson(request)) return reply.send({ error: 'ballot-wrong', problems: problems.slice(0, 100) })
    return reply.page(
      <BallotPage
        vote={vote}
        arguments={await finder.argumentsOn(vote)}
        prepared={[]}
        entered={enteredMarks(readMarks(request.body))}
        problems={problems}
        received={receivedAt(request, vote.boxId)}
      />,
    )
  }
}

/** 409: the state of the vote says no. 403: this browser's right does. */
const statusOf: Readonly<Record<BallotRefusal, number>> = {
  'right-missing': 403,
  'right-not-valid': 403,
  'not-entitled': 403,
  'box-closed': 409,
  'right-taken-elsewhere': 409,
  'right-not-taken': 409,
  'rights-used-up': 409,
}

const wantsJson = (request: FastifyRequest): boolean =>
  request.headers.accept?.includes('application/json') ?? false

function refuse(request: FastifyRequest, reply: FastifyReply, refusal: BallotRefusal) {
  reply.code(statusOf[refusal])
  if (wantsJson(request)) return reply.send({ error: refusal })
  return reply.page(<VoteRefused refusal={refusal} handedIn />)
}
