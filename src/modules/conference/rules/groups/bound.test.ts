import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BoundSitting, leastRepeatedMeetings } from './bound.ts'
import { makeGroups } from './draw.ts'

type Partition = number[][]

/** All ways to put `present` in groups of these sizes, by trying every place for every person. */
function partitions(present: readonly number[], sizes: readonly number[]): Partition[] {
  const [person, ...others] = present
  if (person === undefined) return [sizes.map(() => [])]
  return sizes.flatMap((size, group) =>
    size === 0
      ? []
      : partitions(
          others,
          sizes.map((each, at) => (at === group ? each - 1 : each)),
        ).map(rest => rest.map((members, at) => (at === group ? [person, ...members] : members))),
  )
}

/** The fewest repeated meetings of all arrangements there are, found by trying them all. */
function bruteForce(sittings: readonly BoundSitting[]): number {
  const least = (at: number, met: ReadonlyMap<string, number>): number => {
    const sitting = sittings[at]
    if (!sitting) return [...met.values()].reduce((sum, times) => sum + times - 1, 0)
    const choices = sitting.groups
      ? [sitting.groups.map(group => [...group])]
      : partitions(sitting.present, sitting.sizes)
    return Math.min(
      ...choices.map(groups => {
        const after = new Map(met)
        for (const group of groups)
          for (const one of group)
            for (const other of group) {
              if (one >= other) continue
              after.set(`${one} ${other}`, (after.get(`${one} ${other}`) ?? 0) + 1)
            }
        return least(at + 1, after)
      }),
    )
  }
  return least(0, new Map())
}

const sizesOf = (people: number, groups: number) =>
  Array.from({ length: groups }, (_, at) => Math.floor(people / groups) + (at < people % groups ? 1 : 0))

const everybody = (people: number) => Array.from({ length: people }, (_, at) => at)

const same = (people: number, groups: number, sittings: number): BoundSitting[] =>
  Array.from({ length: sittings }, () => ({ present: everybody(people), sizes: sizesOf(people, groups) }))

describe('the bound', () => {
  test.each([
    [24, 4, 3, 16],
    [32, 8, 5, 0],
    [40, 5, 5, 60],
    // All 15 pairs meet in the first sitting of one group, and again in the second.
    [6, 1, 2, 15],
    // 4 people in pairs have three ways to meet; the fourth sitting repeats both its pairs.
    [4, 2, 4, 2],
  ])('of %i experts in %i groups and %i sittings is %i', (people, groups, sittings, bound) => {
    expect(leastRepeatedMeetings(people, same(people, groups, sittings))).toBe(bound)
  })

  test.each([
    [3, 2, 3],
    [4, 2, 3],
    [5, 2, 3],
    [5, 3, 3],
    [6, 2, 3],
    [6, 3, 3],
    [7, 3, 2],
    [8, 2, 2],
  ])(
    'of %i experts in %i groups and %i sittings is at most what trying everything finds, and the search finds that',
    (people, groups, sittings) => {
      const least = bruteForce(same(people, groups, sittings))
      expect(leastRepeatedMeetings(people, same(people, groups, sittings))).toBeLessThanOrEqual(least)
      const experts = everybody(people).map(at => ({ id: `${at}`, association: 'a', role: 'r' }))
      const found = makeGroups({ experts, groups, sittings, seed: 1 })
      expect(found.ok && found.value.repeatedMeetings).toBe(least)
    },
  )

  test('is true for any sizes, with people missing, and after decided groups', () => {
    const sitting = (people: number) =>
      fc
        .tuple(
          fc.subarray(everybody(people), { minLength: 1 }),
          fc.array(fc.nat(2), { minLength: people, maxLength: people }),
          fc.boolean(),
        )
        .map(([present, groupOf, fixed]): BoundSitting => {
          const groups = [0, 1, 2].map(group => present.filter((_, at) => groupOf[at] === group))
          return { present, sizes: groups.map(group => group.length), ...(fixed ? { groups } : {}) }
        })
    fc.assert(
      fc.property(fc.array(sitting(5), { minLength: 1, maxLength: 3 }), sittings => {
        const fixedFirst = sittings.toSorted((a, b) => Number(!a.groups) - Number(!b.groups))
        expect(leastRepeatedMeetings(5, fixedFirst)).toBeLessThanOrEqual(bruteForce(fixedFirst))
      }),
      { numRuns: 150 },
    )
  })

  test('knows the sizes of decided groups: five who sat together in two groups of three are 3 + 1 pairs', () => {
    const decided: BoundSitting = { present: everybody(6), sizes: [1, 5], groups: [[0], [1, 2, 3, 4, 5]] }
    expect(leastRepeatedMeetings(6, [decided, ...same(6, 2, 1)])).toBe(4)
  })

  test('counts what is repeated in decided sittings already', () => {
    const groups = [
      [0, 1, 2],
      [3, 4, 5],
    ]
    const decided: BoundSitting = { present: everybody(6), sizes: [3, 3], groups }
    expect(leastRepeatedMeetings(6, [decided, decided])).toBe(6)
    expect(leastRepeatedMeetings(6, [decided, decided, ...same(6, 2, 1)])).toBe(8)
  })
})
