import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { qrMatrix } from '../../../platform/documents/qr.ts'
import type { Server } from '../../../platform/http/server.ts'
import { streamView } from '../../../platform/http/stream.ts'
import { swedishDay } from '../../../platform/i18n/format.ts'
import type { Result } from '../../../platform/result.ts'
import { removeWave } from '../commands/planned-waves.ts'
import { closeWave, openWave } from '../commands/waves.ts'
import { waveTopic } from '../events.ts'
import { mayAsk } from '../policy.ts'
import { findWave, listWaves } from '../queries/waves.ts'
import { unitAddress } from '../rules/addresses.ts'
import type { WaveModel } from '../rules/wave-model.ts'
import { OneWave, type OneWaveModel } from '../views/waves/OneWave.tsx'
import { WaveList } from '../views/waves/WaveList.tsx'
import type { SurveyRoutes } from './context.ts'
import { followedWave, isStaff, ledWave, notFound, type StaffWave, waveParams } from './wave-access.ts'
import { waveFormRoutes } from './waves-form.tsx'
import { posterRoutes } from './waves-posters.tsx'

const ofWave = { schema: { params: waveParams } }
const done = z.enum(['planned', 'changed', 'opened', 'closed']).optional().catch(undefined)

/** The waves of one's associations: listed, planned, followed, opened and closed. */
export function waveRoutes(app: Server, context: SurveyRoutes): void {
  const { sheets, live, database, publicUrl } = context
  waveFormRoutes(app)
  posterRoutes(app, context)

  app.get(
    '/surveys',
    { schema: { querystring: z.object({ done: z.literal('removed').optional().catch(undefined) }) } },
    async (request, reply) => {
      if (!isStaff(request)) return notFound(reply)
      const { actor } = request
      const waves = await request.read(db => listWaves(db))
      return reply.page(
        <WaveList
          waves={waves}
          mayAsk={actor.associations.some(id => mayAsk(actor, id))}
          done={request.query.done}
        />,
      )
    },
  )

  const answerWave = (reply: FastifyReply, found: StaffWave, about: Pick<OneWaveModel, 'done' | 'refusal'>) =>
    reply.page(
      <OneWave
        {...found}
        {...about}
        ways={found.units.map(unit => {
          const address = unitAddress(publicUrl, unit.link)
          return { unitId: unit.id, initiative: unit.initiative, address, matrix: qrMatrix(address) }
        })}
      />,
    )

  app.get(
    '/surveys/:wave',
    { schema: { params: waveParams, querystring: z.object({ done }) } },
    async (request, reply) => {
      const found = await followedWave(request, request.params.wave)
      return found ? answerWave(reply, found, { done: request.query.done }) : notFound(reply)
    },
  )

  app.get('/surveys/:wave/events', ofWave, async (request, reply) => {
    const found = await followedWave(request, request.params.wave)
    if (!found) return notFound(reply)
    const { id, associationId } = found.wave
    // One message for all who follow, so it is made in the association's name and not in one listener's.
    const listener = { room: 'association', id: null, associations: [associationId] } as const
    streamView(reply, live, `wave ${id}`, async () => {
      const now = await database.read(listener, db => findWave(db, id))
      if (!now) throw new Error('the wave is gone')
      const model: WaveModel = { waveId: id, state: now.wave.state, units: now.units.map(responseOnly) }
      return { topics: [waveTopic(id)], message: JSON.stringify(model) }
    })
    return reply
  })

  /** What is done with a wave by pressing one button, and where it leads. */
  const pressed = (what: string, next: (id: string) => string, command: WaveCommand) =>
    app.post(`/surveys/:wave/${what}`, ofWave, async (request, reply) => {
      const found = await ledWave(request, request.params.wave)
      if (!found) return notFound(reply)
      const result = await command(request, found.wave.id)
      return result.ok
        ? reply.redirect(next(found.wave.id), 303)
        : answerWave(reply.code(409), found, { refusal: result.refusal })
    })
  pressed(
    'open',
    id => `/surveys/${id}?done=opened`,
    (request, waveId) =>
      request.write(trx => openWave(trx, request.actor, sheets, { waveId, today: swedishDay(request.now) })),
  )
  pressed(
    'close',
    id => `/surveys/${id}?done=closed`,
    (request, waveId) => request.write(trx => closeWave(trx, request.actor, sheets, { waveId })),
  )
  pressed(
    'remove',
    () => '/surveys?done=removed',
    (request, waveId) => request.write(trx => removeWave(trx, request.actor, waveId)),
  )
}

type WaveCommand = (
  request: FastifyRequest,
  waveId: string,
) => Promise<Result<void, NonNullable<OneWaveModel['refusal']>>>

/** Not the links: a message to browsers holds what it shows. */
const responseOnly = ({ id, initiative, expected, answered }: WaveModel['units'][number]) => ({
  id,
  initiative,
  expected,
  answered,
})
