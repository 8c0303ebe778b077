import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Server } from '../../../platform/http/server.ts'
import { paperMessages } from '../messages/paper.ts'
import { loadForm, loadPapers } from '../queries/papers.ts'
import { canBeSet, paperModel, paperPrint, paperTemplate } from '../schema/paper-form.ts'
import { PaperForm } from '../views/paper/PaperForm.tsx'
import { Papers, type PapersModel } from '../views/paper/Papers.tsx'
import type { SurveyRoutes } from './context.ts'
import { followedWave, notFound, type StaffWave, waveParams } from './wave-access.ts'

const done = z.enum(['handedIn', 'removed']).optional().catch(undefined)
const inLanguage = z.object({ language: z.string().max(40).optional().catch(undefined) })

/** The papers of a wave, with what was just done or refused. */
export async function papersPage(
  request: FastifyRequest,
  reply: FastifyReply,
  found: StaffWave,
  about: Pick<PapersModel, 'done' | 'refusal'>,
) {
  const [form, papers] = await request.read(db =>
    Promise.all([loadForm(db, found.wave.questionnaireId), loadPapers(db, found.wave.id)]),
  )
  const languages = form.languages.map(language => ({
    language,
    hasPdf: canBeSet(paperPrint(form, language)),
  }))
  return reply.page(<Papers {...found} {...about} languages={languages} papers={papers} />)
}

/** The questionnaire to print, in each of its languages. */
export function paperFormRoutes(app: Server, { typesetting }: SurveyRoutes): void {
  app.get(
    '/surveys/:wave/paper',
    { schema: { params: waveParams, querystring: z.object({ done }) } },
    async (request, reply) => {
      const found = await followedWave(request, request.params.wave)
      return found ? papersPage(request, reply, found, { done: request.query.done }) : notFound(reply)
    },
  )

  async function printOf(request: FastifyRequest, waveId: string, wanted: string | undefined) {
    const found = await followedWave(request, waveId)
    if (!found) return undefined
    const form = await request.read(db => loadForm(db, found.wave.questionnaireId))
    const language = form.languages.find(one => one === wanted) ?? form.languages[0] ?? 'sv'
    return { found, print: paperPrint(form, language) }
  }

  app.get(
    '/surveys/:wave/paper/form',
    { schema: { params: waveParams, querystring: inLanguage } },
    async (request, reply) => {
      const printed = await printOf(request, request.params.wave, request.query.language)
      if (!printed) return notFound(reply)
      const { found, print } = printed
      return reply.page(<PaperForm print={print} back={`/surveys/${found.wave.id}/paper`} />)
    },
  )

  app.get(
    '/surveys/:wave/paper/form.pdf',
    { schema: { params: waveParams, querystring: inLanguage } },
    async (request, reply) => {
      const printed = await printOf(request, request.params.wave, request.query.language)
      if (!printed || !canBeSet(printed.print)) return notFound(reply)
      const { found, print } = printed
      const model = paperModel(
        print,
        paperMessages[request.language].form.paperNumber,
        found.wave.association,
      )
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="questionnaire-${print.language}.pdf"`)
        .send(await typesetting.typeset(paperTemplate, model, request.now))
    },
  )
}
