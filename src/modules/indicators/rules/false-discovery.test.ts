import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { falseDiscoveries } from './false-discovery.ts'

/** Benjamini Y, Hochberg Y. J R Stat Soc B 1995;57:289-300, section 3.2: treatments after a heart attack. */
const published = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
  0.759, 1,
]

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 })

describe('false discoveries', () => {
  test('leave the first four of the fifteen published tests standing', () => {
    const stands = falseDiscoveries(published, 0.05).map(({ stands }) => stands)
    expect(stands).toEqual(published.map((_, place) => place < 4))
  })

  test('have the published tests’ adjusted values', () => {
    // As scipy.stats.false_discovery_control has them: 0.0001 × 15 / 1 is the first; the sixth is pulled down by the seventh.
    const adjusted = falseDiscoveries(published).map(discovery => discovery.adjusted)
    const expected = [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714285714286, 0.06385714285714286, 0.0645, 0.0765,
      0.486, 0.5811818181818182, 0.714875, 0.75323076923077, 0.8132142857142857, 1,
    ]
    for (const [place, value] of expected.entries()) expect(adjusted[place]).toBeCloseTo(value, 12)
  })

  test('are those of the procedure as the paper words it: all up to the last p below its line', () => {
    fc.assert(
      fc.property(pValues, fc.double({ min: 0.01, max: 0.5, noNaN: true }), (values, rate) => {
        const sorted = values.toSorted((a, b) => a - b)
        const last = sorted.findLastIndex((p, place) => (p * values.length) / (place + 1) <= rate)
        const largest = last === -1 ? -1 : (sorted[last] ?? 1)
        const found = falseDiscoveries(values, rate)
        expect(found.map(({ stands }) => stands)).toEqual(values.map(p => p <= largest))
      }),
    )
  })

  test('do not depend on the order of the tests', () => {
    fc.assert(
      fc.property(pValues, values => {
        const there = falseDiscoveries(values)
        const back = falseDiscoveries(values.toReversed())
        expect(back.toReversed()).toEqual(there)
      }),
    )
  })
})
