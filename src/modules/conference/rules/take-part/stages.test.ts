import { describe, expect, test } from 'vitest'
import type { Selection, VotingRule } from '../rounds/rule.ts'
import { currentSitting, seatNow, sittingBefore, stages } from './stages.ts'

const rule = (round: number, items: Selection): VotingRule => ({
  round,
  items,
  ballot: 'yes-no',
  accept: 'none',
  drop: 'none',
  shareOf: 'ballots',
  protocol: 'none',
})

const of2014 = [
  rule(1, { kind: 'process' }),
  rule(2, { keptFrom: [1] }),
  rule(3, { kind: 'effect' }),
  rule(4, { keptFrom: [3] }),
  rule(5, { acceptedIn: [1, 2, 3, 4] }),
]

test('the rounds of 2014 make three stages, as groups sat three times', () => {
  expect([...stages(of2014)]).toEqual([
    [1, 1],
    [2, 2],
    [3, 1],
    [4, 2],
    [5, 3],
  ])
})

test('a round that lists its items waits for no other', () => {
  expect(stages([rule(1, 'all'), rule(2, { list: [4, 7] })]).get(2)).toBe(1)
})

describe('the sitting before a round', () => {
  test('is that of its stage where there are fewer sittings than rounds', () => {
    expect([1, 2, 3, 4, 5].map(round => sittingBefore(of2014, round, 3))).toEqual([1, 2, 1, 2, 3])
  })

  test('is its own where there is one for every round', () => {
    expect([1, 2, 3, 4, 5].map(round => sittingBefore(of2014, round, 5))).toEqual([1, 2, 3, 4, 5])
  })

  test('is known also when it has not been made yet', () => {
    expect(sittingBefore(of2014, 2, 0)).toBe(2)
    expect(sittingBefore(of2014, 9, 3)).toBeUndefined()
  })
})

describe('the current sitting', () => {
  const sittingAfter = (published: number, sittings = 3) =>
    currentSitting(
      of2014.map(one => ({ ...one, isPublished: one.round <= published })),
      sittings,
    )

  test('is the first until the first result is shown', () => {
    expect(sittingAfter(0)).toBe(1)
    expect(currentSitting([], 3)).toBe(1)
  })

  test('is the one that belongs to the round that comes or goes on, and after the last round the last', () => {
    expect([1, 2, 3, 4, 5].map(published => sittingAfter(published))).toEqual([2, 1, 2, 3, 3])
    expect([1, 2, 3, 4, 5].map(published => sittingAfter(published, 5))).toEqual([2, 3, 4, 5, 5])
  })

  test('is the last that there is where too few were made, and none where there are none', () => {
    expect(sittingAfter(1, 1)).toBe(1)
    expect(sittingAfter(1, 0)).toBeNull()
  })
})

describe('an expert’s seat', () => {
  const seats = [{ sitting: 2 }, { sitting: 3 }]

  test('is the one in the current sitting', () => {
    expect(seatNow(seats, 3)).toEqual({ sitting: 3 })
  })

  test('is the last before it, or the first to come, for who does not sit in it', () => {
    expect(seatNow(seats, 4)).toEqual({ sitting: 3 })
    expect(seatNow(seats, 1)).toEqual({ sitting: 2 })
    expect(seatNow([], 1)).toBeUndefined()
  })
})
