import { expect, test } from 'vitest'
import type { Selection, VotingRule } from './rule.ts'
import { stages } from './stages.ts'

const rule = (round: number, items: Selection): VotingRule => ({
  round,
  items,
  ballot: 'yes-no',
  accept: 'none',
  drop: 'none',
  shareOf: 'ballots',
  protocol: 'none',
})

test('the rounds of 2014 make three stages, as groups sat three times', () => {
  const of2014 = [
    rule(1, { kind: 'process' }),
    rule(2, { keptFrom: [1] }),
    rule(3, { kind: 'effect' }),
    rule(4, { keptFrom: [3] }),
    rule(5, { acceptedIn: [1, 2, 3, 4] }),
  ]
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
