import { expect, test } from 'vitest'
import { randomFrom, xoshiro128 } from './random.ts'

test('the numbers are those of the published xoshiro128**', () => {
  const { next } = xoshiro128(1, 2, 3, 4)
  // What xoshiro128starstar.c (1.1) of its authors answers from the state 1, 2, 3, 4.
  expect(Array.from({ length: 8 }, next)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849,
  ])
})

test('a draw below a number is evenly spread over all numbers below it', () => {
  const { below } = randomFrom(1)
  const counts = [0, 0, 0, 0, 0, 0, 0]
  for (let draw = 0; draw < 70_000; draw += 1) {
    const drawn = below(7)
    counts[drawn] = (counts[drawn] ?? Number.NaN) + 1
  }
  // Five standard deviations: 5 × √(70,000 × 1/7 × 6/7).
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(463)
})

test('seeds that differ only high up, or only in sign, give other numbers', () => {
  const first = [0, 1, -1, 2 ** 32, 2 ** 52, -(2 ** 52)].map(seed => randomFrom(seed).next())
  expect(new Set(first).size).toBe(first.length)
})
