import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { funnelLimits, placeInFunnel } from './funnel.ts'

/**
 * Children who lived thirty days after heart surgery in England, 1991-1995, by hospital: Spiegelhalter D. The art of
 * statistics, 2019, figure 2.5, from the Bristol Royal Infirmary Inquiry. Survivors and operations.
 */
const hospitals: Readonly<Record<string, readonly [number, number]>> = {
  Bristol: [102, 143],
  Leicester: [162, 187],
  Leeds: [299, 323],
  Oxford: [99, 122],
  Guys: [139, 164],
  Liverpool: [363, 405],
  Southampton: [215, 239],
  'Great Ormond Street': [429, 482],
  Newcastle: [169, 195],
  Harefield: [152, 177],
  Birmingham: [523, 581],
  Brompton: [270, 301],
}

/** A binomial distribution in whole numbers: all C(n, r) × part^r × (of - part)^(n - r), which sum to of^n. */
function exactBinomial(n: number, part: number, of: number): { weights: bigint[]; all: bigint } {
  const weights: bigint[] = []
  for (let r = 0, choose = 1n; r <= n; r++) {
    weights.push(choose * BigInt(part) ** BigInt(r) * BigInt(of - part) ** BigInt(n - r))
    choose = (choose * BigInt(n - r)) / BigInt(r + 1)
  }
  return { weights, all: BigInt(of) ** BigInt(n) }
}

/** The appendix's limit with exact sums: P(R ≤ r) ≥ p for the first time, and back by (P(R ≤ r) - p) / P(R = r). */
function exactLimit(n: number, part: number, of: number, perMille: number): number {
  const { weights, all } = exactBinomial(n, part, of)
  let upTo = 0n
  for (const [r, weight] of weights.entries()) {
    upTo += weight
    const over = upTo * 1000n - all * BigInt(perMille)
    if (over >= 0n) return (r - Number((over * 10n ** 18n) / (weight * 1000n)) / 1e18) / n
  }
  throw new Error('the weights do not sum to all')
}

const target = fc.integer({ min: 1, max: 99 })
const size = fc.integer({ min: 1, max: 400 })

describe('funnel limits', () => {
  test('are the appendix’s below and mirrored above, by exact sums, to ten digits', () => {
    fc.assert(
      fc.property(target, size, (percent, n) => {
        const { inner, outer } = funnelLimits(percent / 100, n)
        for (const [limits, perMille] of [[inner, 25] as const, [outer, 1] as const]) {
          expect(limits.low).toBeCloseTo(Math.max(0, exactLimit(n, percent, 100, perMille)), 10)
          expect(limits.high).toBeCloseTo(
            Math.min(1, exactLimit(n, percent, 100, 1000 - perMille) + 1 / n),
            10,
          )
        }
      }),
      { numRuns: 60 },
    )
  })

  test('lie around the target, the outer ones outside the inner, closer the larger the group', () => {
    fc.assert(
      fc.property(target, size, (percent, n) => {
        const { inner, outer } = funnelLimits(percent / 100, n)
        const order = [0, outer.low, inner.low, percent / 100, inner.high, outer.high, 1]
        expect(order).toEqual(order.toSorted((a, b) => a - b))
      }),
    )
    const widths = [10, 100, 1000, 10_000].map(n => funnelLimits(0.7, n).inner)
    expect(widths.map(({ low, high }) => high - low)).toEqual(
      widths.map(({ low, high }) => high - low).toSorted((a, b) => b - a),
    )
  })

  test('come near the normal distribution for large groups', () => {
    const { inner, outer } = funnelLimits(0.6, 100_000)
    const deviation = Math.sqrt((0.6 * 0.4) / 100_000)
    expect((inner.high - 0.6) / deviation).toBeCloseTo(1.96, 1)
    expect((0.6 - outer.low) / deviation).toBeCloseTo(3.09, 1)
  })

  test('leave no room when the target is nobody or everybody', () => {
    expect(placeInFunnel(1, { favourable: 10, n: 10 })).toBe('within')
    expect(placeInFunnel(1, { favourable: 9, n: 10 })).toBe('far-below')
    expect(placeInFunnel(0, { favourable: 0, n: 10 })).toBe('within')
    expect(placeInFunnel(0, { favourable: 1, n: 10 })).toBe('far-above')
  })
})

describe('a place in the funnel', () => {
  test('of the published hospitals: Bristol far below, Oxford below, Leeds above, the rest by chance', () => {
    const all = Object.values(hospitals)
    const [survivors, operations] = [0, 1].map(column =>
      all.reduce((sum, row) => sum + (row[column] ?? 0), 0),
    )
    expect([survivors, operations]).toEqual([2922, 3319])
    const places = Object.entries(hospitals).map(([name, [favourable, n]]) => [
      name,
      placeInFunnel(2922 / 3319, { favourable, n }),
    ])
    expect(places.filter(([, place]) => place !== 'within')).toEqual([
      ['Bristol', 'far-below'],
      ['Leeds', 'above'],
      ['Oxford', 'below'],
    ])
  })

  test('is outside only for what happens by chance less often than the limit says', () => {
    fc.assert(
      fc.property(target, fc.integer({ min: 5, max: 60 }), (percent, n) => {
        const { weights, all } = exactBinomial(n, percent, 100)
        let upTo = 0n
        for (const [favourable, weight] of weights.entries()) {
          const atLeast = all - upTo
          upTo += weight
          const place = placeInFunnel(percent / 100, { favourable, n })
          expect(place === 'far-below', `${favourable} of ${n}`).toBe(upTo * 1000n < all)
          expect(place.endsWith('below')).toBe(upTo * 1000n < all * 25n)
          expect(place === 'far-above').toBe(atLeast * 1000n < all)
          expect(place.endsWith('above')).toBe(atLeast * 1000n < all * 25n)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('of 10 of 10 is by chance when the target is 0.8: one group in nine has it', () => {
    expect(placeInFunnel(0.8, { favourable: 10, n: 10 })).toBe('within')
  })
})
