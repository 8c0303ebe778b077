import { ok, type Result, refuse } from '../../../../platform/result.ts'
import type { ItemNumber } from '../rounds/rule.ts'

/** What is said in an item, and where it belongs. Texts are '' where there is none. */
export type ItemText = {
  readonly kind: string
  readonly perspective: string
  readonly wordingSv: string
  readonly wordingEn: string
  readonly explanation: string
}

export type Derivation = 'merged' | 'split' | 'reworded'

/**
 * An item with its origin. An item that another was made of is retired and stays, so that the report can say
 * what was merged, split and reworded (ACCORD, items dropped or modified between rounds).
 */
export type LineageItem = ItemText & {
  readonly number: ItemNumber
  readonly retired: boolean
  readonly derived: Derivation | null
  /** Numbers of the items it was made of; empty when it was there from the beginning. */
  readonly derivedFrom: readonly ItemNumber[]
}

/** What the facilitator writes. What is left out is taken over from the originals. */
export type Draft = Partial<ItemText> & Pick<ItemText, 'wordingSv'>

/** All items afterwards, what was added, and the numbers of what was retired or, by `undo`, came back. */
export type Derived = {
  readonly items: readonly LineageItem[]
  readonly added: readonly LineageItem[]
  readonly retired: readonly ItemNumber[]
}
export type Undone = {
  readonly items: readonly LineageItem[]
  readonly removed: readonly ItemNumber[]
  readonly restored: readonly ItemNumber[]
}

export type LineageRefusal =
  | 'item-unknown'
  | 'item-retired'
  | 'item-in-open-round'
  | 'same-item-twice'
  | 'too-few-items'
  | 'too-few-parts'
  | 'wording-empty'
  | 'wording-unchanged'
  | 'same-wording-twice'
  | 'kinds-differ'

export type UndoRefusal = 'item-unknown' | 'not-derived' | 'result-derived-further' | 'result-used'

type Items = readonly LineageItem[]
type OpenItems = ReadonlySet<ItemNumber>

/**
 * Two items or more become one. What the draft leaves out: kind and perspective are taken over when all
 * originals agree; explanations are put together in the order given. Different kinds need a kind in the draft,
 * because the rounds of a conference go by kind. `inOpenRound` are the items that are being voted on.
 */
export function merge(
  items: Items,
  originals: readonly ItemNumber[],
  draft: Draft,
  inOpenRound: OpenItems,
): Result<Derived, LineageRefusal> {
  if (originals.length < 2) return refuse('too-few-items')
  const found = takeOut(items, originals, inOpenRound)
  if (!found.ok) return found
  if (isEmpty(draft)) return refuse('wording-empty')
  const [kind, otherKind] = distinct(found.value.map(item => item.kind))
  if (otherKind !== undefined && draft.kind === undefined) return refuse('kinds-differ')
  const perspectives = distinct(found.value.map(item => item.perspective))
  const inherited: Omit<ItemText, 'wordingSv'> = {
    kind: kind ?? '',
    perspective: perspectives.length === 1 ? (perspectives[0] ?? '') : '',
    wordingEn: '',
    explanation: distinct(found.value.map(item => item.explanation))
      .filter(text => text !== '')
      .join('\n\n'),
  }
  return ok(derive(items, 'merged', originals, [{ ...inherited, ...tidy(draft) }]))
}

/** One item becomes two or more, each with a wording of its own. They take over the rest. */
export function split(
  items: Items,
  original: ItemNumber,
  drafts: readonly Draft[],
  inOpenRound: OpenItems,
): Result<Derived, LineageRefusal> {
  const found = takeOut(items, [original], inOpenRound)
  if (!found.ok) return found
  if (drafts.length < 2) return refuse('too-few-parts')
  if (drafts.some(isEmpty)) return refuse('wording-empty')
  if (distinct(drafts.map(draft => sameWords(draft.wordingSv))).length < drafts.length)
    return refuse('same-wording-twice')
  const [{ kind, perspective, explanation }] = found.value
  const inherited = { kind, perspective, explanation, wordingEn: '' }
  return ok(
    derive(
      items,
      'split',
      [original],
      drafts.map(draft => ({ ...inherited, ...tidy(draft) })),
    ),
  )
}

/**
 * One item is said in another way. A changed English wording or explanation is a change too; capitals count,
 * spaces do not. An English wording that is not given again is left out, because it says what was said before.
 */
export function reword(
  items: Items,
  original: ItemNumber,
  draft: Draft,
  inOpenRound: OpenItems,
): Result<Derived, LineageRefusal> {
  const found = takeOut(items, [original], inOpenRound)
  if (!found.ok) return found
  if (isEmpty(draft)) return refuse('wording-empty')
  const [before] = found.value
  const { kind, perspective, explanation } = before
  const sameSwedish = tidied(before.wordingSv) === tidied(draft.wordingSv)
  const after: ItemText = {
    kind,
    perspective,
    explanation,
    wordingEn: sameSwedish ? before.wordingEn : '',
    ...tidy(draft),
  }
  if (textKeys.every(key => tidied(before[key]) === tidied(after[key]))) return refuse('wording-unchanged')
  return ok(derive(items, 'reworded', [original], [after]))
}

