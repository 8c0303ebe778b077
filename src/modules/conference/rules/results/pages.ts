import type { Scene, SupportedItem } from '../lead-model.ts'

export const outcomes = ['accepted', 'kept', 'dropped'] as const
export type OutcomeName = (typeof outcomes)[number]

/** What fits on a screen that the back row can read: two columns of seven. */
export const itemsOnScreen = 14

export interface ResultPage {
  readonly outcome: OutcomeName
  readonly items: readonly SupportedItem[]
}

type Result = Extract<Scene, { shows: 'result' }>

/** A result in screens: what goes in first, then what is discussed again, then what falls out. */
export function resultPages(scene: Result): ResultPage[] {
  return outcomes.flatMap(outcome => screens(scene[outcome]).map(items => ({ outcome, items })))
}

/** Screens that are about equally full: 15 items are 8 and 7, not 14 and 1. */
function screens(items: readonly SupportedItem[]): SupportedItem[][] {
  const count = Math.ceil(items.length / itemsOnScreen)
  const size = Math.ceil(items.length / Math.max(1, count))
  return Array.from({ length: count }, (_, place) => items.slice(place * size, (place + 1) * size))
}

/** The last that went in and the first that did not, where both are shares of the same number. */
export function limitOf({
  accepted,
  kept,
  dropped,
}: Result): { inside: SupportedItem; outside: SupportedItem } | undefined {
  const inside = accepted.at(-1)
  const outside = kept[0] ?? dropped[0]
  return inside && outside && { inside, outside }
}
