/** Fewer ballots than this are never shown by themselves. */
export const fewestShown = 5

/**
 * The stakeholder groups whose results may not be shown, given their numbers of ballots: those of fewer than `fewest`.
 * The whole round's result is published too, so what is held back must not follow by subtraction: as long as the groups
 * held back have together fewer than `fewest` ballots, the smallest group that is left is held back as well. Groups
 * without ballots reveal nothing but stay out.
 */
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