/**
 * Takes back the derivation that made `result`: all its results go, its originals are there again. Only while
 * nothing has been built on it. `used` are items that somebody has voted on, marked or noted something for.
 */
export function undo(
  items: Items,
  result: ItemNumber,
  used: ReadonlySet<ItemNumber>,
): Result<Undone, UndoRefusal> {
  const item = items.find(({ number }) => number === result)
  if (!item) return refuse('item-unknown')
  if (item.derivedFrom.length === 0) return refuse('not-derived')
  const restored = item.derivedFrom
  // An item is retired by one derivation only, so those with a common original came together.
  const results = items.filter(({ derivedFrom }) => derivedFrom.some(origin => restored.includes(origin)))
  if (results.some(({ retired }) => retired)) return refuse('result-derived-further')
  if (results.some(({ number }) => used.has(number))) return refuse('result-used')
  const removed = results.map(({ number }) => number)
  return ok({
    items: items
      .filter(({ number }) => !removed.includes(number))
      .map(each => (restored.includes(each.number) ? { ...each, retired: false } : each)),
    removed,
    restored,
  })
}

/** Everything that was made of an item, nearest first. */
export const descendants = (items: Items, of: ItemNumber): readonly LineageItem[] => {
  const madeOf = Map.groupBy(
    items.flatMap(item => item.derivedFrom.map(origin => ({ origin, item }))),
    ({ origin }) => origin,
  )
  return walk(of, number => (madeOf.get(number) ?? []).map(({ item }) => item))
}

/** The items with everything that was made of them, each once. */
export const withDescendants = (items: Items, numbers: readonly ItemNumber[]): readonly ItemNumber[] =>
  distinct(numbers.flatMap(number => [number, ...descendants(items, number).map(item => item.number)]))

function walk(
  from: ItemNumber,
  step: (number: ItemNumber) => readonly LineageItem[],
): readonly LineageItem[] {
  const seen = new Map<ItemNumber, LineageItem>()
  let edge: readonly ItemNumber[] = [from]
  while (edge.length > 0) {
    const next = edge.flatMap(step).filter(({ number }) => number !== from && !seen.has(number))
    for (const item of next) seen.set(item.number, item)
    edge = distinct(next.map(({ number }) => number))
  }
  return [...seen.values()]
}

function takeOut(
  items: Items,
  numbers: readonly ItemNumber[],
  inOpenRound: OpenItems,
): Result<readonly [LineageItem, ...LineageItem[]], LineageRefusal> {
  if (distinct(numbers).length < numbers.length) return refuse('same-item-twice')
  const [first, ...others] = numbers.map(wanted => items.find(({ number }) => number === wanted))
  if (!first || others.includes(undefined)) return refuse('item-unknown')
  const found = [first, ...others.filter(item => item !== undefined)] as const
  if (found.some(({ retired }) => retired)) return refuse('item-retired')
  if (found.some(({ number }) => inOpenRound.has(number))) return refuse('item-in-open-round')
  return ok(found)
}

/** New numbers go on after the highest, so that a number that was used always means the same item. */
function derive(
  items: Items,
  derived: Derivation,
  derivedFrom: readonly ItemNumber[],
  texts: readonly ItemText[],
): Derived {
  const highest = items.reduce((most, { number }) => Math.max(most, number), 0)
  const added = texts.map(
    (text, at): LineageItem => ({ ...text, number: highest + 1 + at, retired: false, derived, derivedFrom }),
  )
  const kept = items.map(item => (derivedFrom.includes(item.number) ? { ...item, retired: true } : item))
  return { items: [...kept, ...added], added, retired: derivedFrom }
}

const textKeys = ['kind', 'perspective', 'wordingSv', 'wordingEn', 'explanation'] as const

/** Without spaces at the ends; what was not given is left out, so that it does not hide what is inherited. */
function tidy(draft: Draft): Draft {
  const given = textKeys.filter(key => draft[key] !== undefined).map(key => [key, draft[key]?.trim()])
  return { ...Object.fromEntries(given), wordingSv: draft.wordingSv.trim() }
}

const isEmpty = (draft: Draft) => draft.wordingSv.trim() === ''
const tidied = (text: string) => text.trim().replaceAll(/\s+/g, ' ')
const sameWords = (text: string) => tidied(text).toLocaleLowerCase('sv')
const distinct = <Value>(values: readonly Value[]): Value[] => [...new Set(values)]
