import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { qrMatrix } from '../../../platform/documents/qr.ts'
import { type Entered, readForm } from '../../../platform/http/form.ts'
import type { Server } from '../../../platform/http/server.ts'
import { swedishDay } from '../../../platform/i18n/format.ts'
import { type HandedCode, makeCodes, remind, sendCodes } from '../commands/codes.ts'
import { codeMessages } from '../messages/codes.ts'
import { codeAddress } from '../rules/addresses.ts'
import { inGroups } from '../rules/respondent-code.ts'
import { countsForm, lettersForm } from '../schema/code-forms.ts'
import { codeSheetsModel, codeSheetsTemplate } from '../schema/code-sheets.ts'
import { CodeSheets } from '../views/codes/CodeSheets.tsx'
import { Codes, type CodesModel } from '../views/codes/Codes.tsx'
import type { SurveyRoutes } from './context.ts'
import { ledWave, notFound, type StaffWave, waveParams } from './wave-access.ts'

const ofWave = { schema: { params: waveParams } }
const done = z.enum(['sent', 'reminded']).optional().catch(undefined)

/** One-time codes: made for paper, sent by letter, and those who have not used theirs reminded. */
export function codeRoutes(app: Server, context: SurveyRoutes): void {
  const { sheets, typesetting, publicUrl, mailIsSet } = context

  /** The wave of the request, when it has codes. */
  async function coded(request: FastifyRequest, id: string): Promise<StaffWave | undefined> {
    const found = await ledWave(request, id)
    return found?.wave.withCodes && found.wave.state !== 'closed' ? found : undefined
  }

  const codesPage = (
    reply: FastifyReply,
    found: StaffWave,
    about: Pick<CodesModel, 'done' | 'refusal'> & Partial<Pick<CodesModel, 'entered' | 'errors'>>,
  ) =>
    reply.page(
      <Codes
        wave={found.wave}
        units={found.units}
        mailIsSet={mailIsSet}
        entered={{}}
        errors={{}}
        {...about}
      />,
    )

  const printed = (found: StaffWave, codes: readonly HandedCode[]) =>
    codes.map(({ unitId, code }) => ({
      code: inGroups(code),
      initiative: found.units.find(unit => unit.id === unitId)?.initiative ?? null,
      shown: codeAddress(publicUrl, '').replace(/^https?:\/\/|#$/g, ''),
      address: codeAddress(publicUrl, code),
    }))

  app.get(
    '/surveys/:wave/codes',
    { schema: { params: waveParams, querystring: z.object({ done }) } },
    async (request, reply) => {
      const found = await coded(request, request.params.wave)
      return found ? codesPage(reply, found, { done: request.query.done }) : notFound(reply)
    },
  )

  app.post('/surveys/:wave/codes/paper', ofWave, async (request, reply) => {
    const found = await coded(request, request.params.wave)
    if (!found) return notFound(reply)
    const t = codeMessages[request.language]
    const form = readForm(countsForm(found.units.map(({ id }) => id)), request.body, t.error)
    if (!form.ok) return codesPage(reply.code(422), found, form)
    const input = { waveId: found.wave.id, counts: form.value }
    const made = await request.write(trx => makeCodes(trx, request.actor, sheets, input))
    if (!made.ok) {
      const entered = (request.body ?? {}) as Entered
      return codesPage(reply.code(409), found, { refusal: made.refusal, entered })
    }
    const codes = printed(found, made.value)
    const { as } = z.object({ as: z.string().optional().catch(undefined) }).parse(request.body)
    if (as !== 'pdf')
      return reply.page(
        <CodeSheets
          wave={found.wave}
          codes={codes.map(one => ({ ...one, matrix: qrMatrix(one.address) }))}
        />,
      )
    const model = codeSheetsModel(found.wave, codes, request.language)
    return reply
      .type('application/pdf')
      .header('content-disposition', 'attachment; filename="codes.pdf"')
      .send(await typesetting.typeset(codeSheetsTemplate, model, request.now))
  })

  app.post('/surveys/:wave/codes/letters', ofWave, async (request, reply) => {
    const found = await coded(request, request.params.wave)
    if (!found) return notFound(reply)
    const entered = (request.body ?? {}) as Entered
    if (!mailIsSet) return codesPage(reply.code(409), found, { refusal: 'no-mail', entered })
    const t = codeMessages[request.language]
    const form = readForm(lettersForm, request.body, t.error)
    if (!form.ok) return codesPage(reply.code(422), found, { ...form, errors: saidOf(form.errors, t) })
    const input = { waveId: found.wave.id, unitId: form.value.unit, emails: form.value.emails }
    const sent = await request.write(trx => sendCodes(trx, request.actor, sheets, input))
    return sent.ok
      ? reply.redirect(`/surveys/${found.wave.id}/codes?done=sent`, 303)
      : codesPage(reply.code(409), found, { refusal: sent.refusal, entered })
  })

  app.post('/surveys/:wave/codes/remind', ofWave, async (request, reply) => {
    const found = await coded(request, request.params.wave)
    if (!found) return notFound(reply)
    if (!mailIsSet) return codesPage(reply.code(409), found, { refusal: 'no-mail' })
    const { id } = found.wave
    const reminded = await request.write(trx => remind(trx, request.actor, id, swedishDay(request.now)))
    return reminded.ok
      ? reply.redirect(`/surveys/${id}/codes?done=reminded`, 303)
      : codesPage(reply.code(409), found, { refusal: reminded.refusal })
  })
}

/** Lines that hold no address come by their numbers, which no catalogue of sentences knows. */
function saidOf(errors: Readonly<Record<string, string>>, t: (typeof codeMessages)['sv']) {
  const lines = /^emails-wrong (.*)$/.exec(errors.emails ?? '')?.[1]
  return lines === undefined ? errors : { ...errors, emails: t.emailsWrong(lines) }
}
