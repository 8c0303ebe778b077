import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ballot, Choice } from './ballot.ts'
import { decide, type Outcome, type Resolution, standingTies } from './outcome.ts'
import { report } from './protocol.ts'
import type { AcceptRule, DropRule, Item, ItemNumber, VotingRule } from './rule.ts'
import { tally } from './tally.ts'
import { compareSupport, count } from './votes.ts'

const half = { numerator: 1, denominator: 2 }

const aRule = (overrides: Partial<VotingRule> = {}): VotingRule => ({
  round: 1,
  items: 'all',
  ballot: 'yes-no',
  accept: { top: 2 },
  drop: 'none',
  shareOf: 'ballots',
  protocol: 'comprehensive',
  ...overrides,
})

/** Ballots of `voters` people from the number of yes for each item; who does not say yes says no. */
function ballotsFrom(yes: Readonly<Record<number, number>>, voters: number): Ballot[] {
  return Array.from(
    { length: voters },
    (_, voter) =>
      new Map(
        Object.entries(yes).map(([item, count]): [ItemNumber, Choice] => [
          Number(item),
          voter < count ? 'yes' : 'no',
        ]),
      ),
  )
}

/** Decides one round of ten voters from the number of yes for each item. */
function decided(
  rule: Partial<VotingRule>,
  yes: Readonly<Record<number, number>>,
  resolutions: readonly Resolution[] = [],
): Outcome {
  const full = aRule(rule)
  const items = Object.keys(yes).map(item => ({
    item: Number(item),
    kind: Number(item) < 100 ? 'process' : 'effect',
  }))
  const votes = count(
    full.ballot,
    items.map(({ item }) => item),
    ballotsFrom(yes, 10),
  )
  return decide(full, items, votes, resolutions)
}

/** A run-off of ten voters from the number of yes for each item. */
const runOff = (yes: Readonly<Record<number, number>>) =>
  count('yes-no', Object.keys(yes).map(Number), ballotsFrom(yes, 10))

const lists = ({ accepted, dropped, kept, undecided }: Outcome) => ({ accepted, dropped, kept, undecided })

describe('top', () => {
  test('accepts the items with most yes and keeps the others', () => {
    expect(lists(decided({}, { 1: 3, 2: 9, 3: 8 }))).toEqual({
      accepted: [2, 3],
      dropped: [],
      kept: [1],
      undecided: [],
    })
  })

  test('accepts all items when there are more seats than items', () => {
    expect(decided({ accept: { top: 5 } }, { 1: 3, 2: 3 }).accepted).toEqual([1, 2])
  })

  test('has seats for each kind, and gives none to a kind that is not named', () => {
    const yes = { 1: 9, 2: 8, 101: 2, 102: 1 }
    expect(decided({ accept: { top: { process: 1, effect: 1 } } }, yes).accepted).toEqual([1, 101])
    expect(decided({ accept: { top: { effect: 1 } } }, yes).accepted).toEqual([101])
  })

  test('tells of one tie for each kind', () => {
    const outcome = decided({ accept: { top: { process: 1, effect: 1 } } }, { 1: 9, 2: 9, 101: 2, 102: 2 })
    expect(outcome.ties).toEqual([
      { cut: 'accept', items: [1, 2], seats: 1 },
      { cut: 'accept', items: [101, 102], seats: 1 },
    ])
  })
})

describe('an item with less than the floor', () => {
  test('is dropped and not accepted, even when a seat stays empty', () => {
    expect(lists(decided({ accept: { top: 3 }, drop: { below: half } }, { 1: 9, 2: 4, 3: 5 }))).toEqual({
      accepted: [1, 3],
      dropped: [2],
      kept: [],
      undecided: [],
    })
  })

  test('takes no part in a tie', () => {
    const outcome = decided({ accept: { top: 2 }, drop: { below: half } }, { 1: 9, 2: 4, 3: 4 })
    expect(outcome.ties).toEqual([])
    expect(outcome.dropped).toEqual([2, 3])
  })

  test('does not include exactly half', () => {
    expect(decided({ accept: 'none', drop: { below: half } }, { 1: 5, 2: 4 }).dropped).toEqual([2])
  })
})

