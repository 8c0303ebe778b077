import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Entered, type FieldErrors, readForm } from '../../../platform/http/form.ts'
import type { Server } from '../../../platform/http/server.ts'
import { describeConference, undoDescription } from '../commands/conference.ts'
import { noteDeviation } from '../commands/deviations.ts'
import { conferenceMessages } from '../messages/conferences.ts'
import { prepare } from '../messages/prepare.ts'
import { conferenceStates, findConference } from '../queries/conference.ts'
import { associationNames, loadDeviations, loadPreparations } from '../queries/preparation-steps.ts'
import { stepsOf } from '../rules/steps.ts'
import { conferenceForm } from '../schema/prepare/conference-form.ts'
import { deviationForm } from '../schema/prepare/deviation-form.ts'
import { Description } from '../views/prepare/Description.tsx'
import { Hub, type HubModel } from '../views/prepare/Hub.tsx'
import type { ConferenceRoutes } from './context.ts'
import { expertsRoutes } from './experts.tsx'
import { groupsRoutes } from './groups.tsx'
import { itemsRoutes } from './items.tsx'
import { roundPlanRoutes } from './round-plan.tsx'
import {
  conferenceParams,
  followed,
  led,
  notFound,
  type OpenRead,
  openReader,
  type StaffConference,
} from './staff.ts'

/** What is done before the conference: the hub, its description, items, experts, rules and groups. */
export function prepareRoutes(app: Server, context: ConferenceRoutes): void {
  hubRoutes(app, openReader(context.database))
  descriptionRoutes(app)
  itemsRoutes(app)
  expertsRoutes(app, context)
  roundPlanRoutes(app)
  groupsRoutes(app, context)
}

function hubRoutes(app: Server, read: OpenRead): void {
  const query = z.object({ done: z.literal('deviation-noted').optional().catch(undefined) })

  app.get(
    '/conferences/:conference',
    { schema: { params: conferenceParams, querystring: query } },
    async (request, reply) => {
      const found = await followed(request, request.params.conference)
      if (found) return reply.page(<Hub {...(await hubModel(request, found))} done={request.query.done} />)
      // What is published has a page for everybody.
      const published = await read(request, db => findConference(db, request.params.conference))
      if (!published?.publishedAt) return notFound(reply)
      return reply.redirect(`/conferences/${published.id}/report`, 303)
    },
  )

  app.post(
    '/conferences/:conference/deviations',
    { schema: { params: conferenceParams } },
    async (request, reply) => {
      const found = await led(request, request.params.conference)
      const form = readForm(deviationForm, request.body, prepare[request.language].error)
      if (!form.ok)
        return reply.code(422).page(<Hub {...(await hubModel(request, found, form.entered, form.errors))} />)
      const { id } = found.conference
      await request.write(trx => noteDeviation(trx, request.actor, id, form.value))
      return reply.redirect(`/conferences/${id}?done=deviation-noted`, 303)
    },
  )
}

async function hubModel(
  request: FastifyRequest,
  { conference, mayLead }: StaffConference,
  entered: Entered = {},
  errors: FieldErrors = {},
): Promise<HubModel> {
  const [preparations, deviations, states, associations] = await request.read(db =>
    Promise.all([
      loadPreparations(db, conference.id),
      loadDeviations(db, conference.id),
      conferenceStates(db),
      associationNames(db, conference.associations),
    ]),
  )
  return {
    conference,
    mayLead,
    state: conference.publishedAt ? 'published' : (states.get(conference.id) ?? 'preparing'),
    associations,
    preparations,
    steps: stepsOf({
      ...preparations,
      information: conference.information,
      published: conference.publishedAt !== null,
    }),
    deviations: { deviations, entered, errors },
  }
}

function descriptionRoutes(app: Server): void {
  const path = '/conferences/:conference/description'
  const query = z.object({ done: z.enum(['saved', 'undone']).optional().catch(undefined) })

  app.get(path, { schema: { params: conferenceParams, querystring: query } }, async (request, reply) => {
    const { conference } = await led(request, request.params.conference)
    const { name, place, startsOn, endsOn, information } = conference
    return reply.page(
      <Description
        conference={conference}
        entered={{ name, place, startsOn, endsOn, information }}
        errors={{}}
        done={request.query.done}
      />,
    )
  })

  app.post(path, { schema: { params: conferenceParams } }, async (request, reply) => {
    const { conference } = await led(request, request.params.conference)
    const form = readForm(conferenceForm, request.body, conferenceMessages[request.language].error)
    if (!form.ok)
      return reply
        .code(422)
        .page(<Description conference={conference} entered={form.entered} errors={form.errors} />)
    await request.write(trx => describeConference(trx, request.actor, conference.id, form.value))
    return reply.redirect(`/conferences/${conference.id}/description?done=saved`, 303)
  })

  app.post(`${path}/undo`, { schema: { params: conferenceParams } }, async (request, reply) => {
    const { conference } = await led(request, request.params.conference)
    const undone = await request.write(trx => undoDescription(trx, request.actor, conference.id))
    return reply.redirect(`/conferences/${conference.id}/description${undone.ok ? '?done=undone' : ''}`, 303)
  })
}
