import type { Ballot } from './ballot.ts'
import type { BallotForm, ItemNumber } from './rule.ts'
import { type Count, count } from './votes.ts'

/** Fewer ballots than this are never shown by themselves. */
export const fewestShown = 5

/** A stakeholder group's votes, or the word that they are held back. */
export type GroupResult =
  | { readonly group: string; readonly shown: true; readonly count: Count }
  | { readonly group: string; readonly shown: false }

/**
 * Results per stakeholder group, where a group of fewer than `fewest` ballots is held back. The whole round's result is
 * published too, so what is held back must not follow by subtraction: as long as the groups held back have together
 * fewer than `fewest` ballots, the smallest group that is left is held back as well. Groups in alphabetical order.
 */
export function groupResults(
  form: BallotForm,
  items: readonly ItemNumber[],
  ballotsByGroup: ReadonlyMap<string, readonly Ballot[]>,
  fewest: number = fewestShown,
): readonly GroupResult[] {
  const heldBack = groupsHeldBack(
    new Map([...ballotsByGroup].map(([group, ballots]) => [group, ballots.length])),
    fewest,
  )
  return [...ballotsByGroup]
    .map(([group, ballots]): GroupResult => {
      if (heldBack.has(group)) return { group, shown: false }
      return { group, shown: true, count: count(form, items, ballots) }
    })
    .toSorted((a, b) => a.group.localeCompare(b.group, 'sv'))
}

/** Which groups may not be shown, given their numbers of ballots. Groups without ballots reveal nothing but stay out. */
export function groupsHeldBack(
  sizes: ReadonlyMap<string, number>,
  fewest: number = fewestShown,
): ReadonlySet<string> {
  // Equal sizes by name, so that the choice does not depend on the order in which groups are given.
  const ordered = [...sizes].toSorted(([a, sizeA], [b, sizeB]) => sizeA - sizeB || a.localeCompare(b, 'sv'))
  const heldBack = new Set<string>()
  let ballots = 0
  for (const [group, size] of ordered) {
    const tooSmall = size < fewest
    const revealsRest = ballots > 0 && ballots < fewest
    if (!tooSmall && !revealsRest) break
    heldBack.add(group)
    ballots += size
  }
  return heldBack
}
