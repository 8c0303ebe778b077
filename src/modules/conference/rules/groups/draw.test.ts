import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figuresOf, type GroupExpert, type Groups, type GroupsInput, makeGroups } from './draw.ts'

const associations = ['north', 'south', 'east']
const roles = ['participant', 'officer', 'manager', 'politician']

/** The 24 of the 2014 conference: three associations, two of each role in each. */
const the24 = associations.flatMap((association, which) =>
  [...roles, ...roles].map((role, at): GroupExpert => ({ id: `${which * 8 + at + 1}`, association, role })),
)

const alike = (count: number): GroupExpert[] =>
  Array.from({ length: count }, (_, at) => ({ id: `e${at}`, association: 'a', role: 'r' }))

function made(input: GroupsInput): Groups {
  const result = makeGroups(input)
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

const someExperts = (from: number, to: number) =>
  fc
    .array(fc.record({ association: fc.constantFrom('a', 'b', 'c', 'd'), role: fc.constantFrom(...roles) }), {
      minLength: from,
      maxLength: to,
    })
    .map(people => people.map((person, at): GroupExpert => ({ id: `e${at}`, ...person })))

const spread = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts)

describe('the 2014 conference', () => {
  test.each([1, 2, 3, 4, 5, 2014])(
    '24 experts, 4 groups, 3 sittings reach the bound of 16 with seed %i',
    seed => {
      const started = performance.now()
      const groups = made({ experts: the24, groups: 4, sittings: 3, seed })
      const seconds = (performance.now() - started) / 1000
      expect(groups.bound).toBe(16)
      expect(groups.repeatedMeetings).toBe(16)
      expect(groups.imbalance).toBe(0)
      expect(seconds).toBeLessThan(2)
      for (const group of groups.sittings.flat()) {
        const members = group.map(id => the24.find(expert => expert.id === id))
        for (const association of associations)
          expect(members.filter(member => member?.association === association)).toHaveLength(2)
      }
    },
  )

  test('with one expert away the groups are still balanced, and close to the bound', () => {
    const groups = made({ experts: the24.slice(0, 23), groups: 4, sittings: 3, seed: 1 })
    expect(groups.imbalance).toBe(0)
    expect(groups.repeatedMeetings).toBeLessThanOrEqual(groups.bound * 1.1)
  })
})

test('a fourth sitting of the same 24 still reaches its bound', () => {
  const { repeatedMeetings, bound, imbalance } = made({ experts: the24, groups: 4, sittings: 4, seed: 1 })
  expect({ repeatedMeetings, bound, imbalance }).toEqual({ repeatedMeetings: 24, bound: 24, imbalance: 0 })
})

describe('known figures of the social golfer problem', () => {
  test('8 groups of 4 meet in 5 sittings without anybody meeting twice', () => {
    const { repeatedMeetings, bound } = made({ experts: alike(32), groups: 8, sittings: 5, seed: 1 })
    expect({ repeatedMeetings, bound }).toEqual({ repeatedMeetings: 0, bound: 0 })
  })

  test('5 groups of 8 in 5 sittings repeat 60 meetings, which is the bound', () => {
    const { repeatedMeetings, bound } = made({ experts: alike(40), groups: 5, sittings: 5, seed: 1 })
    expect({ repeatedMeetings, bound }).toEqual({ repeatedMeetings: 60, bound: 60 })
  })
})

test('300 experts are placed, balanced, within seconds', () => {
  const experts = Array.from({ length: 300 }, (_, at) => ({
    id: `e${at}`,
    association: `a${(at * at) % 7}`,
    role: roles[(at * 31 + ((at * at) % 11)) % 4] as string,
  }))
  const started = performance.now()
  const groups = made({ experts, groups: 30, sittings: 5, seed: 1 })
  expect(performance.now() - started).toBeLessThan(10_000)
  expect(groups.imbalance).toBe(0)
  // Of 6,750 meetings.
  expect(groups.repeatedMeetings).toBeLessThanOrEqual(5)
})

