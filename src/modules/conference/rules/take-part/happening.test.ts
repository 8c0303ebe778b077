import { describe, expect, test } from 'vitest'
import { happening } from './happening.ts'

type Facts = Parameters<typeof happening>[0]
type RoundFacts = Facts['rounds'][number]

const round = (number: number, state: RoundFacts['state'], more: Partial<RoundFacts> = {}): RoundFacts => ({
  number,
  items: number === 1 ? 'all' : { keptFrom: [number - 1] },
  state,
  boxId: state === 'planned' ? null : `box ${number}`,
  closesAt: null,
  runOffBox: null,
  ...more,
})

const now = (rounds: readonly RoundFacts[], more: Partial<Facts> = {}) =>
  happening({
    startsOn: '2026-05-12',
    endsOn: '2026-05-13',
    publishedAt: null,
    rounds,
    sittings: 0,
    evaluation: null,
    ...more,
  })

describe('what happens in a conference', () => {
  test('is before the first vote while nothing has opened, also when no rounds are planned', () => {
    expect(now([]).phase).toBe('before')
    expect(now([round(1, 'planned')]).phase).toBe('before')
  })

  test('is the vote that is open, with when it is meant to close', () => {
    const closesAt = new Date('2026-05-12T12:30:00Z')
    expect(now([round(1, 'published'), round(2, 'open', { closesAt })])).toMatchObject({
      phase: 'during',
      vote: { boxId: 'box 2', round: 2, runOff: false, closesAt: '2026-05-12T12:30:00.000Z' },
      counting: null,
      results: [1],
    })
  })

  test('is a run-off while one is voted on, and not the round that waits for it', () => {
    expect(now([round(1, 'closed', { runOffBox: 'box of the run-off' })])).toMatchObject({
      vote: { boxId: 'box of the run-off', round: 1, runOff: true },
      counting: null,
    })
  })

  test('is waiting for the result from the close until it is published', () => {
    expect(now([round(1, 'closed'), round(2, 'planned')])).toMatchObject({
      phase: 'during',
      vote: null,
      counting: 1,
      results: [],
    })
  })

  test('is between votes while a later round waits, with the latest result first', () => {
    expect(now([round(1, 'published'), round(2, 'published'), round(3, 'planned')])).toMatchObject({
      phase: 'during',
      vote: null,
      counting: null,
      results: [2, 1],
    })
  })

  test('is over when all rounds are published, or when an evaluation or the report says so', () => {
    expect(now([round(1, 'published')]).phase).toBe('after')
    expect(now([round(1, 'published'), round(2, 'planned')], { evaluation: 'open' }).phase).toBe('after')
    expect(now([round(1, 'planned')], { publishedAt: new Date() })).toMatchObject({
      phase: 'after',
      published: true,
    })
  })

  test('has the sitting that belongs to the vote that comes or goes on', () => {
    const rounds = [round(1, 'published'), round(2, 'open'), round(3, 'planned')]
    expect(now(rounds).sitting).toBeNull()
    expect(now(rounds, { sittings: 3 }).sitting).toBe(2)
    expect(now([round(1, 'planned')], { sittings: 3 }).sitting).toBe(1)
  })
})
