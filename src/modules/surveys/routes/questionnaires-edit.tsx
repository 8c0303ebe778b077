import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Server } from '../../../platform/http/server.ts'
import { changeQuestionnaire } from '../commands/own-questionnaires.ts'
import { questionnaireMessages } from '../messages/questionnaires.ts'
import { mayAsk, requirePermission } from '../policy.ts'
import { type FoundQuestionnaire, findQuestionnaire } from '../queries/questionnaires.ts'
import { readEdit } from '../schema/questionnaire-form.ts'
import { EditQuestionnaire } from '../views/questionnaires/EditQuestionnaire.tsx'
import { isStaff, notFound } from './wave-access.ts'

const edit = '/surveys/questionnaires/:questionnaire/edit'
const params = z.object({ questionnaire: z.uuid() })
const inLanguage = z.object({ language: z.string().max(40).optional().catch(undefined) })

/** An own questionnaire is changed, one language at a time, as long as nothing was asked with it. */
export function editRoutes(app: Server): void {
  /**
   * The questionnaire that is about to be changed; undefined where there is none, or nothing of it can be changed any more.
   * @throws {Forbidden} for those who only read it
   */
  async function changed(request: FastifyRequest, id: string): Promise<FoundQuestionnaire | undefined> {
    if (!isStaff(request)) return undefined
    const found = await request.read(db => findQuestionnaire(db, id))
    if (!found) return undefined
    requirePermission(found.associationId !== null && mayAsk(request.actor, found.associationId))
    return found.locked ? undefined : found
  }
  const languageOf = ({ form }: FoundQuestionnaire, wanted: string | undefined) =>
    form.languages.find(one => one === wanted) ?? form.languages[0] ?? 'sv'

  const querystring = inLanguage.extend({ done: z.literal('saved').optional().catch(undefined) })
  app.get(edit, { schema: { params, querystring } }, async (request, reply) => {
    const found = await changed(request, request.params.questionnaire)
    if (!found) return notFound(reply)
    return reply.page(
      <EditQuestionnaire
        questionnaire={found}
        language={languageOf(found, request.query.language)}
        entered={{}}
        errors={{}}
        done={request.query.done === 'saved'}
      />,
    )
  })

  app.post(edit, { schema: { params } }, async (request, reply) => {
    const found = await changed(request, request.params.questionnaire)
    if (!found) return notFound(reply)
    const language = languageOf(found, inLanguage.parse(request.body ?? {}).language)
    const read = readEdit(found.form, language, request.body)
    if (!read.ok) {
      const sentences: Readonly<Record<string, string>> = questionnaireMessages[request.language].edit.error
      const errors = Object.fromEntries(
        Object.entries(read.errors).map(([field, name]) => [field, sentences[name] ?? name]),
      )
      return reply
        .code(422)
        .page(
          <EditQuestionnaire
            questionnaire={found}
            language={language}
            entered={read.entered}
            errors={errors}
          />,
        )
    }
    const written = await request.write(trx => changeQuestionnaire(trx, request.actor, found.id, read.form))
    const home = `/surveys/questionnaires/${found.id}`
    // Locked in this very moment, by a wave that opened: the page says so.
    if (!written.ok) return reply.redirect(home, 303)
    return reply.redirect(`${home}/edit?language=${encodeURIComponent(language)}&done=saved`, 303)
  })
}
