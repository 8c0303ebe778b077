import { describe, expect, test } from 'vitest'
import type { LineageItem } from '../items/lineage.ts'
import type { Choice } from '../rounds/ballot.ts'
import { decide } from '../rounds/outcome.ts'
import type { VotingRule } from '../rounds/rule.ts'
import { count } from '../rounds/votes.ts'
import { type DecidedRound, flow, itemPaths, itemStabilities, protocolEntries } from './report.ts'

const half = { numerator: 1, denominator: 2 }
const aRule = (rule: Partial<VotingRule>): VotingRule => ({
  round: 1,
  items: 'all',
  ballot: 'yes-no',
  accept: { top: 1 },
  drop: { below: half },
  shareOf: 'ballots',
  protocol: 'comprehensive',
  ...rule,
})

/** A round in which each item got so many yes of the ballots. */
function aRound(
  rule: Partial<VotingRule>,
  yes: Readonly<Record<number, number>>,
  ballots: number,
): DecidedRound {
  const whole = aRule(rule)
  const items = Object.keys(yes).map(item => ({ item: Number(item), kind: 'process' }))
  const papers = Array.from(
    { length: ballots },
    (_, place) =>
      new Map<number, Choice>(
        items.map(({ item }) => [item, place < (yes[item] ?? 0) ? 'yes' : 'no'] as const),
      ),
  )
  const counted = count(
    'yes-no',
    items.map(({ item }) => item),
    papers,
  )
  return { rule: whole, outcome: decide(whole, items, counted) }
}

const anItem = (number: number, lineage: Partial<LineageItem> = {}): LineageItem => ({
  number,
  kind: 'process',
  perspective: '',
  wordingSv: `Förslag ${number}`,
  wordingEn: '',
  explanation: '',
  retired: false,
  derived: null,
  derivedFrom: [],
  ...lineage,
})

const first = aRound({ round: 1 }, { 1: 9, 2: 6, 3: 7, 4: 1 }, 10)
const second = aRound({ round: 2, items: { keptFrom: [1] }, drop: 'rest' }, { 2: 9, 3: 4 }, 10)
const core = aRound(
  { round: 3, items: { acceptedIn: [1, 2] }, drop: 'rest', protocol: 'core' },
  { 1: 8, 2: 5 },
  10,
)
const rounds = [first, second, core]

describe('the way of the items', () => {
  test('a flow chart has all that came in, and each item leaves or goes on', () => {
    const boxes = flow(rounds, () => 'process')
    expect(boxes).toMatchObject([
      { round: 1, entered: 4, accepted: 1, dropped: 1, kept: 2, continues: false },
      { round: 2, entered: 2, accepted: 1, dropped: 1, kept: 0, continues: true },
      { round: 3, entered: 2, accepted: 1, dropped: 1, kept: 0, continues: false },
    ])
    for (const box of boxes) expect(box.accepted + box.dropped + box.kept).toBe(box.entered)
  })

  test('an item ends in the narrowest protocol that has it, also when a later round left it out', () => {
    const paths = itemPaths(
      [1, 2, 3, 4, 5].map(number => anItem(number)),
      rounds,
    )
    expect(paths.map(path => path.ending)).toEqual([
      'core',
      'comprehensive',
      'dropped',
      'dropped',
      'not-voted',
    ])
  })

  test('an item that was merged into another says so, and not that it was never voted on', () => {
    const [old, merged] = itemPaths(
      [anItem(6, { retired: true }), anItem(7, { derived: 'merged', derivedFrom: [6] })],
      rounds,
    )
    expect([old?.ending, merged?.ending]).toEqual(['retired', 'not-voted'])
  })

  test('a protocol has each item with the votes of the round that brought it there', () => {
    expect(protocolEntries(rounds, 'comprehensive')).toMatchObject([
      { item: 1, round: 1, share: { yes: 9, of: 10 } },
      { item: 2, round: 2, share: { yes: 9, of: 10 } },
    ])
    expect(protocolEntries(rounds, 'core')).toMatchObject([{ item: 1, round: 3, share: { yes: 8, of: 10 } }])
  })

  test('stability compares each round with the next one that voted on the item', () => {
    expect(itemStabilities(rounds).map(({ item, from, to, stable }) => [item, from, to, stable])).toEqual([
      [1, 1, 3, true],
      [2, 1, 2, false],
      [3, 1, 2, false],
      [2, 2, 3, false],
    ])
  })

  test('rounds with different ballots are not compared', () => {
    const rated: DecidedRound = {
      rule: aRule({ round: 2, ballot: 'rating-1-9' }),
      outcome: {
        ...second.outcome,
        votes: new Map([[2, { yes: 1, no: 0, abstain: 0, ratings: [0, 0, 0, 0, 0, 0, 1, 0, 0] }]]),
      },
    }
    expect(itemStabilities([first, rated])).toEqual([])
  })
})
