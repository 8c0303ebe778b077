import { outside } from './figures.ts'
import type { Random } from './random.ts'

/**
 * The search behind `makeGroups`: simulated annealing over exchanges of two people in the same sitting.
 *
 * It spends a budget of look-ups, not of time, and uses only + − × and comparisons: the chance to accept
 * something worse is kept as the chance for one point and multiplied out, so that no `exp` with a last digit
 * of its own makes two machines answer differently.
 *
 * The tables are typed arrays that are changed in place, because the search looks in them some 10⁸ times;
 * `as number` there says that the index was made here and is inside.
 */
export type SearchInput = {
  /** People are numbered 0 … `people` − 1. */
  readonly people: number
  /** `words[kind][person]`: which word of that kind (association, role) the person has, as 0, 1, 2 … */
  readonly words: readonly (readonly number[])[]
  /** Groups to start from. Those of a fixed sitting stay as they are and only count as meetings. */
  readonly sittings: readonly {
    readonly groups: readonly (readonly number[])[]
    readonly fixed: boolean
  }[]
  /** The search ends when no more than this repeats and nothing that may be moved is out of balance. */
  readonly bound: number
  readonly random: Random
  /** How many pairs may be looked up in all; some 2 × 10⁸ a second. */
  readonly lookUps: number
}

/**
 * What one expert too many or too few of a word costs while searching, in repeated meetings: more in large
 * groups, where one exchange changes many meetings. Enough that it pays off nowhere, little enough that the
 * search can pass through such groups to better ones.
 */
const imbalanceWeightFor = (groupSize: number) => Math.max(3, Math.ceil(groupSize / 4))
/** The chance to accept one more repeated meeting, when an annealing starts and when it ends. */
const firstChance = 0.35
const lastChance = 0.003
const coolingSteps = 400
/** The shares of the budget for each annealing. Few people gain from starting anew, many from patience. */
const manyAnnealings = [0.05, 0.1, 0.1, 0.1, 0.15, 0.15, 0.15, 0.2]
const fewAnnealings = [0.1, 0.3, 0.6]
const mostPeopleForMany = 50
const lookUpsBesidesGroups = 8

/** The best groups found: the least imbalance first, then the fewest repeated meetings. */
export function searchGroups(input: SearchInput): readonly (readonly (readonly number[])[])[] {
  const { people, random, bound } = input
  const tables = input.sittings.map(sitting => setTable(sitting, input))
  const movable = tables.filter((table, at) => !input.sittings[at]?.fixed && table.groups.length > 1)
  const met = meetingsOf(input)
  let imbalance = movable.reduce((sum, table) => sum + imbalanceAt(table), 0)
  let repeated = repeatedIn(met, people)
  let best = { imbalance, repeated, groups: copyOf(tables) }
  const largest = Math.max(0, ...movable.flatMap(({ groups }) => groups.map(group => group.length)))
  const imbalanceWeight = imbalanceWeightFor(largest)
  const cooling = rootOf(lastChance / firstChance, coolingSteps)

  for (const share of people > mostPeopleForMany ? fewAnnealings : manyAnnealings) {
    const perStep = (input.lookUps * share) / coolingSteps
    let chance = firstChance
    for (let step = 0; step < coolingSteps; step += 1, chance *= cooling) {
      let left = perStep
      while (left > 0) {
        if (movable.length === 0 || (best.imbalance === 0 && best.repeated <= bound)) return best.groups
        const table = movable[random.below(movable.length)] as Table
        const one = table.present[random.below(table.present.length)] as number
        const other = table.present[random.below(table.present.length)] as number
        left -= 1
        if (table.groupOf[one] === table.groupOf[other]) continue

        left -= lookUpsBesidesGroups + 4 * (table.groups[0]?.length ?? 0)
        const moreRepeated = repeatedByExchange(table, met, people, one, other)
        const moreImbalance = imbalanceByExchange(table, one, other)
        const worse = moreRepeated + imbalanceWeight * moreImbalance
        if (worse > 0 && !accepted(worse, chance, random)) continue

        exchange(table, met, people, one, other)
        repeated += moreRepeated
        imbalance += moreImbalance
        if (imbalance < best.imbalance || (imbalance === best.imbalance && repeated < best.repeated))
          best = { imbalance, repeated, groups: copyOf(tables) }
      }
    }
  }
  return best.groups
}

/** Yes with the chance `chance` × itself `worse` times. */
function accepted(worse: number, chance: number, random: Random): boolean {
  let threshold = 2 ** 32
  for (let point = 0; point < worse && threshold >= 1; point += 1) threshold *= chance
  return random.next() < threshold
}

/** One sitting while it is being changed. */
type Table = {
  readonly present: readonly number[]
  readonly groups: readonly Int32Array[]
  /** `groupOf[person]`, and where in it; −1 who is not there. */
  readonly groupOf: Int32Array
  readonly seatOf: Int32Array
  readonly kinds: readonly Kind[]
}

/** How one kind of word is spread over the groups of one sitting. */
type Kind = {
  readonly wordOf: readonly number[]
  /** `counts[word × groups + group]` */
  readonly counts: Int32Array
  readonly least: readonly number[]
  readonly most: readonly number[]
}

function setTable(
  { groups }: SearchInput['sittings'][number],
  { people, words }: Pick<SearchInput, 'people' | 'words'>,
): Table {
  const groupOf = new Int32Array(people).fill(-1)
  const seatOf = new Int32Array(people).fill(-1)
  for (const [group, members] of groups.entries())
    for (const [seat, person] of members.entries()) {
      groupOf[person] = group
      seatOf[person] = seat
    }
  return {
    present: groups.flat(),
    groups: groups.map(group => Int32Array.from(group)),
    groupOf,
    seatOf,
    kinds: words.map(wordOf => countWords(wordOf, groups)),
  }
}

