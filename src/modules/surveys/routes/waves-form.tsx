import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Entered, readForm } from '../../../platform/http/form.ts'
import type { Server } from '../../../platform/http/server.ts'
import { swedishDay } from '../../../platform/i18n/format.ts'
import { associations, initiativesOf } from '../../organisations/index.ts'
import { changeWave, planWaveWith } from '../commands/planned-waves.ts'
import { waveMessages } from '../messages/waves.ts'
import { mayAsk, requirePermission } from '../policy.ts'
import { questionnairesFor } from '../queries/questionnaires.ts'
import { expectedField, waveForm, wholeAssociation } from '../schema/wave-form.ts'
import { ChooseAssociation } from '../views/waves/ChooseAssociation.tsx'
import { WaveForm, type WaveFormModel } from '../views/waves/WaveForm.tsx'
import { isStaff, ledWave, notFound, type StaffWave, waveParams } from './wave-access.ts'

const chosen = z.object({ association: z.uuid().optional().catch(undefined) })
const ofWave = { schema: { params: waveParams } }
const dayMs = 24 * 3_600_000

/** A wave is planned, and changed until it opens. */
export function waveFormRoutes(app: Server): void {
  app.get('/surveys/new', { schema: { querystring: chosen } }, async (request, reply) => {
    if (!isStaff(request)) return notFound(reply)
    const own = await askingFor(request)
    const association = own.length === 1 ? own[0] : own.find(({ id }) => id === request.query.association)
    if (!association) return reply.page(<ChooseAssociation associations={own} />)
    return formPage(request, reply, { association, entered: afresh(request.now), errors: {} })
  })

  app.post('/surveys/new', async (request, reply) => {
    if (!isStaff(request)) return notFound(reply)
    const own = await askingFor(request)
    const { association: wanted } = chosen.parse(request.body ?? {})
    const association = own.find(({ id }) => id === wanted)
    requirePermission(association !== undefined)
    const initiatives = await request.read(db => initiativesOf(db, association.id))
    const form = readForm(
      waveForm(initiatives.map(({ id }) => id)),
      request.body,
      waveMessages[request.language].error,
    )
    if (!form.ok) return formPage(request, reply.code(422), { association, ...form })
    const planned = await request.write(trx =>
      planWaveWith(trx, request.actor, { ...form.value, associationId: association.id }),
    )
    if (planned.ok) return reply.redirect(`/surveys/${planned.value}?done=planned`, 303)
    const entered = (request.body ?? {}) as Entered
    return formPage(request, reply.code(409), { association, entered, errors: {}, refusal: planned.refusal })
  })

  app.get('/surveys/:wave/edit', ofWave, async (request, reply) => {
    const found = await ledWave(request, request.params.wave)
    if (!found) return notFound(reply)
    return formPage(request, reply, { ...about(found), entered: enteredFrom(found), errors: {} })
  })

  app.post('/surveys/:wave/edit', ofWave, async (request, reply) => {
    const found = await ledWave(request, request.params.wave)
    if (!found) return notFound(reply)
    const { id, associationId } = found.wave
    const initiatives = await request.read(db => initiativesOf(db, associationId))
    const form = readForm(
      waveForm(initiatives.map(one => one.id)),
      request.body,
      waveMessages[request.language].error,
    )
    if (!form.ok) return formPage(request, reply.code(422), { ...about(found), ...form })
    const changed = await request.write(trx => changeWave(trx, request.actor, id, form.value))
    if (changed.ok) return reply.redirect(`/surveys/${id}?done=changed`, 303)
    const entered = (request.body ?? {}) as Entered
    return formPage(request, reply.code(409), {
      ...about(found),
      entered,
      errors: {},
      refusal: changed.refusal,
    })
  })
}

/**
 * The associations that the actor may plan for.
 * @throws {Forbidden} when there is none
 */
async function askingFor(request: FastifyRequest) {
  const { actor } = request
  requirePermission(actor.associations.some(id => mayAsk(actor, id)))
  const all = await request.read(db => associations(db))
  return all.filter(({ id }) => mayAsk(actor, id))
}

type FormAbout = Pick<WaveFormModel, 'association' | 'wave' | 'entered' | 'errors' | 'refusal'>

async function formPage(request: FastifyRequest, reply: FastifyReply, model: FormAbout) {
  const { association, wave, entered, errors, refusal } = model
  const [questionnaires, initiatives] = await request.read(db =>
    Promise.all([questionnairesFor(db, association.id), initiativesOf(db, association.id)]),
  )
  return reply.page(
    <WaveForm
      association={association}
      wave={wave}
      questionnaires={questionnaires}
      initiatives={initiatives}
      entered={entered}
      errors={errors}
      refusal={refusal}
    />,
  )
}

const about = ({ wave }: StaffWave) => ({
  association: { id: wave.associationId, name: wave.association },
  wave: { id: wave.id, name: wave.name },
})

/** A month from today, which is what most waves take. */
const afresh = (now: Date): Entered => ({
  period: swedishDay(now).slice(0, 7),
  opensOn: swedishDay(now),
  closesOn: swedishDay(new Date(now.getTime() + 30 * dayMs)),
  how: 'link',
})

function enteredFrom({ wave, units }: StaffWave): Entered {
  const named = units.map(unit => ({ name: unit.initiativeId ?? wholeAssociation, expected: unit.expected }))
  return {
    questionnaireId: wave.questionnaireId,
    name: wave.name,
    period: wave.period,
    opensOn: wave.opensOn,
    closesOn: wave.closesOn,
    how: wave.withCodes ? 'codes' : 'link',
    units: named.map(({ name }) => name),
    ...Object.fromEntries(
      named.map(({ name, expected }) => [expectedField(name), expected === null ? '' : String(expected)]),
    ),
  }
}