describe('thresholds', () => {
  test('"at least" includes the share itself, "more than" does not', () => {
    const sevenTenths = { numerator: 7, denominator: 10 }
    expect(decided({ accept: { atLeast: sevenTenths } }, { 1: 7, 2: 6 }).accepted).toEqual([1])
    expect(decided({ accept: { moreThan: sevenTenths } }, { 1: 7, 2: 8 }).accepted).toEqual([2])
  })

  test('two thirds of nine voters are six, without rounding', () => {
    const items = [{ item: 1, kind: 'process' }]
    const rule = aRule({ accept: { atLeast: { numerator: 2, denominator: 3 } } })
    expect(decide(rule, items, count('yes-no', [1], ballotsFrom({ 1: 6 }, 9))).accepted).toEqual([1])
    expect(decide(rule, items, count('yes-no', [1], ballotsFrom({ 1: 5 }, 9))).accepted).toEqual([])
  })
})

describe('abstaining', () => {
  const items = [{ item: 1, kind: 'process' }]
  const ballots: Ballot[] = [
    new Map([[1, 'yes']]),
    new Map([[1, 'yes']]),
    new Map([[1, 'no']]),
    new Map([[1, 'abstain']]),
    new Map(),
  ]
  const acceptedBy = (rule: VotingRule, voted: Ballot[]) =>
    decide(rule, items, count('yes-no', [1], voted)).accepted

  test('and leaving blank count in a share of the ballots handed in', () => {
    expect(acceptedBy(aRule({ accept: { moreThan: half } }), ballots)).toEqual([])
  })

  test('and leaving blank do not count in a share of those who took a stand', () => {
    expect(acceptedBy(aRule({ accept: { moreThan: half }, shareOf: 'stands' }), ballots)).toEqual([1])
  })

  test('by everybody gives no support on either base', () => {
    const blank: Ballot[] = [new Map([[1, 'abstain']]), new Map()]
    for (const shareOf of ['ballots', 'stands'] as const) {
      expect(acceptedBy(aRule({ accept: { atLeast: half }, shareOf }), blank)).toEqual([])
      const outcome = decide(
        aRule({ accept: 'none', drop: { below: half }, shareOf }),
        items,
        count('yes-no', [1], blank),
      )
      expect(outcome.dropped).toEqual([1])
    }
  })
})

describe('a tie at the accept cut', () => {
  const yes = { 1: 9, 2: 7, 3: 7, 4: 7, 5: 2 }
  const rule = { accept: { top: 3 }, drop: 'rest' } as const
  const about = { round: 1, cut: 'accept', items: [4, 2, 3] } as const

  test('is told with the seats that are left, and its items are in no list', () => {
    const outcome = decided(rule, yes)
    expect(outcome.ties).toEqual([{ cut: 'accept', items: [2, 3, 4], seats: 2 }])
    expect(lists(outcome)).toEqual({ accepted: [1], dropped: [5], kept: [], undecided: [2, 3, 4] })
  })

  test('resolved with "all" accepts more items than there were seats', () => {
    const outcome = decided(rule, yes, [{ ...about, decision: 'all' }])
    expect(lists(outcome)).toEqual({ accepted: [1, 2, 3, 4], dropped: [5], kept: [], undecided: [] })
    expect(outcome.ties).toEqual([{ cut: 'accept', items: [2, 3, 4], seats: 2, decision: 'all' }])
  })

  test('resolved with "none" leaves the items to the drop rule', () => {
    const none = [{ ...about, decision: 'none' }] as const
    expect(decided(rule, yes, none).dropped).toEqual([2, 3, 4, 5])
    expect(decided({ ...rule, drop: 'none' }, yes, none).kept).toEqual([2, 3, 4, 5])
  })

  test('resolved with a run-off gives the seats to those who win it', () => {
    const counted = runOff({ 2: 3, 3: 8, 4: 5 })
    expect(decided(rule, yes, [{ ...about, decision: 'run-off', counted }]).accepted).toEqual([1, 3, 4])
  })

  test('that ties again in the run-off stands until that is resolved too', () => {
    const again = { ...about, decision: 'run-off', counted: runOff({ 2: 8, 3: 5, 4: 5 }) } as const
    const outcome = decided(rule, yes, [again])
    expect(standingTies(outcome)).toEqual([{ cut: 'accept', items: [3, 4], seats: 1 }])
    expect(outcome.accepted).toEqual([1, 2])
    const settled = decided(rule, yes, [again, { round: 1, cut: 'accept', items: [3, 4], decision: 'none' }])
    expect(standingTies(settled)).toEqual([])
    expect(settled.accepted).toEqual([1, 2])
  })

  test('that ties completely in the run-off can be voted on once more', () => {
    const first = { ...about, decision: 'run-off', counted: runOff({ 2: 5, 3: 5, 4: 5 }) } as const
    const second = { ...about, decision: 'run-off', counted: runOff({ 2: 6, 3: 1, 4: 5 }) } as const
    expect(standingTies(decided(rule, yes, [first]))).toHaveLength(1)
    expect(decided(rule, yes, [first, second]).accepted).toEqual([1, 2, 4])
  })

  test('is not touched by a resolution for other items, another cut or another round', () => {
    const others: Resolution[] = [
      { ...about, items: [2, 3], decision: 'all' },
      { ...about, cut: 'drop', decision: 'all' },
      { ...about, round: 2, decision: 'all' },
    ]
    expect(standingTies(decided(rule, yes, others))).toHaveLength(1)
  })
})

