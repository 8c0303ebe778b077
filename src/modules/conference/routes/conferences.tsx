import { readForm } from '../../../platform/http/form.ts'
import type { Server } from '../../../platform/http/server.ts'
import type { Actor } from '../../identity/index.ts'
import { associations } from '../../organisations/index.ts'
import { beginConference } from '../commands/conference.ts'
import { conferenceMessages } from '../messages/conferences.ts'
import { mayBegin, mayFollow, requirePermission } from '../policy.ts'
import { type ConferenceSummary, conferenceStates, listConferences } from '../queries/conference.ts'
import { newConferenceForm } from '../schema/prepare/conference-form.ts'
import { ConferenceList } from '../views/prepare/ConferenceList.tsx'
import { NewConference } from '../views/prepare/NewConference.tsx'
import type { ConferenceRoutes } from './context.ts'
import { openReader } from './staff.ts'

/** Where somebody reads of a conference: its staff all of it, an invited expert on the own page, others its report. */
const pageOf = (actor: Actor, conference: ConferenceSummary): string => {
  if (mayFollow(actor, conference)) return `/conferences/${conference.id}`
  return conference.publishedAt ? `/conferences/${conference.id}/report` : '/take-part'
}

/** The list of conferences, and how a new one begins. */
export function conferencesRoutes(app: Server, { database }: ConferenceRoutes): void {
  const read = openReader(database)

  app.get('/conferences', async (request, reply) => {
    const { actor } = request
    const [conferences, states] = await read(request, db =>
      Promise.all([listConferences(db), conferenceStates(db)]),
    )
    return reply.page(
      <ConferenceList
        mayBegin={mayBegin(actor, actor.associations)}
        conferences={conferences.map(one => ({
          ...one,
          state: one.publishedAt ? 'published' : (states.get(one.id) ?? 'preparing'),
          href: pageOf(actor, one),
        }))}
      />,
    )
  })

  app.get('/conferences/new', async (request, reply) => {
    requirePermission(mayBegin(request.actor, request.actor.associations))
    const own = await request.read(db => associations(db))
    return reply.page(
      <NewConference
        associations={own.filter(one => request.actor.associations.includes(one.id))}
        entered={{}}
        errors={{}}
      />,
    )
  })

  app.post('/conferences/new', async (request, reply) => {
    requirePermission(mayBegin(request.actor, request.actor.associations))
    const form = readForm(newConferenceForm, request.body, conferenceMessages[request.language].error)
    if (!form.ok) {
      const own = await request.read(db => associations(db))
      return reply
        .code(422)
        .page(
          <NewConference
            associations={own.filter(one => request.actor.associations.includes(one.id))}
            entered={form.entered}
            errors={form.errors}
          />,
        )
    }
    const id = await request.write(trx => beginConference(trx, request.actor, form.value))
    return reply.redirect(`/conferences/${id}`, 303)
  })
}
