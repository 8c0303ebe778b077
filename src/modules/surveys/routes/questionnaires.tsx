import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Server } from '../../../platform/http/server.ts'
import { readUpload } from '../../../platform/http/upload.ts'
import { type AssociationRef, associations } from '../../organisations/index.ts'
import { addQuestionnaire, ownCopy, removeQuestionnaire } from '../commands/own-questionnaires.ts'
import { questionnaireMessages } from '../messages/questionnaires.ts'
import { mayAsk, requirePermission } from '../policy.ts'
import { type FoundQuestionnaire, findQuestionnaire, listQuestionnaires } from '../queries/questionnaires.ts'
import { nextVersion } from '../rules/questionnaire-edit.ts'
import { readQuestionnaire } from '../schema/questionnaire-file.ts'
import { OneQuestionnaire, type OneQuestionnaireModel } from '../views/questionnaires/OneQuestionnaire.tsx'
import { QuestionnaireList, type QuestionnaireListModel } from '../views/questionnaires/QuestionnaireList.tsx'
import { editRoutes } from './questionnaires-edit.tsx'
import { isStaff, notFound } from './wave-access.ts'

const list = '/surveys/questionnaires'
const params = z.object({ questionnaire: z.uuid() })
const ofOne = { schema: { params } }
const wanted = z.object({ association: z.uuid().catch('') })

/** Questionnaires: read in each language, imported and exported as JSON, copied, removed while nothing was asked with them. */
export function questionnaireRoutes(app: Server): void {
  editRoutes(app)

  app.get(
    list,
    { schema: { querystring: z.object({ done: z.literal('removed').optional().catch(undefined) }) } },
    async (request, reply) =>
      isStaff(request) ? listPage(request, reply, { done: request.query.done }) : notFound(reply),
  )

  app.post(`${list}/import`, async (request, reply) => {
    if (!isStaff(request)) return notFound(reply)
    const { file, fields } = await readUpload(request)
    const { association } = wanted.parse(fields)
    requirePermission(mayAsk(request.actor, association))
    const t = questionnaireMessages[request.language]
    if (!file) return listPage(request, reply.code(422), { error: t.import.missing })
    const { questionnaire, problems } = readQuestionnaire(file)
    if (!questionnaire) return listPage(request, reply.code(422), { problems })
    const added = await request.write(trx => addQuestionnaire(trx, request.actor, association, questionnaire))
    return added.ok
      ? reply.redirect(`${list}/${added.value}?done=imported`, 303)
      : listPage(request, reply.code(409), { refusal: added.refusal })
  })

  const shown = z.object({
    language: z.string().max(40).optional().catch(undefined),
    done: z.enum(['imported', 'copied', 'version']).optional().catch(undefined),
  })
  app.get(`${list}/:questionnaire`, { schema: { params, querystring: shown } }, async (request, reply) => {
    const found = await foundIn(request, request.params.questionnaire)
    return found ? onePage(request, reply, found, request.query) : notFound(reply)
  })

  app.get(`${list}/:questionnaire/questionnaire.json`, ofOne, async (request, reply) => {
    const found = await foundIn(request, request.params.questionnaire)
    if (!found) return notFound(reply)
    const { form } = found
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${form.id}-${form.version}.json"`)
      .send(`${JSON.stringify(form, null, 2)}\n`)
  })

  app.post(`${list}/:questionnaire/copy`, ofOne, async (request, reply) => {
    const found = await foundIn(request, request.params.questionnaire)
    if (!found) return notFound(reply)
    const { association: id } = wanted.parse(request.body ?? {})
    const association = (await askedFor(request)).find(one => one.id === id)
    requirePermission(association !== undefined)
    const copy = ownCopy(found.form, association.slug, association.name)
    const added = await request.write(trx => addQuestionnaire(trx, request.actor, association.id, copy))
    return added.ok
      ? reply.redirect(`${list}/${added.value}?done=copied`, 303)
      : onePage(request, reply.code(409), found, { refusal: added.refusal })
  })

  app.post(`${list}/:questionnaire/version`, ofOne, async (request, reply) => {
    const found = await foundIn(request, request.params.questionnaire)
    if (!found) return notFound(reply)
    const { associationId } = found
    requirePermission(associationId !== null && mayAsk(request.actor, associationId))
    const added = await request.write(trx =>
      addQuestionnaire(trx, request.actor, associationId, nextVersion(found.form)),
    )
    return added.ok
      ? reply.redirect(`${list}/${added.value}?done=version`, 303)
      : onePage(request, reply.code(409), found, { refusal: added.refusal })
  })

  app.post(`${list}/:questionnaire/remove`, ofOne, async (request, reply) => {
    const found = await foundIn(request, request.params.questionnaire)
    if (!found) return notFound(reply)
    const removed = await request.write(trx => removeQuestionnaire(trx, request.actor, found.id))
    return removed.ok
      ? reply.redirect(`${list}?done=removed`, 303)
      : onePage(request, reply.code(409), found, { refusal: removed.refusal })
  })
}

/** The associations that the actor may write questionnaires for. */
async function askedFor(request: FastifyRequest): Promise<AssociationRef[]> {
  const all = await request.read(db => associations(db))
  return all.filter(({ id }) => mayAsk(request.actor, id))
}

const foundIn = async (request: FastifyRequest, id: string): Promise<FoundQuestionnaire | undefined> =>
  isStaff(request) ? request.read(db => findQuestionnaire(db, id)) : undefined

async function listPage(
  request: FastifyRequest,
  reply: FastifyReply,
  about: Partial<QuestionnaireListModel>,
) {
  const [questionnaires, own] = await Promise.all([
    request.read(db => listQuestionnaires(db)),
    askedFor(request),
  ])
  return reply.page(
    <QuestionnaireList questionnaires={questionnaires} associations={own} problems={[]} {...about} />,
  )
}

async function onePage(
  request: FastifyRequest,
  reply: FastifyReply,
  found: FoundQuestionnaire,
  about: Pick<OneQuestionnaireModel, 'done' | 'refusal'> & { readonly language?: string | undefined },
) {
  const { languages } = found.form
  const wantedLanguage = about.language ?? request.language
  return reply.page(
    <OneQuestionnaire
      questionnaire={found}
      shown={languages.find(one => one === wantedLanguage) ?? languages[0] ?? 'sv'}
      associations={await askedFor(request)}
      mayChange={found.associationId !== null && mayAsk(request.actor, found.associationId)}
      done={about.done}
      refusal={about.refusal}
    />,
  )
}