describe('a tie at the drop cut', () => {
  const yes = { 1: 9, 2: 7, 3: 4, 4: 4, 5: 2 }
  const rule = { accept: { top: 1 }, drop: { bottom: 2 } } as const
  const about = { round: 1, cut: 'drop', items: [3, 4] } as const

  test('is told with how many of its items are to go', () => {
    const outcome = decided(rule, yes)
    expect(outcome.ties).toEqual([{ cut: 'drop', items: [3, 4], seats: 1 }])
    expect(lists(outcome)).toEqual({ accepted: [1], dropped: [5], kept: [2], undecided: [3, 4] })
  })

  test('resolved with "all" drops them, with "none" keeps them', () => {
    expect(decided(rule, yes, [{ ...about, decision: 'all' }]).dropped).toEqual([3, 4, 5])
    expect(decided(rule, yes, [{ ...about, decision: 'none' }]).kept).toEqual([2, 3, 4])
  })

  test('resolved with a run-off drops the item with fewest votes there', () => {
    const counted = runOff({ 3: 6, 4: 5 })
    expect(decided(rule, yes, [{ ...about, decision: 'run-off', counted }]).dropped).toEqual([4, 5])
  })

  test('waits until the accept cut has no tie', () => {
    const outcome = decided({ accept: { top: 1 }, drop: { bottom: 1 } }, { 1: 9, 2: 9, 3: 1, 4: 1 })
    expect(outcome.ties).toEqual([{ cut: 'accept', items: [1, 2], seats: 1 }])
    expect(outcome.undecided).toEqual([1, 2, 3, 4])
  })
})

describe('rated items', () => {
  const items: Item[] = [1, 2, 3].map(item => ({ item, kind: 'process' }))
  const rated = (
    ratings: Readonly<Record<number, readonly (1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9)[]>>,
    rule: Partial<VotingRule>,
  ) => {
    const voters = Math.max(...Object.values(ratings).map(of => of.length))
    const ballots = Array.from({ length: voters }, (_, voter) => {
      const marks = Object.entries(ratings).flatMap(([item, of]): [number, Choice][] => {
        const rating = of[voter]
        return rating === undefined ? [] : [[Number(item), rating]]
      })
      return new Map(marks)
    })
    const full = aRule({ ballot: 'rating-1-9', shareOf: 'stands', ...rule })
    return decide(full, items, count('rating-1-9', [1, 2, 3], ballots))
  }

  test('are ordered by median, and equal medians by mean', () => {
    const ratings = { 1: [5, 7, 7], 2: [6, 7, 9], 3: [8, 8, 1] } as const
    expect(rated(ratings, { accept: { top: 1 } }).accepted).toEqual([3])
    expect(rated(ratings, { accept: { top: 2 } }).accepted).toEqual([2, 3])
  })

  test('tie only when median and mean are both equal', () => {
    const outcome = rated({ 1: [6, 7, 9], 2: [7, 7, 8], 3: [1, 1, 1] }, { accept: { top: 1 } })
    expect(outcome.ties).toEqual([{ cut: 'accept', items: [1, 2], seats: 1 }])
  })

  test('count 7-9 as support where a rule has a share', () => {
    const outcome = rated(
      { 1: [7, 8, 2], 2: [6, 6, 9], 3: [9] },
      { accept: { atLeast: half }, drop: { below: half } },
    )
    expect(outcome.accepted).toEqual([1, 3])
    expect(outcome.dropped).toEqual([2])
  })

  test("follow COMET's and RAND/UCLA's definitions of consensus", () => {
    const comet = {
      comet: { agree: { numerator: 7, denominator: 10 }, against: { numerator: 15, denominator: 100 } },
    }
    const ratings = { 1: [7, 8, 9], 2: [1, 2, 3], 3: [1, 5, 9] } as const
    for (const definition of [comet, 'rand'] as const) {
      expect(lists(rated(ratings, { accept: definition, drop: definition }))).toEqual({
        accepted: [1],
        dropped: [2],
        kept: [3],
        undecided: [],
      })
    }
  })
})

