import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { qrMatrix } from '../../../platform/documents/qr.ts'
import { type Entered, type FieldErrors, readForm } from '../../../platform/http/form.ts'
import type { Server } from '../../../platform/http/server.ts'
import { associations } from '../../organisations/index.ts'
import { addExpert, changeExpert, type ExpertsRefusal, removeExpert } from '../commands/experts.ts'
import { drawLinks, inviteByLetter } from '../commands/invitations.ts'
import { expertMessages } from '../messages/experts.ts'
import { hasVoted, type ListedExpert, loadExperts } from '../queries/experts.ts'
import { balanceOf } from '../rules/experts/balance.ts'
import { expertForm, spelledAs } from '../schema/experts/form.ts'
import { EditExpert } from '../views/experts/EditExpert.tsx'
import { ExpertList, type ExpertListModel } from '../views/experts/ExpertList.tsx'
import { LinkSheets } from '../views/experts/LinkSheets.tsx'
import { OneLink } from '../views/experts/OneLink.tsx'
import type { ConferenceRoutes } from './context.ts'
import { expertsImportRoutes } from './experts-import.tsx'
import { conferenceParams, followed, led, notFound, type StaffConference } from './staff.ts'

const list = '/conferences/:conference/experts'
const oneParams = conferenceParams.extend({ expert: z.uuid() })

/** The experts: listed, written, changed, removed and invited. */
export function expertsRoutes(app: Server, context: ConferenceRoutes): void {
  expertsImportRoutes(app)
  listRoutes(app, context)
  oneExpertRoutes(app)
  invitationRoutes(app, context)
}

function listRoutes(app: Server, context: ConferenceRoutes): void {
  const done = z.enum(['imported', 'added', 'changed', 'removed', 'invited']).optional().catch(undefined)

  app.get(
    list,
    { schema: { params: conferenceParams, querystring: z.object({ done }) } },
    async (request, reply) => {
      const found = await followed(request, request.params.conference)
      if (!found) return notFound(reply)
      return reply.page(
        <ExpertList {...(await listModel(request, found, context))} done={request.query.done} />,
      )
    },
  )
}

async function listModel(
  request: FastifyRequest,
  { conference, mayLead }: StaffConference,
  { mailIsSet, demo }: ConferenceRoutes,
): Promise<ExpertListModel> {
  const experts = await request.read(db => loadExperts(db, conference.id))
  return {
    conference,
    mayLead,
    experts,
    balance: balanceOf(experts.filter(expert => expert.answered !== 'declined')),
    mailIsSet,
    demo,
  }
}