function countWords(wordOf: readonly number[], groups: readonly (readonly number[])[]): Kind {
  const wordCount = Math.max(0, ...wordOf) + 1
  const counts = new Int32Array(wordCount * groups.length)
  const totals = new Array<number>(wordCount).fill(0)
  for (const [group, members] of groups.entries())
    for (const person of members) {
      const word = wordOf[person] as number
      counts[word * groups.length + group] = (counts[word * groups.length + group] as number) + 1
      totals[word] = (totals[word] as number) + 1
    }
  return {
    wordOf,
    counts,
    least: totals.map(total => Math.floor(total / groups.length)),
    most: totals.map(total => Math.ceil(total / groups.length)),
  }
}

const imbalanceAt = (table: Table): number =>
  table.kinds.reduce(
    (sum, { counts, least, most }) =>
      counts.reduce((inKind, count, at) => {
        const word = Math.floor(at / table.groups.length)
        return inKind + outside(count, least[word] as number, most[word] as number)
      }, sum),
    0,
  )

/** `met[one × people + other]`: in how many sittings the two sit together. Both halves are filled. */
function meetingsOf({ people, sittings }: SearchInput): Uint16Array {
  const met = new Uint16Array(people * people)
  for (const { groups } of sittings)
    for (const group of groups)
      for (const one of group)
        for (const other of group)
          if (one !== other) met[one * people + other] = (met[one * people + other] as number) + 1
  return met
}

function repeatedIn(met: Uint16Array, people: number): number {
  let repeated = 0
  for (let one = 0; one < people; one += 1)
    for (let other = 0; other < one; other += 1)
      repeated += Math.max(0, (met[one * people + other] as number) - 1)
  return repeated
}

function repeatedByExchange(
  table: Table,
  met: Uint16Array,
  people: number,
  one: number,
  other: number,
): number {
  const here = table.groups[table.groupOf[one] as number] as Int32Array
  const there = table.groups[table.groupOf[other] as number] as Int32Array
  const oneRow = one * people
  const otherRow = other * people
  let more = 0
  for (const person of here) {
    if (person === one) continue
    if ((met[oneRow + person] as number) > 1) more -= 1
    if ((met[otherRow + person] as number) > 0) more += 1
  }
  for (const person of there) {
    if (person === other) continue
    if ((met[otherRow + person] as number) > 1) more -= 1
    if ((met[oneRow + person] as number) > 0) more += 1
  }
  return more
}

function imbalanceByExchange(table: Table, one: number, other: number): number {
  const here = table.groupOf[one] as number
  const there = table.groupOf[other] as number
  const groups = table.groups.length
  let more = 0
  for (const { wordOf, counts, least, most } of table.kinds) {
    const word = wordOf[one] as number
    const otherWord = wordOf[other] as number
    if (word === otherWord) continue
    const moved = (which: number, group: number, by: number) => {
      const count = counts[which * groups + group] as number
      const from = least[which] as number
      const to = most[which] as number
      return outside(count + by, from, to) - outside(count, from, to)
    }
    more +=
      moved(word, here, -1) + moved(word, there, 1) + moved(otherWord, there, -1) + moved(otherWord, here, 1)
  }
  return more
}

function exchange(table: Table, met: Uint16Array, people: number, one: number, other: number): void {
  const here = table.groupOf[one] as number
  const there = table.groupOf[other] as number
  const seatHere = table.seatOf[one] as number
  const seatThere = table.seatOf[other] as number
  countMeetings(table, met, people, one, -1)
  countMeetings(table, met, people, other, -1)
  sit(table, one, there, seatThere)
  sit(table, other, here, seatHere)
  countMeetings(table, met, people, one, 1)
  countMeetings(table, met, people, other, 1)

  const groups = table.groups.length
  const add = (counts: Int32Array, at: number, by: number) => {
    counts[at] = (counts[at] as number) + by
  }
  for (const { wordOf, counts } of table.kinds) {
    const word = (wordOf[one] as number) * groups
    const otherWord = (wordOf[other] as number) * groups
    add(counts, word + here, -1)
    add(counts, word + there, 1)
    add(counts, otherWord + there, -1)
    add(counts, otherWord + here, 1)
  }
}

function sit(table: Table, person: number, group: number, seat: number): void {
  table.groupOf[person] = group
  table.seatOf[person] = seat
  const members = table.groups[group] as Int32Array
  members[seat] = person
}

/** One meeting more or less between `person` and everybody else in the same group. */
function countMeetings(table: Table, met: Uint16Array, people: number, person: number, by: 1 | -1): void {
  for (const other of table.groups[table.groupOf[person] as number] as Int32Array) {
    if (other === person) continue
    met[person * people + other] = (met[person * people + other] as number) + by
    met[other * people + person] = (met[other * people + person] as number) + by
  }
}

const copyOf = (tables: readonly Table[]) =>
  tables.map(({ groups }) => groups.map(group => Array.from(group)))

/** The number that multiplied with itself `times` times gives `power` (0 … 1), to the last bit of halving. */
function rootOf(power: number, times: number): number {
  let low = 0
  let high = 1
  for (let halved = 0; halved < 60; halved += 1) {
    const middle = (low + high) / 2
    let reached = 1
    for (let time = 0; time < times; time += 1) reached *= middle
    if (reached < power) low = middle
    else high = middle
  }
  return high
}
