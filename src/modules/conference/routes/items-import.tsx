import type { FastifyRequest } from 'fastify'
import type { Server } from '../../../platform/http/server.ts'
import { readUpload } from '../../../platform/http/upload.ts'
import { importItems } from '../commands/items.ts'
import { itemMessages } from '../messages/items.ts'
import { itemUse, loadItems } from '../queries/items.ts'
import { itemsTemplate, readItemsFile, withNumbers } from '../schema/items/file.ts'
import { itemsFileSentence } from '../schema/items/file-messages.ts'
import { ImportItems, type ImportItemsModel } from '../views/items/ImportItems.tsx'
import { ImportItemsPreview } from '../views/items/ImportItemsPreview.tsx'
import { conferenceParams, led, type StaffConference } from './staff.ts'

const list = '/conferences/:conference/items'
/** The largest file, written as base64 and as a form. */
const bodyLimit = 10 * 1024 * 1024

/** A file of items: read, looked at, and then saved whole. */
export function itemsImportRoutes(app: Server): void {
  app.get(`${list}/template.csv`, { schema: { params: conferenceParams } }, async (request, reply) => {
    await led(request, request.params.conference)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="forslag.csv"')
      .send(itemsTemplate[request.language])
  })

  app.get(`${list}/import`, { schema: { params: conferenceParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    return reply.page(<ImportItems {...(await importModel(request, found))} />)
  })

  app.post(`${list}/import`, { schema: { params: conferenceParams }, bodyLimit }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    const { conference } = found
    const { file: uploaded, fields } = await readUpload(request)
    const mode = fields.mode === 'replace' ? ('replace' as const) : ('add' as const)
    const file = uploaded ?? keptFile(fields)
    const model = { ...(await importModel(request, found)), mode }
    if (!file) {
      const error = itemMessages[request.language].error['file-missing']
      return reply.code(422).page(<ImportItems {...model} error={error} />)
    }
    const read = await readItemsFile(file, { allowUnworded: true })
    if (!read.ok) {
      const problems = read.problems.map(problem => itemsFileSentence(request.language, problem))
      return reply.code(422).page(<ImportItems {...model} problems={problems} />)
    }
    if (fields.confirmed !== 'yes') {
      const highest = await highestBefore(request, conference.id, mode)
      return reply.page(
        <ImportItemsPreview
          conference={conference}
          items={withNumbers(read.items, highest)}
          ignored={read.ignored}
          before={model.before}
          mode={mode}
          kept={Buffer.from(file.bytes).toString('base64')}
          name={file.name}
        />,
      )
    }
    const imported = await request.write(trx =>
      importItems(trx, request.actor, conference.id, { items: read.items, replace: mode === 'replace' }),
    )
    if (!imported.ok) return reply.code(409).page(<ImportItems {...model} refusal={imported.refusal} />)
    return reply.redirect(`/conferences/${conference.id}/items?done=imported`, 303)
  })
}

/** The file that was looked at, as the page carried it along. */
const keptFile = ({ kept, name = '' }: Readonly<Record<string, string>>) =>
  kept ? { name, bytes: Buffer.from(kept, 'base64') } : undefined

async function importModel(
  request: FastifyRequest,
  { conference }: StaffConference,
): Promise<ImportItemsModel> {
  const [items, use] = await request.read(db =>
    Promise.all([loadItems(db, conference.id), itemUse(db, conference.id)]),
  )
  return {
    conference,
    before: items.filter(item => !item.retired).length,
    mayReplace: !use.roundHasOpened && use.used.size === 0,
    mode: 'add',
    problems: [],
  }
}

async function highestBefore(
  request: FastifyRequest,
  conferenceId: string,
  mode: 'add' | 'replace',
): Promise<number> {
  if (mode === 'replace') return 0
  const items = await request.read(db => loadItems(db, conferenceId))
  return items.reduce((most, { number }) => Math.max(most, number), 0)
}
