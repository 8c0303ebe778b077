import type { ItemResult } from './model.ts'

export const sortKeys = ['support', 'item', 'outcome', 'agreement', 'spread', 'stability'] as const
export type SortKey = (typeof sortKeys)[number]

export interface Sorting {
  readonly by: SortKey
  readonly direction: 'ascending' | 'descending'
}

/** How a column is sorted when it is chosen first: what one wants to see on top. */
export const firstDirection: Readonly<Record<SortKey, Sorting['direction']>> = {
  support: 'descending',
  item: 'ascending',
  outcome: 'ascending',
  agreement: 'ascending',
  spread: 'descending',
  stability: 'descending',
}

const outcomes = ['accepted', 'kept', 'undecided', 'dropped']

/**
 * Items in the wanted order; equal ones stay in the order of their support, and those without a value come last.
 * @param items most support first
 */
export function sorted(items: readonly ItemResult[], { by, direction }: Sorting): readonly ItemResult[] {
  const place = new Map(items.map((one, index) => [one.item, index]))
  const value = (one: ItemResult): number | undefined => {
    if (by === 'item') return one.item
    if (by === 'outcome') return outcomes.indexOf(one.outcome)
    if (by === 'agreement') return one.agreement ? one.agreement.yes / one.agreement.of : undefined
    if (by === 'spread') return one.rating?.spread
    if (by === 'stability') return one.stability?.change
    return -(place.get(one.item) ?? 0)
  }
  const sign = direction === 'ascending' ? 1 : -1
  return items.toSorted((a, b) => {
    const [first, second] = [value(a), value(b)]
    if (first === undefined || second === undefined)
      return Number(first === undefined) - Number(second === undefined)
    return sign * (first - second)
  })
}
