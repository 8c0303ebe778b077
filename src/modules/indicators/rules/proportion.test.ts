import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newcombe, type Proportion, pOfEquality, wilson } from './proportion.ts'

const of = (favourable: number, n: number): Proportion => ({ favourable, n })
const proportion = fc
  .integer({ min: 1, max: 5000 })
  .chain(n => fc.integer({ min: 0, max: n }).map(favourable => of(favourable, n)))

/** Where a function that rises through zero does so, by halving. */
function zeroOf(f: (x: number) => number, low: number, high: number): number {
  let [from, to] = [low, high]
  for (let halving = 0; halving < 200; halving++) {
    const middle = (from + to) / 2
    if (f(middle) < 0) from = middle
    else to = middle
  }
  return (from + to) / 2
}

/** Wilson's definition: the true shares that lie 1.96 of their own standard deviations from the observed one. */
function wilsonBySearch({ favourable, n }: Proportion): { low: number; high: number } {
  const share = favourable / n
  const reach = (p: number) => 1.959963984540054 * Math.sqrt((p * (1 - p)) / n)
  return {
    low: zeroOf(p => p + reach(p) - share, 0, share),
    high: zeroOf(p => p - reach(p) - share, share, 1),
  }
}

describe('the interval of a share', () => {
  // Newcombe RG. Two-sided confidence intervals for the single proportion: comparison of seven methods.
  // Stat Med 1998;17:857-872, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('is the published one for %i of %i', (favourable, n, low, high) => {
    const found = wilson(of(favourable, n))
    expect(found.low).toBeCloseTo(low, 4)
    expect(found.high).toBeCloseTo(high, 4)
  })

  test('is Wilson’s definition for any share, to ten digits', () => {
    fc.assert(
      fc.property(proportion, share => {
        const [found, sought] = [wilson(share), wilsonBySearch(share)]
        expect(found.low).toBeCloseTo(sought.low, 10)
        expect(found.high).toBeCloseTo(sought.high, 10)
      }),
    )
  })

  test('holds the share, stays between 0 and 1, and mirrors when favourable and unfavourable change places', () => {
    fc.assert(
      fc.property(proportion, ({ favourable, n }) => {
        const { low, high } = wilson(of(favourable, n))
        const mirrored = wilson(of(n - favourable, n))
        expect(low).toBeLessThanOrEqual(favourable / n)
        expect(high).toBeGreaterThanOrEqual(favourable / n)
        expect(Math.min(low, 1 - high)).toBeGreaterThanOrEqual(0)
        expect(low).toBeCloseTo(1 - mirrored.high, 12)
      }),
    )
  })

  test('does not exist for nobody', () => {
    expect(() => wilson(of(0, 0))).toThrow(RangeError)
  })
})

describe('the interval of a difference', () => {
  // Newcombe RG. Interval estimation for the difference between independent proportions: comparison of eleven methods.
  // Stat Med 1998;17:873-890, table II, method 10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('is the published one for %i/%i and %i/%i', (a, m, b, n, low, high) => {
    const found = newcombe(of(a, m), of(b, n))
    expect(found.difference).toBe(a / m - b / n)
    expect(found.low).toBeCloseTo(low, 4)
    expect(found.high).toBeCloseTo(high, 4)
  })

  test('follows from the two shares’ own intervals, to ten digits', () => {
    fc.assert(
      fc.property(proportion, proportion, (first, second) => {
        const [a, b] = [first.favourable / first.n, second.favourable / second.n]
        const [ofA, ofB] = [wilsonBySearch(first), wilsonBySearch(second)]
        const found = newcombe(first, second)
        expect(found.low).toBeCloseTo(a - b - Math.sqrt((a - ofA.low) ** 2 + (ofB.high - b) ** 2), 10)
        expect(found.high).toBeCloseTo(a - b + Math.sqrt((ofA.high - a) ** 2 + (b - ofB.low) ** 2), 10)
      }),
    )
  })

  test('changes sign when the groups change places, and never passes -1 or 1', () => {
    fc.assert(
      fc.property(proportion, proportion, (first, second) => {
        const [there, back] = [newcombe(first, second), newcombe(second, first)]
        expect(there.low).toBeCloseTo(-back.high, 12)
        expect(there.low).toBeGreaterThanOrEqual(-1 - 1e-12)
        expect(there.high).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })
})

describe('the p value of two shares', () => {
  test('is the published one: aspirin and heart attacks, chi-squared 25.01', () => {
    // Steering Committee of the Physicians' Health Study. N Engl J Med 1989;321:129-135: 189 of 11,034 and 104 of 11,037.
    // Agresti A. Categorical data analysis, chapter 3: X² = 25.01. All digits by mpmath with 30.
    const p = pOfEquality(of(189, 11034), of(104, 11037))
    expect(p / 5.691896973740856e-7).toBeCloseTo(1, 9)
  })

  test('agrees with thirty digits elsewhere', () => {
    expect(pOfEquality(of(56, 70), of(48, 80))).toBeCloseTo(0.008045081368196585, 14)
    expect(pOfEquality(of(12, 20), of(8, 20))).toBeCloseTo(0.2059032107320683, 13)
  })

  test('is 1 for equal shares, also when nobody or everybody is favourable', () => {
    expect(pOfEquality(of(3, 10), of(6, 20))).toBe(1)
    expect(pOfEquality(of(0, 10), of(0, 7))).toBe(1)
    expect(pOfEquality(of(10, 10), of(7, 7))).toBe(1)
  })

  test('is between 0 and 1 and the same from both sides', () => {
    fc.assert(
      fc.property(proportion, proportion, (first, second) => {
        const p = pOfEquality(first, second)
        expect(p).toBeGreaterThanOrEqual(0)
        expect(p).toBeLessThanOrEqual(1)
        expect(pOfEquality(second, first)).toBeCloseTo(p, 12)
      }),
    )
  })
})
