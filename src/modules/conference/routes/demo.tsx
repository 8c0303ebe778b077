import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Server } from '../../../platform/http/server.ts'
import { demoPersonas, type TryOuts } from '../../identity/index.ts'
import { demoConferences, readyToVote, restartPractice } from '../commands/demo.ts'
import { read2014 } from '../commands/demo-files.ts'
import { playVoters } from '../commands/demo-voters.ts'
import { demo } from '../messages/demo.ts'
import { mayLead, requirePermission } from '../policy.ts'
import { findConference } from '../queries/conference.ts'
import type { ConferenceRoutes } from './context.ts'

/** What a newcomer can try at once, and the figures of 2014 that say what it leads to. */
export function conferenceTryOuts(request: FastifyRequest): TryOuts {
  const t = demo[request.language]
  const { figures, ...about } = t.start
  return {
    ...about,
    figures: [
      { figure: 137, label: figures.items },
      { figure: 41, label: figures.comprehensive },
      { figure: 15, label: figures.core },
    ],
    choices: [
      { ...t.lead, action: '/try/lead', method: 'post' },
      { ...t.vote, action: '/try/vote', method: 'post' },
      { ...t.read, action: `/conferences/${demoConferences.finished}/report`, method: 'get' },
    ],
  }
}

/** Short ways in for a demo, and its voters. Registered only while the installation is a demo. */
export function demoRoutes(app: Server, { database, boxes, demoFolder }: ConferenceRoutes): void {
  app.post('/try/lead', async (_request, reply) => {
    const [leader] = demoPersonas
    if (!leader) return reply.callNotFound()
    await reply.logIn({
      kind: 'account',
      id: leader.id,
      scope: { role: leader.role, associations: leader.associations, name: leader.persona },
    })
    return reply.redirect(`/conferences/${demoConferences.practice}/lead`, 303)
  })

  app.post('/try/vote', async (_request, reply) => {
    const expert = await readyToVote(database, boxes)
    await reply.logIn({
      kind: 'expert',
      id: expert.id,
      scope: { name: expert.name, conference: demoConferences.practice },
    })
    return reply.redirect('/take-part', 303)
  })

  const conferenceParams = {
    schema: { params: z.object({ conference: z.literal([demoConferences.practice]) }) },
  }

  app.post('/conferences/:conference/demo/vote', conferenceParams, async (request, reply) => {
    const { conference } = request.params
    await requireLeader(request, conference)
    const { ballots } = await read2014(demoFolder)
    await playVoters(database, boxes, conference, ballots)
    return reply.redirect(`/conferences/${conference}/lead`, 303)
  })

  app.post('/conferences/:conference/demo/restart', conferenceParams, async (request, reply) => {
    const { conference } = request.params
    await requireLeader(request, conference)
    await restartPractice(database, boxes, demoFolder)
    return reply.redirect(`/conferences/${conference}`, 303)
  })
}

async function requireLeader(request: FastifyRequest, id: string) {
  const conference = await request.read(db => findConference(db, id))
  requirePermission(conference !== undefined && mayLead(request.actor, conference))
}
