import type { FastifyRequest } from 'fastify'
import type { Server } from '../../../platform/http/server.ts'
import { readUpload } from '../../../platform/http/upload.ts'
import { associations } from '../../organisations/index.ts'
import { type ExpertInput, importExperts } from '../commands/experts.ts'
import { expertMessages } from '../messages/experts.ts'
import { wordFor } from '../messages/words.ts'
import { loadExperts } from '../queries/experts.ts'
import { balanceOf } from '../rules/experts/balance.ts'
import { expertsTemplate, type FileExpert, readExpertsFile } from '../schema/experts/file.ts'
import { expertsFileSentence } from '../schema/experts/file-messages.ts'
import { spelledAs } from '../schema/experts/form.ts'
import { ImportExperts } from '../views/experts/ImportExperts.tsx'
import { ImportExpertsPreview } from '../views/experts/ImportExpertsPreview.tsx'
import { conferenceParams, led } from './staff.ts'

const list = '/conferences/:conference/experts'
/** The largest file, written as base64 and as a form. */
const bodyLimit = 10 * 1024 * 1024

/** A file of experts: read, looked at, and then saved whole. */
export function expertsImportRoutes(app: Server): void {
  app.get(`${list}/template.csv`, { schema: { params: conferenceParams } }, async (request, reply) => {
    await led(request, request.params.conference)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="experter.csv"')
      .send(expertsTemplate[request.language])
  })

  app.get(`${list}/import`, { schema: { params: conferenceParams } }, async (request, reply) => {
    const { conference } = await led(request, request.params.conference)
    return reply.page(<ImportExperts conference={conference} problems={[]} />)
  })

  app.post(`${list}/import`, { schema: { params: conferenceParams }, bodyLimit }, async (request, reply) => {
    const { conference } = await led(request, request.params.conference)
    const { file: uploaded, fields } = await readUpload(request)
    const file = uploaded ?? keptFile(fields)
    if (!file) {
      const error = expertMessages[request.language].error['file-missing']
      return reply.code(422).page(<ImportExperts conference={conference} problems={[]} error={error} />)
    }
    const read = await readExpertsFile(file)
    if (!read.ok) {
      const problems = read.problems.map(problem => expertsFileSentence(request.language, problem))
      return reply.code(422).page(<ImportExperts conference={conference} problems={problems} />)
    }
    const experts = await asExperts(request, conference.id, read.experts)
    if (fields.confirmed !== 'yes') {
      const before = await request.read(db => loadExperts(db, conference.id))
      return reply.page(
        <ImportExpertsPreview
          conference={conference}
          count={experts.length}
          withEmail={experts.filter(one => one.email !== null).length}
          balance={balanceOf(experts)}
          ignored={read.ignored}
          before={before.length}
          kept={Buffer.from(file.bytes).toString('base64')}
          name={file.name}
        />,
      )
    }
    const imported = await request.write(trx => importExperts(trx, request.actor, conference.id, experts))
    if (!imported.ok)
      return reply
        .code(409)
        .page(<ImportExperts conference={conference} problems={[]} refusal={imported.refusal} />)
    return reply.redirect(`/conferences/${conference.id}/experts?done=imported`, 303)
  })
}

/** The file that was looked at, as the page carried it along. */
const keptFile = ({ kept, name = '' }: Readonly<Record<string, string>>) =>
  kept ? { name, bytes: Buffer.from(kept, 'base64') } : undefined

/** The file's experts with associations as they are spelled here, and a name where the file has only a number. */
async function asExperts(
  request: FastifyRequest,
  conferenceId: string,
  experts: readonly FileExpert[],
): Promise<ExpertInput[]> {
  const [before, all] = await request.read(db =>
    Promise.all([loadExperts(db, conferenceId), associations(db)]),
  )
  const known = [
    ...all.map(({ name, slug }) => ({ name, also: slug })),
    ...before.map(({ association }) => ({ name: association })),
  ]
  return experts.map(({ id, name, email, association, role }) => ({
    name: name || `${wordFor(request.language, 'role', role)} ${id ?? ''}`.trim(),
    email,
    association: spelledAs(known, association),
    role,
  }))
}
