import { readForm } from '../../../platform/http/form.ts'
import type { Server } from '../../../platform/http/server.ts'
import { associations } from '../../organisations/index.ts'
import { beginConference } from '../commands/conference.ts'
import { conferenceMessages } from '../messages/conferences.ts'
import { mayBegin, requirePermission } from '../policy.ts'
import { conferenceStates, listConferences } from '../queries/conference.ts'
import { newConferenceForm } from '../schema/prepare/conference-form.ts'
import { ConferenceList } from '../views/prepare/ConferenceList.tsx'
import { NewConference } from '../views/prepare/NewConference.tsx'

/** The list of conferences, and how a new one begins. */
export function conferencesRoutes(app: Server): void {
  app.get('/conferences', async (request, reply) => {
    const { actor } = request
    const [conferences, states] = await request.read(db =>
      Promise.all([listConferences(db), conferenceStates(db)]),
    )
    return reply.page(
      <ConferenceList
        mayBegin={mayBegin(actor, actor.associations)}
        conferences={conferences.map(one => ({
          ...one,
          state: one.publishedAt ? 'published' : (states.get(one.id) ?? 'preparing'),
          href: `/conferences/${one.id}`,
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
