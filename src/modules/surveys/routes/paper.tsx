import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { FieldErrors } from '../../../platform/http/form.ts'
import type { Server } from '../../../platform/http/server.ts'
import { handInPaper, removePaper, typePaper } from '../commands/papers.ts'
import { paperMessages } from '../messages/paper.ts'
import { loadForm, loadPapers } from '../queries/papers.ts'
import { paperDifferences, paperKeys, readPaper, typedAs, unknownOf } from '../rules/paper.ts'
import type { Questionnaire } from '../rules/questionnaire.ts'
import { TypePaper, type TypePaperModel } from '../views/paper/TypePaper.tsx'
import type { SurveyRoutes } from './context.ts'
import { paperFormRoutes, papersPage } from './paper-forms.tsx'
import { ledWave, notFound, waveParams } from './wave-access.ts'

const unitParams = waveParams.extend({ unit: z.uuid() })
const oneParams = unitParams.extend({ number: z.coerce.number().int().min(1).max(1_000_000) })
const saved = z.object({ saved: z.coerce.number().int().optional().catch(undefined) })

/** Answers on paper: printed, typed twice, compared, and handed in like any other. */
export function paperRoutes(app: Server, context: SurveyRoutes): void {
  paperFormRoutes(app, context)
  const { sheets } = context

  /** What the page of one paper needs; undefined where there is no such unit in an open wave that the actor leads. */
  async function typing(request: FastifyRequest, waveId: string, unitId: string) {
    const found = await ledWave(request, waveId)
    const unit = found?.units.find(one => one.id === unitId)
    if (!found || !unit || found.wave.state !== 'open') return undefined
    const [form, papers] = await request.read(db =>
      Promise.all([loadForm(db, found.wave.questionnaireId), loadPapers(db, waveId)]),
    )
    return { found, unit, form, papers: papers.filter(paper => paper.unitId === unitId) }
  }

  const page = (reply: FastifyReply, model: TypePaperModel) => reply.page(<TypePaper {...model} />)

  app.get(
    '/surveys/:wave/paper/:unit',
    { schema: { params: unitParams, querystring: saved } },
    async (request, reply) => {
      const at = await typing(request, request.params.wave, request.params.unit)
      if (!at) return notFound(reply)
      const { form, papers } = at
      const last = papers.at(-1)
      return page(reply, {
        wave: at.found.wave,
        unit: at.unit,
        form,
        number: (last?.number ?? 0) + 1,
        time: 'first',
        language: last?.language ?? form.languages[0] ?? 'sv',
        typed: {},
        errors: {},
        saved: request.query.saved,
      })
    },
  )

  app.post('/surveys/:wave/paper/:unit', { schema: { params: unitParams } }, async (request, reply) => {
    const at = await typing(request, request.params.wave, request.params.unit)
    if (!at) return notFound(reply)
    const { found, unit, form, papers } = at
    const { typed, language, written, errors } = readTyped(request, form)
    if (Object.keys(errors).length > 0) {
      const number = (papers.at(-1)?.number ?? 0) + 1
      const model = { wave: found.wave, unit, form, number, language, typed, errors }
      return page(reply.code(422), { ...model, time: 'first' })
    }
    const place = { waveId: found.wave.id, unitId: unit.id }
    const kept = await request.write(trx =>
      typePaper(trx, request.actor, place, { language, answers: written }),
    )
    if (!kept.ok) return papersPage(request, reply.code(409), found, { refusal: kept.refusal })
    return reply.redirect(`/surveys/${found.wave.id}/paper/${unit.id}?saved=${kept.value}`, 303)
  })

  app.get('/surveys/:wave/paper/:unit/:number', { schema: { params: oneParams } }, async (request, reply) => {
    const { wave, unit: unitId, number } = request.params
    const at = await typing(request, wave, unitId)
    const paper = at?.papers.find(one => one.number === number && one.answers !== null)
    if (!at || !paper) return notFound(reply)
    const { found, unit, form } = at
    const model = { wave: found.wave, unit, form, number, language: paper.language, typed: {}, errors: {} }
    return page(reply, { ...model, time: 'second' })
  })

  app.post(
    '/surveys/:wave/paper/:unit/:number',
    { schema: { params: oneParams } },
    async (request, reply) => {
      const { wave, unit: unitId, number } = request.params
      const at = await typing(request, wave, unitId)
      if (!at) return notFound(reply)
      const { found, unit, form, papers } = at
      const first = papers.find(one => one.number === number)?.answers
      if (!first) return papersPage(request, reply.code(409), found, { refusal: 'no-such-paper' })
      const { typed, language, written, errors, isSettled } = readTyped(request, form)
      const model = { wave: found.wave, unit, form, number, language, typed, errors, time: 'second' } as const
      if (Object.keys(errors).length > 0) return page(reply.code(422), model)
      const differences = isSettled ? [] : paperDifferences(form, first, written)
      if (differences.length > 0) {
        const shown = form.questions
          .filter(({ id }) => differences.includes(id))
          .map(question => ({
            id: question.id,
            first: typedAs(question, first[question.id]),
            second: typedAs(question, written[question.id]),
          }))
        return page(reply.code(409), { ...model, differences: shown })
      }
      const place = { waveId: found.wave.id, unitId: unit.id, number }
      const handedIn = await handInPaper(work => request.write(work), request.actor, sheets, place, {
        language,
        answers: written,
      })
      return handedIn.ok
        ? reply.redirect(`/surveys/${found.wave.id}/paper?done=handedIn`, 303)
        : papersPage(request, reply.code(409), found, { refusal: handedIn.refusal })
    },
  )

  app.post(
    '/surveys/:wave/paper/:unit/:number/remove',
    { schema: { params: oneParams } },
    async (request, reply) => {
      const { wave, unit: unitId, number } = request.params
      const at = await typing(request, wave, unitId)
      if (!at) return notFound(reply)
      const place = { waveId: wave, unitId, number }
      const removed = await request.write(trx => removePaper(trx, request.actor, place))
      return removed.ok
        ? reply.redirect(`/surveys/${wave}/paper?done=removed`, 303)
        : papersPage(request, reply.code(409), at.found, { refusal: removed.refusal })
    },
  )
}

/** The posted paper: what was typed, what it says, and a sentence for each place that cannot be read. */
function readTyped(request: FastifyRequest, form: Questionnaire) {
  const body = z.record(z.string(), z.unknown()).catch({}).parse(request.body)
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  const typed = Object.fromEntries(form.questions.map(({ id }) => [id, text(`q-${id}`)]))
  const { written, wrong } = readPaper(form, typed)
  const t = paperMessages[request.language].one
  const errors: FieldErrors = Object.fromEntries(
    form.questions
      .filter(({ id }) => wrong.includes(id))
      .map(question => {
        const unknown = unknownOf(question)
        const keys = [...paperKeys(question), ...(unknown ? [unknown] : [])].map(({ key }) => key)
        if (question.kind === 'number') return [`q-${question.id}`, t.wrongNumber(question.from, question.to)]
        if (question.kind === 'text') return [`q-${question.id}`, t.wrongText]
        return [`q-${question.id}`, t.wrong(keys.join(' '))]
      }),
  )
  const language = form.languages.find(one => one === text('language')) ?? form.languages[0] ?? 'sv'
  return { typed, written, errors, language, isSettled: text('settled') === 'yes' }
}