describe('whoever comes', () => {
  test('everybody sits once in each sitting, in groups whose sizes differ by at most one, fairly mixed', () => {
    fc.assert(
      fc.property(
        someExperts(4, 30),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 3 }),
        fc.maxSafeInteger(),
        (experts, groups, sittings, seed) => {
          const found = made({ experts, groups, sittings, seed })
          expect(found.sittings).toHaveLength(sittings)
          for (const sitting of found.sittings) {
            expect(sitting).toHaveLength(groups)
            expect(sitting.flat().sort()).toEqual(experts.map(({ id }) => id).sort())
            expect(spread(sitting.map(group => group.length))).toBeLessThanOrEqual(1)
          }
          expect(found.bound).toBeLessThanOrEqual(found.repeatedMeetings)
          expect(found.imbalance).toBe(0)
        },
      ),
      { numRuns: 25 },
    )
  }, 60_000)

  test('the same seed gives the same groups, another seed others', () => {
    const input = { experts: the24, groups: 4, sittings: 3 }
    expect(made({ ...input, seed: 7 })).toEqual(made({ ...input, seed: 7 }))
    expect(made({ ...input, seed: 7 }).sittings).not.toEqual(made({ ...input, seed: 8 }).sittings)
    // Both halves of a large seed count.
    expect(made({ ...input, seed: 7 + 2 ** 40 }).sittings).not.toEqual(made({ ...input, seed: 7 }).sittings)
  })

  test('the groups of seed 1 are these, on every machine', () => {
    const { sittings } = made({ experts: the24, groups: 4, sittings: 2, seed: 1 })
    expect(sittings.map(sitting => sitting.map(group => group.join(' ')))).toMatchInlineSnapshot(`
      [
        [
          "1 6 11 16 19 21",
          "2 5 10 12 23 24",
          "3 4 9 15 18 22",
          "7 8 13 14 17 20",
        ],
        [
          "1 3 10 15 20 21",
          "2 7 9 11 17 24",
          "4 5 12 14 19 22",
          "6 8 13 16 18 23",
        ],
      ]
    `)
  })

  test('someone who is absent from a sitting sits in the others only', () => {
    const experts = the24.map(expert => (expert.id === '5' ? { ...expert, absentFrom: [2] } : expert))
    const { sittings, imbalance } = made({ experts, groups: 4, sittings: 3, seed: 1 })
    expect(sittings.map(sitting => sitting.flat().includes('5'))).toEqual([true, false, true])
    expect(sittings.map(sitting => sitting.map(group => group.length).sort())).toEqual([
      [6, 6, 6, 6],
      [5, 6, 6, 6],
      [6, 6, 6, 6],
    ])
    expect(imbalance).toBe(0)
  })

  test('decided home groups stay, and the cross-groups are found around them', () => {
    const home = associations.map(association =>
      the24.filter(expert => expert.association === association).map(({ id }) => id),
    )
    const groups = made({ experts: the24, groups: 4, sittings: 3, seed: 1, fixed: [home] })
    expect(groups.sittings[0]).toEqual(home)
    expect(groups.perSitting.map(sitting => sitting.imbalance)).toEqual([expect.any(Number), 0, 0])
    // Two of each association in each group: three pairs who know each other from home, in 4 × 2 groups.
    expect(groups.perSitting[1]?.repeatedMeetings).toBe(12)
    expect(groups.bound).toBeLessThanOrEqual(groups.repeatedMeetings)
    expect(groups.bound).toBeGreaterThanOrEqual(24)
  })

  test('a decided first sitting does not keep the others from the bound', () => {
    const fixed = made({ experts: the24, groups: 4, sittings: 1, seed: 5 }).sittings
    expect(made({ experts: the24, groups: 4, sittings: 3, seed: 1, fixed })).toMatchObject({
      repeatedMeetings: 16,
      bound: 16,
      imbalance: 0,
    })
  })

  test('an expert who missed the decided first sitting is new to everybody', () => {
    const fixed = [
      [
        ['1', '2', '3'],
        ['4', '5', '6'],
      ],
    ]
    const groups = made({
      experts: alike(8).map((e, at) => ({ ...e, id: `${at + 1}` })),
      groups: 2,
      sittings: 2,
      seed: 1,
      fixed,
    })
    expect(groups.sittings[1]?.flat()).toHaveLength(8)
    // 3 in 2 groups are 2 + 1 at best: one pair of each home group meets again.
    expect(groups).toMatchObject({ repeatedMeetings: 2, bound: 2 })
  })
})

describe('what cannot be', () => {
  const experts = alike(6)
  const input = { experts, groups: 2, sittings: 2, seed: 1 }
  test.each<[string, Partial<GroupsInput>]>([
    ['fewer-experts-than-groups', { groups: 7 }],
    [
      'fewer-experts-than-groups',
      { groups: 6, experts: experts.map((e, at) => ({ ...e, absentFrom: at ? [] : [2] })) },
    ],
    ['fewer-experts-than-groups', { experts: [] }],
    ['group-count-wrong', { groups: 0 }],
    ['group-count-wrong', { groups: 1.5 }],
    ['sitting-count-wrong', { sittings: 0 }],
    ['sitting-count-wrong', { sittings: 31 }],
    ['seed-wrong', { seed: Number.NaN }],
    ['too-many-experts', { experts: alike(1001) }],
    ['same-expert-twice', { experts: [...experts, ...alike(1)] }],
    ['more-fixed-than-sittings', { sittings: 1, fixed: [[['e0']], [['e1']]] }],
    ['unknown-expert-in-fixed', { fixed: [[['stranger']]] }],
    ['expert-twice-in-a-sitting', { fixed: [[['e0'], ['e0']]] }],
  ])('is refused by name: %s', (refusal, change) => {
    expect(makeGroups({ ...input, ...change })).toEqual({ ok: false, refusal })
  })

  test('as many groups as experts gives each a group alone, and one group holds all', () => {
    expect(made({ ...input, groups: 6 }).repeatedMeetings).toBe(0)
    expect(made({ ...input, groups: 1 })).toMatchObject({ repeatedMeetings: 15, bound: 15, imbalance: 0 })
  })
})

describe('figures of given groups', () => {
  const experts = alike(6)
  test('a pair that meets three times counts two', () => {
    const sitting = [['e0', 'e1'], ['e2'], ['e3'], ['e4'], ['e5']]
    expect(figuresOf(experts, [sitting, sitting, sitting]).repeatedMeetings).toBe(2)
  })

  test('imbalance counts the experts outside the fair share, for associations and for roles', () => {
    const mixed = ['a', 'a', 'a', 'b', 'b', 'b'].map((association, at) => ({
      id: `${at}`,
      association,
      role: 'r',
    }))
    // Three of a in two groups should be 1 or 2 in each; 3 and 0 are each one off, and so for b.
    expect(
      figuresOf(mixed, [
        [
          ['0', '1', '2'],
          ['3', '4', '5'],
        ],
      ]).imbalance,
    ).toBe(4)
    expect(
      figuresOf(mixed, [
        [
          ['0', '1', '3'],
          ['2', '4', '5'],
        ],
      ]).imbalance,
    ).toBe(0)
    const byRole = mixed.map(({ id, association }) => ({ id, association: 'x', role: association }))
    expect(
      figuresOf(byRole, [
        [
          ['0', '1', '2'],
          ['3', '4', '5'],
        ],
      ]).imbalance,
    ).toBe(4)
  })
})
