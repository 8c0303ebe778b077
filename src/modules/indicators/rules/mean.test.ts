import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meanInterval, meanOf, type Sums } from './mean.ts'
import { studentQuantile } from './student.ts'

const sumsOf = (values: readonly number[]): Sums => ({
  n: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  sumOfSquares: values.reduce((sum, value) => sum + value * value, 0),
})

describe('Student’s quantile', () => {
  // By mpmath: the regularized incomplete beta function halved to forty digits, written here with those that
  // a number has; from a million degrees on by the expansion
  // of Abramowitz and Stegun 26.7.5.
  test.each([
    [0.975, 1, 12.706204736174705],
    [0.975, 4, 2.7764451051977943],
    [0.975, 9, 2.2621571627982053],
    [0.975, 30, 2.042272456301238],
    [0.975, 99, 1.9842169515864174],
    [0.975, 999, 1.96234146113345],
    [0.975, 5000, 1.960438551706508],
    [0.975, 1_000_000, 1.959966356814107],
    [0.975, 10_000_000, 1.9599642217672055],
    [0.995, 4, 4.604094871349993],
    [0.9995, 3, 12.923978636687483],
    [0.5, 7, 0],
  ])('of %f with %i degrees of freedom has twelve right digits', (probability, freedom, t) => {
    expect(studentQuantile(probability, freedom)).toBeCloseTo(t, 11)
  })

  test('is tan(π(p - ½)) for one degree of freedom, and has a root for two', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 0.9999, noNaN: true }), p => {
        expect(studentQuantile(p, 1) - Math.tan(Math.PI * (p - 0.5))).toBeCloseTo(0, 8)
        expect(studentQuantile(p, 2) - (2 * p - 1) / Math.sqrt(2 * p * (1 - p))).toBeCloseTo(0, 9)
      }),
    )
  })

  test('is refused where it is not known to be right', () => {
    expect(() => studentQuantile(0.4, 5)).toThrow(RangeError)
    expect(() => studentQuantile(0.99999, 5)).toThrow(RangeError)
    expect(() => studentQuantile(0.975, 0)).toThrow(RangeError)
  })
})

describe('the interval of a mean', () => {
  test('is the published one', () => {
    // Moore DS, McCabe GP. Introduction to the practice of statistics, example 7.1: vitamin C in eight samples,
    // mean 22.50, s 7.19, 95 % interval 16.5 to 28.5.
    const sums = sumsOf([26, 31, 23, 22, 11, 22, 14, 31])
    const { low, high } = meanInterval(sums)
    expect(meanOf(sums)).toBe(22.5)
    expect(low).toBeCloseTo(16.5, 1)
    expect(high).toBeCloseTo(28.5, 1)
  })

  test('is the one of the answers themselves, though it is made of sums', () => {
    const answers = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 2, maxLength: 200 })
    fc.assert(
      fc.property(answers, values => {
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length
        const deviations = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
        const half =
          studentQuantile(0.975, values.length - 1) *
          Math.sqrt(deviations / (values.length - 1) / values.length)
        const { low, high } = meanInterval(sumsOf(values))
        expect(low).toBeCloseTo(mean - half, 9)
        expect(high).toBeCloseTo(mean + half, 9)
      }),
    )
  })

  test('has no width when all answer alike, and does not exist for one answer', () => {
    const { low, high } = meanInterval(sumsOf([0.1, 0.1, 0.1]))
    expect(low).toBe(high)
    expect(low).toBeCloseTo(0.1, 15)
    expect(() => meanInterval(sumsOf([4]))).toThrow(RangeError)
    expect(() => meanOf(sumsOf([]))).toThrow(RangeError)
  })
})
