import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Entered, type FieldErrors, readForm } from '../../../platform/http/form.ts'
import type { Server } from '../../../platform/http/server.ts'
import { type ArgumentRefusal, noteArgument, removeArgument, savePreparation } from '../commands/take-part.ts'
import { ownGroup } from '../messages/own-group.ts'
import { findResult } from '../queries/round-result.ts'
import {
  findHappening,
  itemsInDiscussion,
  loadItemTexts,
  loadOwnGroups,
  loadPreparation,
} from '../queries/take-part.ts'
import { argumentsOn } from '../queries/vote.ts'
import { seatNow } from '../rules/take-part/stages.ts'
import { argumentForm } from '../schema/take-part/argument-form.ts'
import { readPreparation } from '../schema/take-part/preparation-form.ts'
import { Group } from '../views/take-part/Group.tsx'
import { Items } from '../views/take-part/Items.tsx'
import { RoundResult } from '../views/take-part/RoundResult.tsx'
import { ownConference } from './expert.tsx'

const shown = z.object({ show: z.enum(['all', 'unmarked']).catch('all'), saved: z.string().optional() })
const done = z.object({ done: z.enum(['saved', 'removed']).optional().catch(undefined) })

/** What an expert reads and writes besides the vote: the items at home, the group, the results. */
export function ownPagesRoutes(app: Server): void {
  app.get('/take-part/items', { schema: { querystring: shown } }, async (request, reply) => {
    const own = await ownConference(request, reply)
    if (!own) return reply
    const [items, prepared] = await request.read(db =>
      Promise.all([loadItemTexts(db, own.conference.id), loadPreparation(db, own.expert.id)]),
    )
    const { show, saved } = request.query
    return reply.page(
      <Items items={items} prepared={prepared} show={show} saved={saved !== undefined} tooLong={[]} />,
    )
  })

  app.post('/take-part/items', { schema: { querystring: shown } }, async (request, reply) => {
    const own = await ownConference(request, reply)
    if (!own) return reply
    const { prepared, tooLong } = readPreparation(request.body)
    const isScript = request.headers.accept?.includes('application/json') ?? false
    if (tooLong.length === 0) {
      await request.write(trx => savePreparation(trx, request.actor, prepared))
      if (isScript) return reply.send({ status: 'saved', at: request.now.toISOString() })
      return reply.redirect(`/take-part/items?show=${request.query.show}&saved=yes`, 303)
    }
    reply.code(422)
    if (isScript) return reply.send({ error: 'note-too-long', items: tooLong })
    const [items, before] = await request.read(db =>
      Promise.all([loadItemTexts(db, own.conference.id), loadPreparation(db, own.expert.id)]),
    )
    const typed = new Map(before.map(one => [one.item, one]))
    for (const one of prepared) typed.set(one.item, { mark: '', note: '', ...typed.get(one.item), ...one })
    return reply.page(
      <Items items={items} prepared={[...typed.values()]} show="all" saved={false} tooLong={tooLong} />,
    )
  })

  app.get('/take-part/group', { schema: { querystring: done } }, (request, reply) =>
    groupPage(request, reply, { done: request.query.done }),
  )

  app.post('/take-part/group', async (request, reply) => {
    const own = await ownConference(request, reply)
    if (!own) return reply
    const form = readForm(argumentForm, request.body, ownGroup[request.language].error)
    if (!form.ok) {
      reply.code(422)
      return groupPage(request, reply, { entered: form.entered, errors: form.errors })
    }
    const noted = await request.write(trx => noteArgument(trx, request.actor, form.value))
    if (noted.ok) return reply.redirect('/take-part/group?done=saved', 303)
    reply.code(409)
    return groupPage(request, reply, { entered: request.body as Entered, refusal: noted.refusal })
  })

  app.post(
    '/take-part/group/arguments/:argument/remove',
    { schema: { params: z.object({ argument: z.uuid() }) } },
    async (request, reply) => {
      const own = await ownConference(request, reply)
      if (!own) return reply
      const removed = await request.write(trx => removeArgument(trx, request.actor, request.params.argument))
      if (removed.ok) return reply.redirect('/take-part/group?done=removed', 303)
      reply.code(409)
      return groupPage(request, reply, { refusal: removed.refusal })
    },
  )

  app.get(
    '/take-part/results/:round',
    { schema: { params: z.object({ round: z.coerce.number().int().min(1).max(10_000) }) } },
    async (request, reply) => {
      const own = await ownConference(request, reply)
      if (!own) return reply
      const result = await request.read(db =>
        findResult(db, own.conference.id, request.params.round, request.language),
      )
      return result ? reply.page(<RoundResult {...result} />) : reply.callNotFound()
    },
  )
}

async function groupPage(
  request: FastifyRequest,
  reply: FastifyReply,
  said: {
    readonly entered?: Entered
    readonly errors?: FieldErrors
    readonly refusal?: ArgumentRefusal
    readonly done?: 'saved' | 'removed' | undefined
  },
) {
  const own = await ownConference(request, reply)
  if (!own) return reply
  const model = await request.read(async db => {
    const [groups, items, happening] = await Promise.all([
      loadOwnGroups(db, own.expert.id),
      itemsInDiscussion(db, own.conference.id),
      findHappening(db, own.conference.id),
    ])
    const noted = await argumentsOn(
      db,
      own.conference.id,
      items.map(item => item.number),
    )
    return { groups, now: seatNow(groups, happening?.sitting ?? null), items, arguments: noted }
  })
  return reply.page(
    <Group
      {...model}
      expertId={own.expert.id}
      entered={said.entered ?? {}}
      errors={said.errors ?? {}}
      refusal={said.refusal}
      done={said.done}
    />,
  )
}
