import { expect, test } from 'vitest'
import { moveExpert } from './by-hand.ts'
import { figuresOf } from './draw.ts'

const sittings = [
  [
    ['a', 'b'],
    ['c', 'd'],
  ],
  [
    ['a', 'c'],
    ['b', 'd'],
  ],
]
const experts = ['a', 'b', 'c', 'd'].map(id => ({ id, association: 'x', role: 'y' }))

test('an expert moved by hand sits last in the new group, and the figures follow', () => {
  const moved = moveExpert(sittings, { sitting: 1, expert: 'b', toGroup: 0 })
  expect(moved).toEqual({ ok: true, value: [sittings[0], [['a', 'c', 'b'], ['d']]] })
  expect(moved.ok && figuresOf(experts, moved.value).repeatedMeetings).toBe(1)
  expect(sittings[1]).toEqual([
    ['a', 'c'],
    ['b', 'd'],
  ])
})

test('what cannot be moved is refused by name', () => {
  const single = [[['a'], ['b', 'c']]]
  const refusal = (move: { sitting: number; expert: string; toGroup: number }) => moveExpert(single, move)
  expect(refusal({ sitting: 1, expert: 'a', toGroup: 1 })).toMatchObject({ refusal: 'unknown-sitting' })
  expect(refusal({ sitting: 0, expert: 'a', toGroup: 2 })).toMatchObject({ refusal: 'unknown-group' })
  expect(refusal({ sitting: 0, expert: 'z', toGroup: 1 })).toMatchObject({ refusal: 'expert-not-in-sitting' })
  expect(refusal({ sitting: 0, expert: 'b', toGroup: 1 })).toMatchObject({ refusal: 'already-in-group' })
  expect(refusal({ sitting: 0, expert: 'a', toGroup: 1 })).toMatchObject({ refusal: 'group-would-be-empty' })
})
