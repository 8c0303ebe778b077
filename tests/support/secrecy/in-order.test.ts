import { expect, test } from 'vitest'
import { rankCorrelation } from './in-order.ts'

test('an order is the same backwards, shared ranks are halved, and one value has no order', () => {
  expect(rankCorrelation([1, 2, 3])).toBe(1)
  expect(rankCorrelation(['c', 'b', 'a'])).toBe(-1)
  expect(rankCorrelation([1, 1, 2, 2])).toBeCloseTo(0.894, 3)
  expect(rankCorrelation([5, 5, 5])).toBe(0)
})