function oneExpertRoutes(app: Server): void {
  app.get(`${list}/new`, { schema: { params: conferenceParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    return formPage(request, reply, found, undefined, {}, {})
  })

  app.post(`${list}/new`, { schema: { params: conferenceParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    const { id } = found.conference
    const form = readForm(expertForm, request.body, expertMessages[request.language].error)
    if (!form.ok) return formPage(request, reply.code(422), found, undefined, form.entered, form.errors)
    const spelled = await known(request, id)
    const input = { ...form.value, association: spelledAs(spelled, form.value.association) }
    const added = await request.write(trx => addExpert(trx, request.actor, id, input))
    if (added.ok) return reply.redirect(`/conferences/${id}/experts?done=added`, 303)
    return formPage(request, reply.code(409), found, undefined, request.body as Entered, {}, added.refusal)
  })

  app.get(`${list}/:expert`, { schema: { params: oneParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    const expert = await oneExpert(request, found, request.params.expert)
    if (!expert) return notFound(reply)
    const { name, email, association, role, answered } = expert
    return formPage(request, reply, found, expert, {
      name,
      email: email ?? '',
      association,
      role,
      answered: answered ?? '',
    })
  })

  app.post(`${list}/:expert`, { schema: { params: oneParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    const { id } = found.conference
    const expert = await oneExpert(request, found, request.params.expert)
    if (!expert) return notFound(reply)
    const form = readForm(expertForm, request.body, expertMessages[request.language].error)
    if (!form.ok) return formPage(request, reply.code(422), found, expert, form.entered, form.errors)
    const spelled = await known(request, id)
    const input = { ...form.value, association: spelledAs(spelled, form.value.association) }
    const changed = await request.write(trx => changeExpert(trx, request.actor, id, expert.id, input))
    if (changed.ok) return reply.redirect(`/conferences/${id}/experts?done=changed`, 303)
    return formPage(request, reply.code(409), found, expert, request.body as Entered, {}, changed.refusal)
  })

  app.post(`${list}/:expert/remove`, { schema: { params: oneParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    const { id } = found.conference
    const expert = await oneExpert(request, found, request.params.expert)
    if (!expert) return notFound(reply)
    const removed = await request.write(trx => removeExpert(trx, request.actor, id, expert.id))
    if (removed.ok) return reply.redirect(`/conferences/${id}/experts?done=removed`, 303)
    const { name, email, association, role, answered } = expert
    const entered = { name, email: email ?? '', association, role, answered: answered ?? '' }
    return formPage(request, reply.code(409), found, expert, entered, {}, removed.refusal)
  })
}

async function oneExpert(
  request: FastifyRequest,
  { conference }: StaffConference,
  id: string,
): Promise<ListedExpert | undefined> {
  return (await request.read(db => loadExperts(db, conference.id))).find(one => one.id === id)
}

/** Names of associations: those of the conference's experts, and those that are known. */
async function known(
  request: FastifyRequest,
  conferenceId: string,
): Promise<{ readonly name: string; readonly also?: string }[]> {
  const [experts, all] = await request.read(db =>
    Promise.all([loadExperts(db, conferenceId), associations(db)]),
  )
  return [
    ...[...new Set(experts.map(one => one.association))].map(name => ({ name })),
    ...all.map(({ name, slug }) => ({ name, also: slug })),
  ]
}

async function formPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { conference }: StaffConference,
  expert: ListedExpert | undefined,
  entered: Entered,
  errors: FieldErrors = {},
  refusal?: ExpertsRefusal,
) {
  const [experts, all, voted] = await request.read(db =>
    Promise.all([loadExperts(db, conference.id), associations(db), hasVoted(db, conference.id)]),
  )
  return reply.page(
    <EditExpert
      conference={conference}
      expert={expert}
      associations={[...new Set([...experts.map(one => one.association), ...all.map(one => one.name)])]}
      roles={[...new Set(experts.map(one => one.role))]}
      mayRemove={!voted}
      entered={entered}
      errors={errors}
      {...(refusal && { refusal })}
    />,
  )
}

function invitationRoutes(app: Server, context: ConferenceRoutes): void {
  const { mailIsSet, demo, publicUrl } = context
  const refused = async (
    request: FastifyRequest,
    reply: FastifyReply,
    found: StaffConference,
    refusal: NonNullable<ExpertListModel['refusal']>,
  ) => reply.code(409).page(<ExpertList {...(await listModel(request, found, context))} refusal={refusal} />)

  app.post(`${list}/invite`, { schema: { params: conferenceParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    const { id } = found.conference
    if (!mailIsSet) return refused(request, reply, found, 'no-mail-server')
    const invited = await request.write(trx => inviteByLetter(trx, request.actor, id, 'not-invited'))
    if (!invited.ok) return refused(request, reply, found, invited.refusal)
    return reply.redirect(`/conferences/${id}/experts?done=invited`, 303)
  })

  app.post(`${list}/:expert/invite`, { schema: { params: oneParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    const { id } = found.conference
    if (!mailIsSet) return refused(request, reply, found, 'no-mail-server')
    const whom = { expertId: request.params.expert }
    const invited = await request.write(trx => inviteByLetter(trx, request.actor, id, whom))
    if (!invited.ok) return refused(request, reply, found, invited.refusal)
    return reply.redirect(`/conferences/${id}/experts?done=invited`, 303)
  })

  // Answered with the page itself and no redirect: the link is in this answer only, and in no address or history.
  app.post(`${list}/:expert/link`, { schema: { params: oneParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    const { conference } = found
    const expert = await oneExpert(request, found, request.params.expert)
    if (!expert) return notFound(reply)
    if (!demo && mailIsSet && expert.email !== null) return refused(request, reply, found, 'link-not-shown')
    const drawn = await request.write(trx =>
      drawLinks(trx, request.actor, conference.id, publicUrl, { expertId: expert.id }),
    )
    const [handed] = drawn.ok ? drawn.value.links : []
    if (!drawn.ok || !handed) return refused(request, reply, found, 'no-such-expert')
    return reply.page(
      <OneLink
        conference={conference}
        name={expert.name}
        link={handed.link}
        matrix={qrMatrix(handed.link)}
        endsAt={drawn.value.endsAt}
      />,
    )
  })

  app.post(`${list}/sheets`, { schema: { params: conferenceParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    const { conference } = found
    if (!demo && mailIsSet) return refused(request, reply, found, 'link-not-shown')
    const drawn = await request.write(trx => drawLinks(trx, request.actor, conference.id, publicUrl, 'all'))
    if (!drawn.ok) return refused(request, reply, found, drawn.refusal)
    return reply.page(
      <LinkSheets
        conference={conference}
        sheets={drawn.value.links.map(({ expert: { id, name }, link }) => ({
          id,
          name,
          link,
          matrix: qrMatrix(link),
        }))}
        endsAt={drawn.value.endsAt}
      />,
    )
  })
}
