import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pChart } from './p-chart.ts'
import { medianOf, runChartSignals } from './run-chart.ts'

describe('a run chart', () => {
  // The rules of Perla RJ, Provost LP, Murray SK. BMJ Qual Saf 2011;20:46-51.
  test('has a shift when six in a row lie on one side of the median', () => {
    const values = [5, 1, 6, 2, 7, 3, 9, 8, 9, 8, 9, 8, 2, 1]
    expect(runChartSignals(values)).toEqual([{ kind: 'shift', direction: 'up', from: 6, to: 11 }])
    expect(runChartSignals(values.map(value => -value))).toMatchObject([{ kind: 'shift', direction: 'down' }])
  })

  test('has none for five in a row', () => {
    expect(runChartSignals([5, 1, 6, 2, 7, 3, 9, 8, 9, 8, 9, 2, 1])).toEqual([])
  })

  test('skips points on the median: they neither count nor break a shift', () => {
    const values = [1, 9, 1, 9, 1, 6, 7, 5, 6, 7, 6, 7, 1, 4, 3]
    expect(medianOf(values)).toBe(6)
    expect(runChartSignals([...values, 2, 3, 4])).toMatchObject([
      { kind: 'shift', direction: 'up', from: 5, to: 11 },
      { kind: 'shift', direction: 'down', from: 12, to: 17 },
    ])
  })

  test('has a trend when five points in a row rise, and none when four do', () => {
    expect(runChartSignals([3, 1, 2, 3, 4, 5, 4])).toEqual([
      { kind: 'trend', direction: 'up', from: 1, to: 5 },
    ])
    expect(runChartSignals([3, 1, 2, 3, 4, 3])).toEqual([])
    expect(runChartSignals([9, 8, 7, 6, 5])).toEqual([{ kind: 'trend', direction: 'down', from: 0, to: 4 }])
  })

  test('does not count a point of a trend that equals the one before', () => {
    expect(runChartSignals([1, 2, 2, 3, 3, 4])).toEqual([])
    expect(runChartSignals([1, 2, 2, 3, 3, 4, 5])).toEqual([
      { kind: 'trend', direction: 'up', from: 0, to: 6 },
    ])
  })

  test('has no signal when all are equal, or when there is nothing', () => {
    expect(runChartSignals(new Array(20).fill(0.7))).toEqual([])
    expect(runChartSignals([])).toEqual([])
  })

  test('turns its signals around with its values, and finds the same from the last to the first', () => {
    const series = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 40 })
    const byPlace = (a: { from: number }, b: { from: number }) => a.from - b.from
    fc.assert(
      fc.property(series, values => {
        const signals = runChartSignals(values)
        const mirrored = runChartSignals(values.map(value => -value))
        expect(mirrored.map(({ kind, from, to }) => [kind, from, to])).toEqual(
          signals.map(({ kind, from, to }) => [kind, from, to]),
        )
        const shifts = signals.filter(({ kind }) => kind === 'shift')
        const backwards = runChartSignals(values.toReversed())
          .filter(({ kind }) => kind === 'shift')
          .map(({ from, to, ...rest }) => ({
            ...rest,
            from: values.length - 1 - to,
            to: values.length - 1 - from,
          }))
          .toSorted(byPlace)
        expect(backwards).toEqual(shifts)
      }),
    )
  })
})

describe('a p-chart', () => {
  // Montgomery DC. Introduction to statistical quality control, example 7.1: frozen orange juice cans, 30 samples of 50.
  const cans = [
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9,
    6,
  ].map(favourable => ({ favourable, n: 50 }))

  test('has the published centre and limits, and the two published points outside', () => {
    const { centre, points } = pChart(cans)
    expect(centre).toBeCloseTo(0.2313, 4)
    expect(points[0]?.low).toBeCloseTo(0.0524, 4)
    expect(points[0]?.high).toBeCloseTo(0.4102, 4)
    expect(points.flatMap(({ outside }, place) => (outside ? [[place + 1, outside]] : []))).toEqual([
      [15, 'above'],
      [23, 'above'],
    ])
  })

  test('is wider for smaller waves and stays between 0 and 1', () => {
    const { points } = pChart([
      { favourable: 5, n: 5 },
      { favourable: 380, n: 400 },
    ])
    expect(points.map(({ high }) => high)).toEqual([1, expect.closeTo(0.9829, 3)])
    expect(points.map(({ outside }) => outside)).toEqual([undefined, undefined])
  })

  test('does not exist for nobody', () => {
    expect(() => pChart([])).toThrow(RangeError)
  })
})
