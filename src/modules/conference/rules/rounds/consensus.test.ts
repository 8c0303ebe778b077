import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cometVerdict, disagreement, randVerdict } from './consensus.ts'
import { emptyHistogram, type Histogram, percentile } from './histogram.ts'

function histogram(...ratings: number[]): Histogram {
  const counts = emptyHistogram()
  for (const rating of ratings) counts[rating - 1] = (counts[rating - 1] ?? 0) + 1
  return counts
}

const anyRatings = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 40 })

describe('COMET', () => {
  const comet = {
    comet: { agree: { numerator: 7, denominator: 10 }, against: { numerator: 15, denominator: 100 } },
  }
  const verdict = (low: number, middle: number, high: number) =>
    cometVerdict([low, 0, 0, 0, middle, 0, 0, 0, high], comet)

  test('has consensus in from exactly 70 % high, as long as fewer than 15 % are low', () => {
    expect(verdict(0, 3, 7)).toBe('in')
    expect(verdict(0, 31, 69)).toBe('none')
    expect(verdict(14, 0, 86)).toBe('in')
    expect(verdict(15, 0, 85)).toBe('none')
  })

  test('has consensus out as the mirror image', () => {
    expect(verdict(7, 3, 0)).toBe('out')
    expect(verdict(86, 0, 14)).toBe('out')
    expect(verdict(85, 0, 15)).toBe('none')
  })

  test('has no consensus where nobody rated', () => {
    expect(verdict(0, 0, 0)).toBe('none')
  })
})

describe('RAND/UCLA', () => {
  // A published panel of 15: one 4, one 5, one 6, five 7, five 8, two 9. 30th percentile 7.0, 70th 8.0, IPR 1.0,
  // central point 7.5, asymmetry index 2.5, IPRAS 6.1, no disagreement. BMJ Open 2012;2:e001431, table 1. (The table's
  // text says 2.5 for the constant; only the manual's 2.35 gives the table's own 6.1.)
  const published = histogram(4, 5, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 9, 9)

  test('gives the figures of a published panel', () => {
    expect(disagreement(published)).toEqual({
      p30: 7,
      p70: 8,
      ipr: 1,
      asymmetryIndex: 2.5,
      ipras: 6.1,
      disagrees: false,
    })
    expect(randVerdict(published)).toBe('in')
  })

  test('sees disagreement when a panel splits to both ends', () => {
    const split = histogram(1, 1, 1, 1, 9, 9, 9, 9, 9)
    expect(disagreement(split)).toMatchObject({ ipr: 8, asymmetryIndex: 0, ipras: 2.35, disagrees: true })
    expect(randVerdict(split)).toBe('none')
  })

  test('classifies by the median, and a median between two thirds belongs to the higher', () => {
    expect(randVerdict(histogram(7, 7, 7))).toBe('in')
    expect(randVerdict(histogram(6, 7))).toBe('in')
    expect(randVerdict(histogram(6, 6, 7))).toBe('none')
    expect(randVerdict(histogram(3, 4))).toBe('none')
    expect(randVerdict(histogram(3, 3, 4))).toBe('out')
    expect(randVerdict(emptyHistogram())).toBe('none')
  })

  test('judges a panel and its mirror image alike', () => {
    fc.assert(
      fc.property(anyRatings, ratings => {
        const mirrored = disagreement(histogram(...ratings.map(rating => 10 - rating)))
        const straight = disagreement(histogram(...ratings))
        expect(mirrored?.disagrees).toBe(straight?.disagrees)
        expect(mirrored?.ipras).toBe(straight?.ipras)
      }),
    )
  })
})

test('percentiles are those of the default in R, NumPy and Excel', () => {
  // quantile(c(1, 2, 4, 7, 9, 9), c(.25, .3, .5, .7, .75)) in R: 2.5 3.0 5.5 8.0 8.5
  const ratings = histogram(9, 4, 1, 9, 2, 7)
  expect(percentile(ratings, 1, 4)).toBe(2.5 * 4)
  expect(percentile(ratings, 3, 10)).toBe(3 * 10)
  expect(percentile(ratings, 1, 2)).toBe(5.5 * 2)
  expect(percentile(ratings, 7, 10)).toBe(8 * 10)
  expect(percentile(ratings, 3, 4)).toBe(8.5 * 4)
  expect(percentile(emptyHistogram(), 1, 2)).toBeUndefined()
})
