import { expect, test } from 'vitest'
import { balanceOf } from './balance.ts'

test('the balance shows who is missing as nought', () => {
  const experts = [
    { association: 'Norra', role: 'manager' },
    { association: 'Norra', role: 'manager' },
    { association: 'Södra', role: 'participant' },
  ]
  expect(balanceOf(experts)).toEqual({
    associations: ['Norra', 'Södra'],
    roles: ['manager', 'participant'],
    counts: [
      [2, 0],
      [0, 1],
    ],
  })
})
