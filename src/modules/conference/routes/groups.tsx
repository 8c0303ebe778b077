import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Background } from '../../../platform/background/background.ts'
import { type Entered, readForm } from '../../../platform/http/form.ts'
import type { Server } from '../../../platform/http/server.ts'
import type { Result } from '../../../platform/result.ts'
import {
  drawFrom,
  type GroupsWish,
  lotsFor,
  moveByHand,
  type SeatingRefusal,
  seatDrawn,
} from '../commands/groups.ts'
import { groupMessages } from '../messages/groups.ts'
import { loadExperts } from '../queries/experts.ts'
import { loadGroups } from '../queries/groups.ts'
import { figuresOf } from '../rules/groups/draw.ts'
import { groupsForm, moveForm } from '../schema/groups/form.ts'
import { Groups, type GroupsModel } from '../views/groups/Groups.tsx'
import { GroupsPrint } from '../views/groups/GroupsPrint.tsx'
import type { ConferenceRoutes } from './context.ts'
import { conferenceParams, followed, led, notFound, type StaffConference } from './staff.ts'

const path = '/conferences/:conference/groups'

/** Home groups and cross-groups: drawn, moved by hand, printed. */
export function groupsRoutes(app: Server, { background }: ConferenceRoutes): void {
  const done = z.enum(['drawn', 'moved']).optional().catch(undefined)

  app.get(
    path,
    { schema: { params: conferenceParams, querystring: z.object({ done }) } },
    async (request, reply) => {
      const found = await followed(request, request.params.conference)
      if (!found) return notFound(reply)
      return reply.page(<Groups {...(await groupsModel(request, found))} done={request.query.done} />)
    },
  )

  app.get(`${path}/print`, { schema: { params: conferenceParams } }, async (request, reply) => {
    const found = await followed(request, request.params.conference)
    if (!found) return notFound(reply)
    return reply.page(<GroupsPrint {...(await groupsModel(request, found))} />)
  })

  app.post(path, { schema: { params: conferenceParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    const { id } = found.conference
    const form = readForm(groupsForm, request.body, groupMessages[request.language].error)
    if (!form.ok) return groupsAgain(request, reply, found, 422, { errors: form.errors })
    const drawn = await drawGroups(request, background, id, form.value)
    if (!drawn.ok) return groupsAgain(request, reply, found, 409, { refusal: drawn.refusal })
    return reply.redirect(`/conferences/${id}/groups?done=drawn`, 303)
  })

  app.post(`${path}/move`, { schema: { params: conferenceParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    const { id } = found.conference
    const form = readForm(moveForm, request.body, groupMessages[request.language].error)
    if (!form.ok) {
      const movedIn = Number((form.entered as Readonly<Record<string, unknown>>).sitting)
      return groupsAgain(request, reply, found, 422, { errors: form.errors, movedIn })
    }
    const { expert: expertId, sitting, group } = form.value
    const moved = await request.write(trx =>
      moveByHand(trx, request.actor, id, { expertId, sitting, toGroup: group }),
    )
    if (!moved.ok)
      return groupsAgain(request, reply, found, 409, { refusal: moved.refusal, movedIn: sitting })
    return reply.redirect(`/conferences/${id}/groups?done=moved#sitting-${sitting}`, 303)
  })
}

async function drawGroups(
  request: FastifyRequest,
  background: Background,
  id: string,
  wish: GroupsWish,
): Promise<Result<void, SeatingRefusal>> {
  const { actor } = request
  const lots = await request.read(db => lotsFor(db, actor, id, wish))
  if (!lots.ok) return lots
  const drawn = await drawFrom(background, lots.value)
  if (!drawn.ok) return drawn
  return request.write(trx => seatDrawn(trx, actor, id, lots.value, drawn.value))
}

async function groupsModel(
  request: FastifyRequest,
  { conference, mayLead }: StaffConference,
): Promise<GroupsModel> {
  const [experts, { sittings }] = await request.read(db =>
    Promise.all([loadExperts(db, conference.id), loadGroups(db, conference.id)]),
  )
  const byId = new Map(experts.map(expert => [expert.id, expert]))
  const seated = sittings.map(groups => groups.map(group => group.flatMap(id => byId.get(id) ?? [])))
  const [first = []] = seated
  const isHomeFirst =
    first.length > 1 &&
    first.every(group => new Set(group.map(one => one.association)).size === 1) &&
    new Set(first.map(group => group[0]?.association)).size === first.length
  return {
    conference,
    mayLead,
    seed: conference.seed,
    experts,
    sittings: seated,
    isHomeFirst,
    figures: figuresOf(experts, sittings, isHomeFirst ? 1 : 0),
    entered: {},
    errors: {},
  }
}

async function groupsAgain(
  request: FastifyRequest,
  reply: FastifyReply,
  found: StaffConference,
  status: number,
  why: Partial<Pick<GroupsModel, 'errors' | 'refusal' | 'movedIn'>>,
) {
  const model = await groupsModel(request, found)
  return reply.code(status).page(<Groups {...model} entered={(request.body ?? {}) as Entered} {...why} />)
}
