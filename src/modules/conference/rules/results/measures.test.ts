import { describe, expect, test } from 'vitest'
import { attrition } from '../experts/attrition.ts'
import type { Ballot } from '../rounds/ballot.ts'
import { emptyHistogram } from '../rounds/histogram.ts'
import { decide } from '../rounds/outcome.ts'
import type { VotingRule } from '../rounds/rule.ts'
import { count } from '../rounds/votes.ts'
import { groupsHeldBack } from './held-back.ts'
import { agreement, ratingSummary } from './measures.ts'
import { answersByCategory, stability } from './stability.ts'
import { whatIf } from './what-if.ts'

describe('agreement', () => {
  test('is the larger side of those who took a stand', () => {
    expect(agreement({ yes: 4, no: 12, abstain: 7, ratings: undefined })).toEqual({
      side: 'no',
      yes: 12,
      of: 16,
    })
    expect(agreement({ yes: 0, no: 0, abstain: 7, ratings: undefined })).toBeUndefined()
  })

  test('of ratings is the third of the scale that holds the median', () => {
    const ratings = [1, 0, 0, 2, 0, 0, 3, 1, 0]
    expect(agreement({ yes: 4, no: 1, abstain: 0, ratings })).toEqual({ side: 'rated 7-9', yes: 4, of: 7 })
  })
})

describe('a summary of ratings', () => {
  test('has middle, quartiles and spread', () => {
    // 1 2 4 7 9 9: median 5.5, distances from it 4.5 3.5 1.5 1.5 3.5 3.5
    expect(ratingSummary([1, 1, 0, 1, 0, 0, 1, 0, 2])).toMatchObject({
      rated: 6,
      median: 5.5,
      mean: 32 / 6,
      lowerQuartile: 2.5,
      upperQuartile: 8.5,
      interquartileRange: 6,
      meanDeviation: 3,
      lowest: 1,
      highest: 9,
      disagreement: { p30: 3, p70: 8, disagrees: true },
    })
  })

  test('is not there when nobody rated', () => {
    expect(ratingSummary(emptyHistogram())).toBeUndefined()
  })
})

describe('stability between rounds', () => {
  test('is the net share of people who moved', () => {
    expect(stability([10, 10, 0], [13, 7, 0])).toEqual({ change: 0.15, stable: false })
    expect(stability([10, 10, 0], [12, 8, 0])).toEqual({ change: 0.1, stable: true })
  })

  test('of the same shares is full, also when some have left', () => {
    expect(stability([20, 4], [15, 3])).toEqual({ change: 0, stable: true })
  })

  test('cannot be told without answers in both rounds', () => {
    expect(stability([0, 0], [1, 2])).toBeUndefined()
    expect(stability([1, 2], [1, 2, 3])).toBeUndefined()
  })

  test('counts those who took no stand as a category of their own', () => {
    expect(answersByCategory({ yes: 5, no: 3, abstain: 1, ratings: undefined }, 10)).toEqual([5, 3, 2])
  })
})

test('attrition tells who was invited, who took part and who left, by role or association', () => {
  const expert = (association: string, role: string, ...votedIn: number[]) => ({
    association,
    role,
    votedIn: new Set(votedIn),
  })
  const experts = [
    expert('Östra Östergötland', 'officer', 1, 2, 3),
    expert('Norra Västmanland', 'officer', 1, 2),
    expert('Norra Västmanland', 'manager'),
    expert('Östra Östergötland', 'manager', 3),
  ]
  expect(attrition(experts, 'association', [1, 2, 3])).toEqual([
    {
      group: 'Norra Västmanland',
      invited: 2,
      tookPart: 1,
      voted: [
        { round: 1, experts: 1 },
        { round: 2, experts: 1 },
        { round: 3, experts: 0 },
      ],
      left: 1,
    },
    {
      group: 'Östra Östergötland',
      invited: 2,
      tookPart: 2,
      voted: [
        { round: 1, experts: 1 },
        { round: 2, experts: 1 },
        { round: 3, experts: 2 },
      ],
      left: 0,
    },
  ])
  expect(attrition(experts, 'role', [1, 2, 3]).map(({ group }) => group)).toEqual(['manager', 'officer'])
})

describe('results per stakeholder group', () => {
  const held = (sizes: Record<string, number>) =>
    [...groupsHeldBack(new Map(Object.entries(sizes)))].toSorted()

  test('are shown for groups that are large enough', () => {
    expect(held({ a: 5, b: 9 })).toEqual([])
  })

  test('are held back where a group is small', () => {
    expect(held({ a: 6, b: 4, c: 3 })).toEqual(['b', 'c'])
    expect(held({ a: 0, b: 9 })).toEqual(['a'])
  })

  test('hold back the next group too, when a small one would follow by subtraction', () => {
    expect(held({ a: 4, b: 6, c: 8 })).toEqual(['a', 'b'])
    expect(held({ a: 2, b: 2, c: 9, d: 8 })).toEqual(['a', 'b', 'd'])
    expect(held({ a: 3, b: 2, c: 9 })).toEqual(['a', 'b'])
  })
})

test('what-if tells what other thresholds would have let in or out, marked as hypothetical', () => {
  const rule: VotingRule = {
    round: 1,
    items: 'all',
    ballot: 'yes-no',
    accept: { top: 2 },
    drop: 'rest',
    shareOf: 'ballots',
    protocol: 'core',
  }
  const items = [1, 2, 3].map(item => ({ item, kind: 'process' }))
  const ballots: Ballot[] = [
    new Map([
      [1, 'yes'],
      [2, 'yes'],
      [3, 'yes'],
    ]),
    new Map([
      [1, 'yes'],
      [2, 'yes'],
    ]),
    new Map([[1, 'yes']]),
  ]
  const counted = count('yes-no', [1, 2, 3], ballots)
  const real = decide(rule, items, counted)
  const stricter = whatIf(rule, items, counted, real, {
    accept: { atLeast: { numerator: 7, denominator: 10 } },
  })
  expect(stricter).toMatchObject({ hypothetical: true, gained: [], lost: [2] })
  const wider = whatIf(rule, items, counted, real, { accept: { top: 3 } })
  expect(wider).toMatchObject({ gained: [3], lost: [] })
})
