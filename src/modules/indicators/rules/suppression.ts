/** A figure stands on at least so many respondents. */
export const fewestShown = 5

/** What takes the place of a figure that is not shown. It is said in words, and is never 0 or blank. */
export type Suppressed = { readonly suppressed: true }

/** Which parts of a total may be shown, and whether the total may. */
export type Shown<Part> = { readonly total: boolean; readonly parts: ReadonlySet<Part> }

/**
 * What may be shown of a total and its parts: initiatives of an association, associations of the country. The parts are
 * all there are, also those that belong nowhere: `n` of the total is their sum.
 *
 * A part is shown when at least five are in it, and what is left of the total without the shown parts is nobody or at
 * least five, and not so many that each hidden part must have four. Where it is, the smallest shown part is hidden too,
 * and with it all that are as small: which of them were hidden would tell who is the smallest. So no part, total,
 * difference or sum of what is shown counts one to four respondents, also for a reader who knows this rule.
 * @param respondents how many valid answers each part has
 */
export function shownParts<Part>(respondents: ReadonlyMap<Part, number>): Shown<Part> {
  const shown = new Map([...respondents].filter(([, n]) => n >= fewestShown))
  const total = sumOf(respondents)
  const left = total - sumOf(shown)
  const mostLeft = (respondents.size - shown.size) * (fewestShown - 1)
  if (left > 0 && (left < fewestShown || left === mostLeft)) {
    const smallest = Math.min(...shown.values())
    for (const [part, n] of shown) if (n === smallest) shown.delete(part)
  }
  return { total: total >= fewestShown, parts: new Set(shown.keys()) }
}

/**
 * The national figure of associations that take part: the sum of those that have at least five respondents themselves.
 * The others are not in it, so nobody can be found by taking away the rest.
 */
export function nationalParts<Part>(respondents: ReadonlyMap<Part, number>): Shown<Part> {
  const parts = new Set([...respondents].filter(([, n]) => n >= fewestShown).map(([part]) => part))
  return { total: parts.size > 0, parts }
}

const sumOf = (respondents: ReadonlyMap<unknown, number>): number =>
  [...respondents.values()].reduce((sum, n) => sum + n, 0)
