import type { LineageItem } from './lineage.ts'

export const itemSorts = ['number', 'kind', 'perspective', 'wording'] as const
export type ItemSort = (typeof itemSorts)[number]

export type ItemsWish = {
  readonly search: string
  /** '' is every kind. */
  readonly kind: string
  readonly sort: ItemSort
  readonly descending: boolean
}

/** The items that match every searched word, in the order wished for; equal ones by number. */
export function itemsFor(items: readonly LineageItem[], wish: ItemsWish): LineageItem[] {
  const words = folded(wish.search).split(' ').filter(Boolean)
  const matches = (item: LineageItem) => {
    if (wish.kind !== '' && item.kind !== wish.kind) return false
    if (words.length === 0) return true
    const text = folded(`${item.number} ${item.wordingSv} ${item.wordingEn} ${item.explanation}`)
    return words.every(word => text.includes(word))
  }
  const direction = wish.descending ? -1 : 1
  return items.filter(matches).toSorted((a, b) => direction * compare(a, b, wish.sort) || a.number - b.number)
}

function compare(a: LineageItem, b: LineageItem, sort: ItemSort): number {
  if (sort === 'number') return a.number - b.number
  const text = { kind: 'kind', perspective: 'perspective', wording: 'wordingSv' } as const
  return a[text[sort]].localeCompare(b[text[sort]], 'sv')
}

const folded = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('sv')
