import type { BoundSitting } from './bound.ts'
import { leastRepeatedMeetings } from './bound.ts'

/** Someone to place. `association` and `role` are only compared; any wording will do. */
export type GroupExpert = {
  readonly id: string
  readonly association: string
  readonly role: string
  /** Sittings (1 is the first) that this expert does not come to. */
  readonly absentFrom?: readonly number[]
}

/** `sittings[sitting][group]` holds the ids of the experts of that group. */
export type Sittings = readonly (readonly (readonly string[])[])[]

export type GroupFigures = {
  /** Pairs that sit together once more: a pair that meets m times counts m − 1. */
  readonly repeatedMeetings: number
  /** No arrangement of the same people in groups of the same sizes has fewer; see bound.ts. */
  readonly bound: number
  /** Experts too many or too few of an association or a role, over all groups; see `imbalanceOf`. */
  readonly imbalance: number
  /** The same for each sitting: repeats of earlier sittings, and its own imbalance. */
  readonly perSitting: readonly { readonly repeatedMeetings: number; readonly imbalance: number }[]
}

/**
 * What given groups are worth, also after they have been changed by hand. The first `fixed` sittings are
 * taken as given: the bound is then what the later ones could have reached after them.
 * Every id must be one of `experts`, at most once in a sitting.
 */
export function figuresOf(experts: readonly GroupExpert[], sittings: Sittings, fixed = 0): GroupFigures {
  const place = new Map(experts.map(({ id }, at) => [id, at]))
  const seated = sittings.map(groups => groups.map(group => group.flatMap(id => place.get(id) ?? [])))
  const repeats = repeatsPerSitting(experts.length, seated)
  const imbalances = seated.map(groups => imbalanceOf(experts, groups))
  return {
    repeatedMeetings: sum(repeats),
    bound: leastRepeatedMeetings(
      experts.length,
      seated.map((groups, at) => boundSitting(groups, at < fixed)),
    ),
    imbalance: sum(imbalances),
    perSitting: repeats.map((repeatedMeetings, at) => ({ repeatedMeetings, imbalance: imbalances[at] ?? 0 })),
  }
}

const boundSitting = (groups: readonly (readonly number[])[], fixed: boolean): BoundSitting => ({
  present: groups.flat(),
  sizes: groups.map(group => group.length),
  ...(fixed ? { groups } : {}),
})

function repeatsPerSitting(people: number, sittings: readonly (readonly (readonly number[])[])[]): number[] {
  const met = new Uint8Array(people * people)
  return sittings.map(groups => {
    let repeats = 0
    for (const group of groups)
      for (const [at, one] of group.entries())
        for (const other of group.slice(0, at)) {
          const pair = Math.min(one, other) * people + Math.max(one, other)
          repeats += met[pair] ?? 0
          met[pair] = 1
        }
    return repeats
  })
}

/**
 * How far the groups of one sitting are from a fair mixture: for each group and each association, and for
 * each group and each role, the experts beyond the fair share rounded up or missing below it rounded down.
 * The fair share is that association's (role's) experts in the sitting divided by the number of groups:
 * 8 from one association in 3 groups should be 2 or 3 in each.
 *
 * 0 can always be reached. Draw each expert as an edge from association to role: a bipartite multigraph has,
 * for any number of colours, a colouring in which every vertex and the whole have each colour equally often,
 * give or take one (de Werra 1971, equitable edge colourings). Colours are groups.
 */
function imbalanceOf(experts: readonly GroupExpert[], groups: readonly (readonly number[])[]): number {
  const of = (word: (expert: GroupExpert) => string) => {
    const words = groups.map(group => group.flatMap(at => experts[at] ?? []).map(word))
    return sum(
      [...new Set(words.flat())].map(value => {
        const counts = words.map(group => group.filter(each => each === value).length)
        const share = sum(counts) / groups.length
        return sum(counts.map(count => outside(count, Math.floor(share), Math.ceil(share))))
      }),
    )
  }
  return of(expert => expert.association) + of(expert => expert.role)
}

/** How far a count is outside from … to; 0 inside. */
export const outside = (count: number, from: number, to: number): number =>
  Math.max(from - count, count - to, 0)

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
