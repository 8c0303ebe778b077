import '../tables.ts'
import { sql } from 'kysely'
import { audit } from '../../../platform/audit/audit.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { ok, type Result, refuse } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { conferenceChanged } from '../events.ts'
import { itemUse, loadItems } from '../queries/items.ts'
import {
  type Derived,
  type Draft,
  type ItemText,
  type LineageItem,
  type LineageRefusal,
  merge,
  reword,
  split,
  type UndoRefusal,
  undo,
} from '../rules/items/lineage.ts'
import type { ItemNumber } from '../rules/rounds/rule.ts'
import { type FileItem, withNumbers } from '../schema/items/file.ts'
import { lockConference, requireLead } from './conference.ts'

export type ItemsRefusal =
  | LineageRefusal
  | UndoRefusal
  | 'round-has-opened'
  | 'number-taken'
  | 'same-wording-there'
  | 'item-used'
  | 'item-has-lineage'

/** A conference of more is no conversation; also what one page can show. */
const mostItems = 5000

/**
 * Takes in all items of a file, or none. `replace` puts them in the place of those that are there, and is refused once
 * a round has opened: what was voted on stays.
 */
export async function importItems(
  trx: Transaction,
  actor: Actor,
  conferenceId: string,
  { items, replace }: { readonly items: readonly FileItem[]; readonly replace: boolean },
): Promise<Result<{ readonly imported: number }, ItemsRefusal>> {
  await requireLead(trx, actor, conferenceId)
  await lockConference(trx, conferenceId)
  if (replace) {
    const { roundHasOpened, used } = await itemUse(trx, conferenceId)
    if (roundHasOpened || used.size > 0) return refuse('round-has-opened')
    await trx.deleteFrom('conference.item').where('conference_id', '=', conferenceId).execute()
  }
  const before = await loadItems(trx, conferenceId)
  const added = withNumbers(items, highest(before))
  const taken = new Set(before.map(({ number }) => number))
  if (before.length + added.length > mostItems || added.some(({ number }) => taken.has(number)))
    return refuse('number-taken')
  await insertItems(
    trx,
    conferenceId,
    added.map(item => ({ ...item, retired: false, derived: null, derivedFrom: [] })),
  )
  await changed(trx, conferenceId, 'conference.items-imported', { items: added.length, replace })
  return ok({ imported: added.length })
}

/** Writes one more item by hand. @returns its number */
export async function addItem(
  trx: Transaction,
  actor: Actor,
  conferenceId: string,
  text: ItemText,
): Promise<Result<ItemNumber, ItemsRefusal>> {
  await requireLead(trx, actor, conferenceId)
  await lockConference(trx, conferenceId)
  const items = await loadItems(trx, conferenceId)
  if (text.wordingSv.trim() === '') return refuse('wording-empty')
  const isThere = (item: LineageItem) =>
    !item.retired && item.kind === text.kind && folded(item.wordingSv) === folded(text.wordingSv)
  if (items.some(isThere)) return refuse('same-wording-there')
  const number = highest(items) + 1
  await insertItems(trx, conferenceId, [{ ...text, number, retired: false, derived: null, derivedFrom: [] }])
  await changed(trx, conferenceId, 'conference.item-added', { number })
  return ok(number)
}

/** Takes an item away that nothing stands on. */
export async function removeItem(
  trx: Transaction,
  actor: Actor,
  conferenceId: string,
  number: ItemNumber,
): Promise<Result<void, ItemsRefusal>> {
  await requireLead(trx, actor, conferenceId)
  await lockConference(trx, conferenceId)
  const items = await loadItems(trx, conferenceId)
  const item = items.find(one => one.number === number)
  if (!item) return refuse('item-unknown')
  const { used } = await itemUse(trx, conferenceId)
  if (used.has(number)) return refuse('item-used')
  if (item.derivedFrom.length > 0 || items.some(one => one.derivedFrom.includes(number)))
    return refuse('item-has-lineage')
  await deleteItems(trx, conferenceId, [number])
  await changed(trx, conferenceId, 'conference.item-removed', { number })
  return ok(undefined)
}

/** Several items become one. @returns the new number */
export const mergeItems = (
  trx: Transaction,
  actor: Actor,
  conferenceId: string,
  originals: readonly ItemNumber[],
  draft: Draft,
): Promise<Result<readonly ItemNumber[], ItemsRefusal>> =>
  derive(trx, actor, conferenceId, 'conference.items-merged', (items, open) =>
    merge(items, originals, draft, open),
  )