describe('a conference', () => {
  const items: Item[] = [1, 2, 3, 4].map(item => ({ item, kind: 'process' }))
  const rules = [
    aRule({ accept: { top: 1 } }),
    aRule({ round: 2, items: { keptFrom: [1] }, drop: 'rest' }),
    aRule({ round: 3, items: { acceptedIn: [1, 2] }, accept: { top: 1 }, drop: 'rest', protocol: 'core' }),
  ]
  const ballots = new Map([
    [1, ballotsFrom({ 1: 9, 2: 5, 3: 5, 4: 1 }, 10)],
    [2, ballotsFrom({ 2: 8, 3: 6, 4: 2 }, 10)],
    [3, ballotsFrom({ 1: 9, 2: 7, 3: 1 }, 10)],
  ])

  test('carries what is kept and what is accepted to the rounds that ask for it', () => {
    const counted = tally({ items, rules, ballots })
    expect(counted.rounds.map(round => round.items)).toEqual([
      [1, 2, 3, 4],
      [2, 3, 4],
      [1, 2, 3],
    ])
    expect(report(rules, counted)).toMatchObject({
      comprehensiveProtocol: [1, 2, 3],
      coreProtocol: [{ item: 1, yes: 9, of: 10, percent: 90 }],
    })
  })

  test('stops before a round that has no ballots, and says which', () => {
    const counted = tally({ items, rules, ballots: new Map([...ballots].filter(([round]) => round !== 2)) })
    expect(counted.rounds).toHaveLength(1)
    expect(report(rules, counted).awaits).toBe(2)
  })

  test('stops at a round with a tie, and writes nothing of that round into a protocol', () => {
    const tied = new Map([...ballots, [2, ballotsFrom({ 2: 8, 3: 6, 4: 6 }, 10)] as const])
    const counted = tally({ items, rules, ballots: tied })
    expect(report(rules, counted)).toEqual({
      rounds: [
        { round: 1, ballots: 10, items: 4, accepted: [1], dropped: [], kept: [2, 3, 4], ties: [] },
        {
          round: 2,
          ballots: 10,
          items: 3,
          accepted: [2],
          dropped: [],
          kept: [],
          ties: [{ cut: 'accept', items: [3, 4], seats: 1 }],
        },
      ],
      comprehensiveProtocol: [1],
      coreProtocol: [],
    })
    const go = tally({
      items,
      rules,
      ballots: tied,
      resolutions: [{ round: 2, cut: 'accept', items: [3, 4], decision: 'none' }],
    })
    expect(go.rounds).toHaveLength(3)
  })

  test('needs no ballots for a round that has no items left', () => {
    const nothingKept = [aRule({ drop: 'rest' }), aRule({ round: 2, items: { keptFrom: [1] } })]
    const counted = tally({
      items,
      rules: nothingKept,
      ballots: new Map([[1, ballotsFrom({ 1: 9, 2: 8, 3: 1, 4: 2 }, 10)]]),
    })
    expect(counted).not.toHaveProperty('awaits')
    expect(counted.rounds[1]?.items).toEqual([])
  })
})

