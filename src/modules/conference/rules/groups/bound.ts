/**
 * How few repeated meetings there can be at all.
 *
 * A repeated meeting is a pair that sits together in a sitting and already sat together in an earlier one;
 * a pair that meets m times gives m − 1. Two independent arguments, and the larger of them is the bound:
 *
 * 1. *Pigeonholes.* People who shared an earlier sitting were there in a few groups. A group of 6 drawn from
 *    4 earlier groups must have two from each of two of them (2 + 2 + 1 + 1): at least 2 pairs repeat. The same
 *    holds with the sittings exchanged: an earlier group of 6 spread over 4 groups. For each sitting the
 *    strongest such demand of any earlier sitting counts, and the demands of different sittings add up,
 *    because a repeated meeting belongs to one sitting.
 * 2. *Enough pairs.* All meetings in all sittings, minus all the pairs that could possibly meet.
 *
 * 24 experts in 4 groups of 6 and 3 sittings: 2 pairs × 4 groups × 2 later sittings = 16.
 * Balance is not looked at: it can only make the true least number higher, so the bound stays true.
 */

/** One sitting, known or not: who is there, in groups of which sizes, and the groups when they are decided. */
export type BoundSitting = {
  readonly present: readonly number[]
  readonly sizes: readonly number[]
  /** Given when these groups are fixed; then `sizes` are the sizes of these groups. */
  readonly groups?: readonly (readonly number[])[]
}

/**
 * A number that no arrangement of these sittings can go below. People are numbered 0 … `people` − 1.
 * Fixed sittings come first; what already is repeated among them is counted as it is.
 */
export function leastRepeatedMeetings(people: number, sittings: readonly BoundSitting[]): number {
  const met = new Uint8Array(people * people)
  let alreadyRepeated = 0
  let forced = 0

  sittings.forEach((sitting, at) => {
    if (sitting.groups) {
      alreadyRepeated += meet(met, people, sitting.groups)
      return
    }
    forced += sittings
      .slice(0, at)
      .reduce((most, earlier) => Math.max(most, forcedBetween(earlier, sitting)), 0)
  })

  const meetings = sittings.reduce(
    (sum, { sizes }) => sum + sizes.reduce((pairs, size) => pairs + pairsIn(size), 0),
    0,
  )
  return Math.max(alreadyRepeated + forced, meetings - possiblePairs(met, people, sittings))
}

/** Marks who has met; answers how many of these meetings were repeated. */
function meet(met: Uint8Array, people: number, groups: readonly (readonly number[])[]): number {
  let repeated = 0
  for (const group of groups)
    for (const [place, one] of group.entries())
      for (const other of group.slice(0, place)) {
        const pair = Math.min(one, other) * people + Math.max(one, other)
        if (met[pair]) repeated += 1
        met[pair] = 1
      }
  return repeated
}

/** Pairs that have met in a fixed sitting or are both there in one that is sought. */
function possiblePairs(met: Uint8Array, people: number, sittings: readonly BoundSitting[]): number {
  const possible = met.slice()
  for (const { present, groups } of sittings) {
    if (groups) continue
    for (const [place, one] of present.entries())
      for (const other of present.slice(0, place))
        possible[Math.min(one, other) * people + Math.max(one, other)] = 1
  }
  return possible.reduce((sum, pair) => sum + pair, 0)
}

/** Pairs that must sit together again in `later`, whatever its groups are, because of `earlier` alone. */
function forcedBetween(earlier: BoundSitting, later: BoundSitting): number {
  const here = new Set(later.present)
  const shared = earlier.present.filter(person => here.has(person)).length
  const earlierSizes =
    earlier.groups?.map(group => group.filter(person => here.has(person)).length) ?? earlier.sizes
  return Math.max(
    leastTogether(later.sizes, earlierSizes, shared),
    leastTogether(earlierSizes, later.sizes, shared),
  )
}

/**
 * `shared` people are put in groups of at most `sizes`, and come from origins of at most `origins` people.
 * The fewest pairs of the same origin in the same group, if each group alone could choose its mixture.
 * Each further member of a group costs as many pairs as its origin already has there, which never falls;
 * so taking the cheapest seat each time gives the least sum.
 */
function leastTogether(sizes: readonly number[], origins: readonly number[], shared: number): number {
  let left = shared
  let pairs = 0
  for (let cost = 0; left > 0; cost += 1) {
    const before = seatsUpTo(origins, cost)
    const upTo = seatsUpTo(origins, cost + 1)
    if (before === upTo) break
    const seats = sizes.reduce((sum, size) => sum + Math.max(0, Math.min(size, upTo) - before), 0)
    const taken = Math.min(left, seats)
    pairs += taken * cost
    left -= taken
  }
  return pairs
}

/** How many members a group can have with at most `each` from one origin. */
const seatsUpTo = (origins: readonly number[], each: number) =>
  origins.reduce((sum, origin) => sum + Math.min(origin, each), 0)

const pairsIn = (size: number) => (size * (size - 1)) / 2
