import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Entered, type FieldErrors, readForm } from '../../../platform/http/form.ts'
import type { Server } from '../../../platform/http/server.ts'
import type { Result } from '../../../platform/result.ts'
import {
  addItem,
  type ItemsRefusal,
  mergeItems,
  removeItem,
  rewordItem,
  splitItem,
  undoDerivation,
} from '../commands/items.ts'
import { itemMessages } from '../messages/items.ts'
import { itemUse, loadItems } from '../queries/items.ts'
import type { LineageItem } from '../rules/items/lineage.ts'
import { itemSorts, itemsFor } from '../rules/items/view.ts'
import { chosenNumbers, itemForm, mergeForm, splitForm } from '../schema/items/form.ts'
import { ItemList, type ItemListModel } from '../views/items/ItemList.tsx'
import { MergeItems } from '../views/items/MergeItems.tsx'
import { NewItem } from '../views/items/NewItem.tsx'
import { OneItem, type OneItemModel } from '../views/items/OneItem.tsx'
import { itemsImportRoutes } from './items-import.tsx'
import { conferenceParams, followed, followedWith, led, notFound, type StaffConference } from './staff.ts'

const list = '/conferences/:conference/items'
const oneParams = conferenceParams.extend({ number: z.coerce.number().int().min(1).max(2_000_000) })
const done = z
  .enum(['imported', 'added', 'removed', 'merged', 'split', 'reworded', 'undone'])
  .optional()
  .catch(undefined)
const sortKeys = itemSorts.flatMap(sort => [sort, `-${sort}` as const])
const listQuery = z.object({
  search: z.string().max(200).catch('').default(''),
  kind: z.string().max(100).catch('').default(''),
  sort: z.enum(sortKeys).catch('number').default('number'),
  done,
  made: z.coerce.number().int().optional().catch(undefined),
})
type ListQuery = z.output<typeof listQuery>

/** The list of items and each item: written, reworded, merged, split, undone, removed. */
export function itemsRoutes(app: Server): void {
  itemsImportRoutes(app)

  app.get(list, { schema: { params: conferenceParams, querystring: listQuery } }, async (request, reply) => {
    const { conference } = request.params
    const found = await followedWith(request, conference, async db => ({
      items: await loadItems(db, conference),
    }))
    if (!found) return notFound(reply)
    return reply.page(<ItemList {...listModel(found, request.query)} />)
  })

  app.get(`${list}/new`, { schema: { params: conferenceParams } }, async (request, reply) => {
    const { conference } = await led(request, request.params.conference)
    return reply.page(<NewItem conference={conference} entered={{}} errors={{}} />)
  })

  app.post(`${list}/new`, { schema: { params: conferenceParams } }, async (request, reply) => {
    const { conference } = await led(request, request.params.conference)
    const form = readForm(itemForm, request.body, itemMessages[request.language].error)
    if (!form.ok)
      return reply
        .code(422)
        .page(<NewItem conference={conference} entered={form.entered} errors={form.errors} />)
    const added = await request.write(trx => addItem(trx, request.actor, conference.id, form.value))
    if (added.ok) return reply.redirect(`/conferences/${conference.id}/items?done=added`, 303)
    return reply
      .code(409)
      .page(
        <NewItem
          conference={conference}
          entered={request.body as Entered}
          errors={{}}
          refusal={added.refusal}
        />,
      )
  })

  mergeRoutes(app)
  oneItemRoutes(app)
}

function listModel(
  { conference, mayLead, items }: StaffConference & { readonly items: readonly LineageItem[] },
  query: ListQuery,
): ItemListModel {
  const live = items.filter(item => !item.retired)
  const descending = query.sort.startsWith('-')
  const sort = itemSorts.find(one => query.sort.endsWith(one)) ?? 'number'
  const { search, kind } = query
  return {
    conference,
    mayLead,
    shown: itemsFor(live, { search, kind, sort, descending }),
    retired: items.filter(item => item.retired),
    became: becameOf(items),
    all: live.length,
    kinds: [...new Set(live.map(item => item.kind))],
    search,
    kind,
    sort,
    descending,
    done: query.done,
    undoable: mayLead ? query.made : undefined,
  }
}

/** What each item became, by its own number. */
function becameOf(items: readonly LineageItem[]): Map<number, number[]> {
  const became = new Map<number, number[]>()
  for (const { number, derivedFrom } of items)
    for (const origin of derivedFrom) became.set(origin, [...(became.get(origin) ?? []), number])
  return became
}

