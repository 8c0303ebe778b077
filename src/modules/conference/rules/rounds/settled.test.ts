import { expect, test } from 'vitest'
import type { Settlement } from './round.ts'
import { settledTies } from './settled.ts'

const at = new Date('2026-05-20T10:00:00Z')
const tie = (cut: 'accept' | 'drop', items: number[]) => ({ cut, items, seats: 1, at })
const runOff = (items: number[]): Settlement => ({
  ...tie('accept', items),
  decision: 'run-off',
  closed: { at, turnout: { entitled: 4, voted: 3 } },
})

test('a tie that stood in its run-off is the same tie again', () => {
  const settled = settledTies([runOff([2, 3, 4]), { ...tie('accept', [2, 3]), decision: 'all' }])
  expect(settled).toMatchObject([
    { items: [2, 3, 4], decision: 'run-off', isAgain: false, runOff: { entitled: 4, voted: 3 } },
    { items: [2, 3], decision: 'all', isAgain: true },
  ])
})

test('ties among other items, or at the other cut, are ties of their own', () => {
  const others: Settlement[] = [
    { ...tie('accept', [4, 5]), decision: 'none' },
    { ...tie('drop', [2, 3]), decision: 'none' },
  ]
  expect(settledTies([runOff([2, 3]), ...others]).map(one => one.isAgain)).toEqual([false, false, false])
})
