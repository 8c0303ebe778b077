import { ok, type Result, refuse } from '../../../../platform/result.ts'
import { type BoundSitting, leastRepeatedMeetings } from './bound.ts'
import { figuresOf, type GroupExpert, type GroupFigures, type Sittings } from './figures.ts'
import { type Random, randomFrom } from './random.ts'
import { searchGroups } from './search.ts'

export { figuresOf, type GroupExpert, type GroupFigures, type Sittings } from './figures.ts'

export type GroupsInput = {
  readonly experts: readonly GroupExpert[]
  /** Groups in each sought sitting. */
  readonly groups: number
  /** Sittings in all, the fixed ones included. */
  readonly sittings: number
  /** Any safe integer. The same seed and input give the same groups on every machine. */
  readonly seed: number
  /** The first sittings, when they are decided already (home groups, say). May leave experts out. */
  readonly fixed?: Sittings
}

export type Groups = GroupFigures & { readonly sittings: string[][][] }

export type GroupsRefusal =
  | 'group-count-wrong'
  | 'sitting-count-wrong'
  | 'seed-wrong'
  | 'too-many-experts'
  | 'same-expert-twice'
  | 'fewer-experts-than-groups'
  | 'more-fixed-than-sittings'
  | 'unknown-expert-in-fixed'
  | 'expert-twice-in-a-sitting'

/** Beyond these a conference is no conversation, and the table of who met whom grows with the square. */
const mostExperts = 1000
const mostSittings = 30

/** Small conferences are settled sooner; the most is some one second on one core of 2020. */
const lookUpsFor = (people: number) => Math.min(160_000_000, 5_000_000 * people)

/**
 * Groups for each sitting: sizes differ by at most one, associations and roles spread evenly, and as few
 * pairs as possible meet twice (4-conference: the social golfer problem, with balance).
 *
 * In each group the experts stand in the order they were given, and the groups in the order of their first
 * expert. Fixed sittings are answered unchanged. `bound` is what no arrangement can go below.
 */
export function makeGroups(input: GroupsInput): Result<Groups, GroupsRefusal> {
  const refusal = refusalOf(input)
  if (refusal) return refuse(refusal)

  const { experts, groups, seed, fixed = [] } = input
  const place = new Map(experts.map(({ id }, at) => [id, at]))
  const random = randomFrom(seed)
  const decided = fixed.map(sitting => sitting.map(group => group.flatMap(id => place.get(id) ?? [])))
  const dealt = soughtSittings(input).map(sitting =>
    deal(experts, presentIn(experts, sitting), groups, random),
  )

  const found = searchGroups({
    people: experts.length,
    words: [
      numbered(experts.map(expert => expert.association)),
      numbered(experts.map(expert => expert.role)),
    ],
    sittings: [
      ...decided.map(sitting => ({ groups: sitting, fixed: true })),
      ...dealt.map(sitting => ({ groups: sitting, fixed: false })),
    ],
    bound: leastRepeatedMeetings(experts.length, [
      ...decided.map((sitting): BoundSitting => ({ ...rosterOf(sitting), groups: sitting })),
      ...dealt.map(rosterOf),
    ]),
    random,
    lookUps: lookUpsFor(experts.length),
  })

  const sittings = found.map((sitting, at) =>
    at < fixed.length
      ? (fixed[at] ?? []).map(group => [...group])
      : inOrder(sitting).map(group => group.flatMap(person => experts[person]?.id ?? [])),
  )
  return ok({ sittings, ...figuresOf(experts, sittings, fixed.length) })
}

function refusalOf({ experts, groups, sittings, seed, fixed = [] }: GroupsInput): GroupsRefusal | undefined {
  if (!Number.isInteger(groups) || groups < 1) return 'group-count-wrong'
  if (!Number.isInteger(sittings) || sittings < 1 || sittings > mostSittings) return 'sitting-count-wrong'
  if (!Number.isSafeInteger(seed)) return 'seed-wrong'
  if (experts.length > mostExperts) return 'too-many-experts'
  const ids = new Set(experts.map(({ id }) => id))
  if (ids.size < experts.length) return 'same-expert-twice'
  if (fixed.length > sittings) return 'more-fixed-than-sittings'
  const decided = fixed.map(sitting => sitting.flat())
  if (decided.flat().some(id => !ids.has(id))) return 'unknown-expert-in-fixed'
  if (decided.some(sitting => new Set(sitting).size < sitting.length)) return 'expert-twice-in-a-sitting'
  const tooFew = soughtSittings({ sittings, fixed }).some(
    sitting => presentIn(experts, sitting).length < groups,
  )
  return tooFew ? 'fewer-experts-than-groups' : undefined
}

/** The numbers (from 1) of the sittings to be found. */
const soughtSittings = ({ sittings, fixed = [] }: Pick<GroupsInput, 'sittings' | 'fixed'>) =>
  Array.from({ length: sittings - fixed.length }, (_, at) => fixed.length + at + 1)

const presentIn = (experts: readonly GroupExpert[], sitting: number) =>
  experts.flatMap((expert, at) => (expert.absentFrom?.includes(sitting) ? [] : [at]))

const rosterOf = (groups: readonly (readonly number[])[]): BoundSitting => ({
  present: groups.flat(),
  sizes: groups.map(group => group.length),
})

/** A start: sorted by association and role, chance deciding among equals, and dealt like cards. */
function deal(
  experts: readonly GroupExpert[],
  present: readonly number[],
  groups: number,
  random: Random,
): number[][] {
  const sorted = present
    .map(at => ({
      at,
      association: experts[at]?.association ?? '',
      role: experts[at]?.role ?? '',
      drawn: random.next(),
    }))
    .sort(
      (a, b) =>
        compare(a.association, b.association) || compare(a.role, b.role) || a.drawn - b.drawn || a.at - b.at,
    )
  return Array.from({ length: groups }, (_, group) =>
    sorted.filter((_, card) => card % groups === group).map(({ at }) => at),
  )
}

/** By code unit and not by language, so that the machine's locale does not change the groups. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The same words as 0, 1, 2 … in the order they are first seen. */
function numbered(words: readonly string[]): number[] {
  const seen = [...new Set(words)]
  const numberOf = new Map(seen.map((word, at) => [word, at]))
  return words.map(word => numberOf.get(word) ?? 0)
}

const inOrder = (groups: readonly (readonly number[])[]): number[][] =>
  groups.map(group => group.toSorted((a, b) => a - b)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
