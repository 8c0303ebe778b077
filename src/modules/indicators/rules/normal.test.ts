import { expect, test } from 'vitest'
import { upperTail } from './normal.ts'

// By mpmath: erfc(z / √2) / 2 with forty digits.
test.each([
  [0, 0.5],
  [0.5, 0.3085375387259869],
  [1, 0.15865525393145705],
  [1.96, 0.024997895148220435],
  [2, 0.02275013194817921],
  [3, 0.0013498980316300946],
  [5, 2.866515718791939e-7],
  [8, 6.220960574271784e-16],
])('beyond %f lies as much as in tables, to twelve digits', (z, tail) => {
  expect(upperTail(z) / tail).toBeCloseTo(1, 12)
})