/** One item becomes several. @returns the new numbers */
export const splitItem = (
  trx: Transaction,
  actor: Actor,
  conferenceId: string,
  original: ItemNumber,
  drafts: readonly Draft[],
): Promise<Result<readonly ItemNumber[], ItemsRefusal>> =>
  derive(trx, actor, conferenceId, 'conference.item-split', (items, open) =>
    split(items, original, drafts, open),
  )

/** One item is said in another way. @returns the new number */
export const rewordItem = (
  trx: Transaction,
  actor: Actor,
  conferenceId: string,
  original: ItemNumber,
  draft: Draft,
): Promise<Result<readonly ItemNumber[], ItemsRefusal>> =>
  derive(trx, actor, conferenceId, 'conference.item-reworded', (items, open) =>
    reword(items, original, draft, open),
  )

/** Takes back what made an item; its originals are there again. @returns their numbers */
export async function undoDerivation(
  trx: Transaction,
  actor: Actor,
  conferenceId: string,
  result: ItemNumber,
): Promise<Result<readonly ItemNumber[], ItemsRefusal>> {
  await requireLead(trx, actor, conferenceId)
  await lockConference(trx, conferenceId)
  const { used } = await itemUse(trx, conferenceId)
  const undone = undo(await loadItems(trx, conferenceId), result, used)
  if (!undone.ok) return undone
  const { removed, restored } = undone.value
  await deleteItems(trx, conferenceId, removed)
  await retire(trx, conferenceId, restored, false)
  await changed(trx, conferenceId, 'conference.derivation-undone', { number: result })
  return ok(restored)
}

async function derive(
  trx: Transaction,
  actor: Actor,
  conferenceId: string,
  action: string,
  rule: (
    items: readonly LineageItem[],
    inOpenRound: ReadonlySet<ItemNumber>,
  ) => Result<Derived, LineageRefusal>,
): Promise<Result<readonly ItemNumber[], ItemsRefusal>> {
  await requireLead(trx, actor, conferenceId)
  await lockConference(trx, conferenceId)
  const { inOpenRound } = await itemUse(trx, conferenceId)
  const derived = rule(await loadItems(trx, conferenceId), inOpenRound)
  if (!derived.ok) return derived
  const { added, retired } = derived.value
  await insertItems(trx, conferenceId, added)
  await retire(trx, conferenceId, retired, true)
  const numbers = added.map(({ number }) => number)
  await changed(trx, conferenceId, action, { from: retired.join(' '), to: numbers.join(' ') })
  return ok(numbers)
}

async function insertItems(
  trx: Transaction,
  conferenceId: string,
  items: readonly LineageItem[],
): Promise<void> {
  const column = (of: (item: LineageItem) => string | number | null) => items.map(of)
  // One statement however many they are: a value each would run out of parameters.
  await sql`
    insert into conference.item
      (conference_id, number, kind, perspective, wording_sv, wording_en, explanation, derived)
    select ${conferenceId}::uuid, * from unnest(
      ${column(item => item.number)}::int[], ${column(item => item.kind)}::text[],
      ${column(item => item.perspective)}::text[], ${column(item => item.wordingSv)}::text[],
      ${column(item => item.wordingEn)}::text[], ${column(item => item.explanation)}::text[],
      ${column(item => item.derived)}::text[])`.execute(trx)
  const origins = items.flatMap(({ number, derivedFrom }) =>
    derivedFrom.map(origin => ({ conference_id: conferenceId, number, origin })),
  )
  if (origins.length > 0) await trx.insertInto('conference.item_origin').values(origins).execute()
}

const deleteItems = (trx: Transaction, conferenceId: string, numbers: readonly ItemNumber[]) =>
  trx
    .deleteFrom('conference.item')
    .where('conference_id', '=', conferenceId)
    .where('number', 'in', [...numbers])
    .execute()

const retire = (trx: Transaction, conferenceId: string, numbers: readonly ItemNumber[], retired: boolean) =>
  trx
    .updateTable('conference.item')
    .set({ retired })
    .where('conference_id', '=', conferenceId)
    .where('number', 'in', [...numbers])
    .execute()

async function changed(
  trx: Transaction,
  conferenceId: string,
  action: string,
  facts: Readonly<Record<string, string | number | boolean>>,
): Promise<void> {
  await audit(trx, action, { conferenceId, ...facts })
  await conferenceChanged(trx, conferenceId)
}

const highest = (items: readonly { readonly number: number }[]): number =>
  items.reduce((most, { number }) => Math.max(most, number), 0)

const folded = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('sv')
