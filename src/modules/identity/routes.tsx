import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Server } from '../../platform/http/server.ts'
import { messages } from './messages.ts'
import { type Persona, personas } from './queries.ts'
import { type Role, roles } from './rules.ts'
import { LogIn } from './views/LogIn.tsx'
import { Start, type TryOuts } from './views/Start.tsx'

export interface IdentityRoutes {
  /** True while personas may log in. */
  readonly demo: boolean
  /** Reads the personas, in the system's room. */
  readonly readPersonas: (work: typeof personas) => Promise<Persona[]>
  /** What the other modules offer a newcomer to try. */
  readonly tryOuts: (request: FastifyRequest) => TryOuts
}

/** Only addresses of our own: a login must not send anybody elsewhere. */
const ownPath = z
  .string()
  .regex(/^\/(?![/\\])[^\\\r\n]*$/)
  .catch('/')

const isRole = (role: string): role is Role => roles.some(known => known === role)

export function identityRoutes(app: Server, { demo, readPersonas, tryOuts }: IdentityRoutes): void {
  app.get('/', async (request, reply) => reply.page(<Start tryOuts={demo ? tryOuts(request) : undefined} />))

  app.get(
    '/log-in',
    { schema: { querystring: z.object({ next: ownPath.default('/') }) } },
    async (request, reply) => {
      const known = demo ? await readPersonas(personas) : []
      const choices = known.flatMap(one =>
        isRole(one.role) ? [{ id: one.id, role: one.role, place: one.persona }] : [],
      )
      return reply.page(<LogIn personas={choices} next={request.query.next} />)
    },
  )

  app.post(
    '/log-in',
    { schema: { body: z.object({ persona: z.uuid(), next: ownPath.default('/') }) } },
    async (request, reply) => {
      const known = demo ? await readPersonas(personas) : []
      const persona = known.find(one => one.id === request.body.persona)
      if (!persona || !isRole(persona.role)) return reply.code(403).page(<LogIn personas={[]} next="/" />)
      await reply.logIn({
        kind: 'account',
        id: persona.id,
        scope: { role: persona.role, associations: persona.associations, name: persona.persona },
      })
      return reply.redirect(request.body.next, 303)
    },
  )

  app.post('/log-out', async (_request, reply) => {
    await reply.logOut()
    return reply.redirect('/', 303)
  })
}

/** What the page calls a role. */
export const roleName = (request: FastifyRequest): string | undefined =>
  request.actor.role ? messages[request.language].roles[request.actor.role] : undefined