function mergeRoutes(app: Server): void {
  const query = z.object({ items: chosenNumbers.catch([]).default([]) })

  app.get(
    `${list}/merge`,
    { schema: { params: conferenceParams, querystring: query } },
    async (request, reply) => {
      const { conference } = await led(request, request.params.conference)
      const items = await request.read(db => loadItems(db, conference.id))
      const chosen = items.filter(item => !item.retired && request.query.items.includes(item.number))
      const [first] = chosen
      const isOneKind = new Set(chosen.map(item => item.kind)).size === 1
      const isOnePerspective = new Set(chosen.map(item => item.perspective)).size === 1
      const entered = {
        kind: isOneKind ? (first?.kind ?? '') : '',
        perspective: isOnePerspective ? (first?.perspective ?? '') : '',
        wordingSv: first?.wordingSv ?? '',
        explanation: [...new Set(chosen.map(item => item.explanation).filter(Boolean))].join('\n\n'),
      }
      return reply
        .code(chosen.length < 2 ? 422 : 200)
        .page(
          <MergeItems
            conference={conference}
            chosen={chosen}
            entered={entered}
            errors={{}}
            {...(chosen.length < 2 && { refusal: 'too-few-items' })}
          />,
        )
    },
  )

  app.post(`${list}/merge`, { schema: { params: conferenceParams } }, async (request, reply) => {
    const { conference } = await led(request, request.params.conference)
    const body = (request.body ?? {}) as Entered
    const numbers = typeof body.items === 'string' ? body.items.split(' ') : body.items
    const form = readForm(mergeForm, { ...body, items: numbers }, itemMessages[request.language].error)
    const again = async (status: number, errors: FieldErrors, refusal?: ItemsRefusal) => {
      const items = await request.read(db => loadItems(db, conference.id))
      const chosen = items.filter(item => numbers?.includes(String(item.number)))
      return reply
        .code(status)
        .page(
          <MergeItems
            conference={conference}
            chosen={chosen}
            entered={body}
            errors={errors}
            {...(refusal && { refusal })}
          />,
        )
    }
    if (!form.ok) return again(422, form.errors)
    const { items, ...draft } = form.value
    const merged = await request.write(trx => mergeItems(trx, request.actor, conference.id, items, draft))
    if (!merged.ok) return again(409, {}, merged.refusal)
    return reply.redirect(
      `/conferences/${conference.id}/items?done=merged&made=${merged.value.join('')}`,
      303,
    )
  })
}

function oneItemRoutes(app: Server): void {
  const one = `${list}/:number`

  app.get(one, { schema: { params: oneParams, querystring: z.object({ done }) } }, async (request, reply) => {
    const found = await followed(request, request.params.conference)
    const model = found && (await oneModel(request, found, request.params.number))
    if (!model) return notFound(reply)
    return reply.page(<OneItem {...model} done={request.query.done} />)
  })

  app.post(`${one}/reword`, { schema: { params: oneParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    const { number } = request.params
    const form = readForm(itemForm, request.body, itemMessages[request.language].error)
    if (!form.ok)
      return oneAgain(request, reply, found, number, 422, { opened: 'reword', errors: form.errors })
    const reworded = await request.write(trx =>
      rewordItem(trx, request.actor, found.conference.id, number, form.value),
    )
    return afterDerivation(request, reply, found, number, 'reworded', reworded, 'reword')
  })

  app.post(`${one}/split`, { schema: { params: oneParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    const { number } = request.params
    const form = readForm(splitForm, request.body, itemMessages[request.language].error)
    if (!form.ok)
      return oneAgain(request, reply, found, number, 422, { opened: 'split', errors: form.errors })
    const drafts = form.value.parts.map(wordingSv => ({ wordingSv }))
    const split = await request.write(trx =>
      splitItem(trx, request.actor, found.conference.id, number, drafts),
    )
    return afterDerivation(request, reply, found, number, 'split', split, 'split')
  })

  app.post(`${one}/undo`, { schema: { params: oneParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    const { number } = request.params
    const undone = await request.write(trx => undoDerivation(trx, request.actor, found.conference.id, number))
    if (!undone.ok) return oneAgain(request, reply, found, number, 409, { refusal: undone.refusal })
    return reply.redirect(`/conferences/${found.conference.id}/items?done=undone`, 303)
  })

  app.post(`${one}/remove`, { schema: { params: oneParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    const { number } = request.params
    const removed = await request.write(trx => removeItem(trx, request.actor, found.conference.id, number))
    if (!removed.ok) return oneAgain(request, reply, found, number, 409, { refusal: removed.refusal })
    return reply.redirect(`/conferences/${found.conference.id}/items?done=removed`, 303)
  })
}

async function oneModel(
  request: FastifyRequest,
  { conference, mayLead }: StaffConference,
  number: number,
): Promise<OneItemModel | undefined> {
  const [items, use] = await request.read(db =>
    Promise.all([loadItems(db, conference.id), itemUse(db, conference.id)]),
  )
  const item = items.find(one => one.number === number)
  if (!item) return undefined
  return {
    conference,
    mayLead,
    item,
    origins: items.filter(one => item.derivedFrom.includes(one.number)),
    became: items.filter(one => one.derivedFrom.includes(number)),
    isInOpenRound: use.inOpenRound.has(number),
    isUsed: use.used.has(number),
    entered: {},
    errors: {},
  }
}

/** The item's page once more, with what was typed and why it could not be done. */
async function oneAgain(
  request: FastifyRequest,
  reply: FastifyReply,
  found: StaffConference,
  number: number,
  status: number,
  why: Partial<Pick<OneItemModel, 'opened' | 'errors' | 'refusal'>>,
) {
  const model = await oneModel(request, found, number)
  if (!model) return notFound(reply)
  return reply.code(status).page(<OneItem {...model} entered={(request.body ?? {}) as Entered} {...why} />)
}

function afterDerivation(
  request: FastifyRequest,
  reply: FastifyReply,
  found: StaffConference,
  number: number,
  done: 'split' | 'reworded',
  result: Result<readonly number[], ItemsRefusal>,
  opened: 'reword' | 'split',
) {
  if (!result.ok) return oneAgain(request, reply, found, number, 409, { opened, refusal: result.refusal })
  const made = result.value[0] ?? number
  return reply.redirect(`/conferences/${found.conference.id}/items?done=${done}&made=${made}`, 303)
}