describe('for any votes and any rule', () => {
  const choice = fc.constantFrom<Choice | undefined>('yes', 'no', 'abstain', undefined)
  const votes = fc.integer({ min: 1, max: 9 }).chain(size =>
    fc.record({
      items: fc.constant(
        Array.from({ length: size }, (_, place) => ({
          item: place + 1,
          kind: place % 2 ? 'effect' : 'process',
        })),
      ),
      ballots: fc.array(
        fc
          .array(choice, { minLength: size, maxLength: size })
          .map(
            (choices): Ballot =>
              new Map(
                choices.flatMap((made, place): [number, Choice][] => (made ? [[place + 1, made]] : [])),
              ),
          ),
        { minLength: 1, maxLength: 9 },
      ),
    }),
  )
  const fraction = fc.constantFrom(half, { numerator: 7, denominator: 10 }, { numerator: 1, denominator: 3 })
  const seats = fc.integer({ min: 1, max: 8 })
  const accept: fc.Arbitrary<AcceptRule> = fc.oneof(
    seats.map(top => ({ top })),
    fc.record({ process: seats, effect: seats }).map(top => ({ top })),
    fraction.map(atLeast => ({ atLeast })),
    fraction.map(moreThan => ({ moreThan })),
    fc.constant('none' as const),
  )
  const drop: fc.Arbitrary<DropRule> = fc.oneof(
    fraction.map(below => ({ below })),
    seats.map(bottom => ({ bottom })),
    fc.constantFrom('rest' as const, 'none' as const),
  )
  const rule = fc
    .record({ accept, drop, shareOf: fc.constantFrom('ballots' as const, 'stands' as const) })
    .map(parts => aRule(parts))

  const outcomeOf = (voting: VotingRule, items: readonly Item[], ballots: readonly Ballot[]) =>
    decide(
      voting,
      items,
      count(
        voting.ballot,
        items.map(({ item }) => item),
        ballots,
      ),
    )

  test('the order of the ballots and of the items means nothing', () => {
    fc.assert(
      fc.property(rule, votes, fc.infiniteStream(fc.nat()), (voting, { items, ballots }, keys) => {
        const shuffled = <Of>(list: readonly Of[]) =>
          list
            .map(value => ({ value, key: keys.next().value as number }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ value }) => value)
        const inOrder = outcomeOf(voting, items, ballots)
        const mixed = outcomeOf(voting, shuffled(items), shuffled(ballots))
        expect({ ...mixed, votes: undefined }).toEqual({ ...inOrder, votes: undefined })
      }),
    )
  })

  test('every item is in exactly one list, and in a decided round none is undecided', () => {
    fc.assert(
      fc.property(rule, votes, (voting, { items, ballots }) => {
        const outcome = outcomeOf(voting, items, ballots)
        const everywhere = [...outcome.accepted, ...outcome.dropped, ...outcome.kept, ...outcome.undecided]
        expect(everywhere.toSorted((a, b) => a - b)).toEqual(items.map(({ item }) => item))
        expect(outcome.undecided.length > 0).toBe(standingTies(outcome).length > 0)
      }),
    )
  })

  test('a tie is told exactly when support is equal across the accept cut', () => {
    fc.assert(
      fc.property(seats, votes, (top, { items, ballots }) => {
        const outcome = outcomeOf(aRule({ accept: { top } }), items, ballots)
        const support = items.map(({ item }) => outcome.votes.get(item)?.yes ?? 0).toSorted((a, b) => b - a)
        const equalAcross = top < items.length && support[top - 1] === support[top]
        expect(outcome.ties.length).toBe(equalAcross ? 1 : 0)
      }),
    )
  })

  test('top accepts its seats and never more, and whoever is accepted has no less support than who is not', () => {
    fc.assert(
      fc.property(seats, votes, (top, { items, ballots }) => {
        const outcome = outcomeOf(aRule({ accept: { top } }), items, ballots)
        const pending = outcome.ties.reduce((sum, tie) => sum + tie.seats, 0)
        expect(outcome.accepted.length + pending).toBe(Math.min(top, items.length))
        for (const winner of outcome.accepted) {
          for (const other of [...outcome.kept, ...outcome.undecided]) {
            const [a, b] = [outcome.votes.get(winner), outcome.votes.get(other)]
            expect(a && b && compareSupport(a, b, outcome.ballots, 'ballots')).toBeGreaterThan(0)
          }
        }
      }),
    )
  })

  test('one more yes never takes an accepted item out, where shares are of the ballots', () => {
    fc.assert(
      fc.property(rule, votes, fc.nat(), fc.nat(), (voting, { items, ballots }, voterPick, itemPick) => {
        const onBallots = { ...voting, shareOf: 'ballots' as const }
        const before = outcomeOf(onBallots, items, ballots)
        const item = before.accepted[itemPick % Math.max(before.accepted.length, 1)]
        fc.pre(item !== undefined)
        const changed = ballots.map((ballot, place) =>
          place === voterPick % ballots.length ? new Map([...ballot, [item, 'yes' as const]]) : ballot,
        )
        expect(outcomeOf(onBallots, items, changed).accepted).toContain(item)
      }),
    )
  })

  test('any chain of choices settles a round in the end', () => {
    fc.assert(
      fc.property(rule, votes, fc.array(fc.boolean()), (voting, { items, ballots }, choices) => {
        const votesOnce = count(
          voting.ballot,
          items.map(({ item }) => item),
          ballots,
        )
        const resolutions: Resolution[] = []
        let outcome = decide(voting, items, votesOnce)
        for (let tries = 0; standingTies(outcome).length > 0 && tries < 10; tries++) {
          for (const { cut, items: tied } of standingTies(outcome))
            resolutions.push({ round: 1, cut, items: tied, decision: choices[tries] ? 'all' : 'none' })
          outcome = decide(voting, items, votesOnce, resolutions)
        }
        expect(standingTies(outcome)).toEqual([])
        expect(outcome.undecided).toEqual([])
      }),
    )
  })
})
