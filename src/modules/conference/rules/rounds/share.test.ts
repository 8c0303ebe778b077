import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareShares, isAtLeast, isBelow, isMoreThan, percent } from './share.ts'

test('percentages are those that were published in 2014', () => {
  const published = { 13: 57, 14: 61, 15: 65, 17: 74, 19: 83, 20: 87, 21: 91, 22: 96, 23: 100 }
  for (const [yes, whole] of Object.entries(published))
    expect(percent({ yes: Number(yes), of: 23 })).toBe(whole)
})

test('half a percent is rounded up, and nobody of nobody is 0', () => {
  expect(percent({ yes: 1, of: 200 })).toBe(1)
  expect(percent({ yes: 1, of: 201 })).toBe(0)
  expect(percent({ yes: 0, of: 0 })).toBe(0)
})

const share = fc
  .nat({ max: 10_000 })
  .chain(of => fc.record({ yes: fc.nat({ max: of }), of: fc.constant(of) }))
const fraction = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain(denominator =>
    fc.record({ numerator: fc.nat({ max: denominator }), denominator: fc.constant(denominator) }),
  )

test('a percentage is the whole number nearest to the share', () => {
  fc.assert(
    fc.property(share, ({ yes, of }) => {
      fc.pre(of > 0)
      const twice = 2 * (percent({ yes, of }) * of - 100 * yes)
      expect(twice > -of && twice <= of).toBe(true)
    }),
  )
})

test('a share is either below a fraction or at least as large, and more than it only if larger', () => {
  fc.assert(
    fc.property(share, fraction, (part, whole) => {
      expect(isBelow(part, whole)).toBe(!isAtLeast(part, whole))
      if (isMoreThan(part, whole)) expect(isAtLeast(part, whole)).toBe(true)
    }),
  )
})

test('a cut that decimal fractions would miss is exact', () => {
  // In floating point 0.07 × 100 is 7.000000000000001, so 7 of 100 would be below 7 %.
  expect(isBelow({ yes: 7, of: 100 }, { numerator: 7, denominator: 100 })).toBe(false)
  expect(isMoreThan({ yes: 7, of: 100 }, { numerator: 7, denominator: 100 })).toBe(false)
})

test('shares are ordered alike from both sides, and a share of nobody is the smallest', () => {
  fc.assert(
    fc.property(share, share, (a, b) => {
      expect(Math.sign(compareShares(a, b)) + Math.sign(compareShares(b, a))).toBe(0)
      if (a.of > 0 && b.of > 0)
        expect(Math.sign(compareShares(a, b))).toBe(Math.sign(a.yes * b.of - b.yes * a.of))
    }),
  )
  expect(compareShares({ yes: 0, of: 0 }, { yes: 0, of: 5 })).toBeLessThan(0)
})
