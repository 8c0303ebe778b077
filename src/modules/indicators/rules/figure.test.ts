import { describe, expect, test } from 'vitest'
import { type CountedMeasure, figureOf, figureRows } from './figure.ts'
import { readMeasureKey } from './measure.ts'
import { emptyStatistic } from './statistic.ts'

const statistic = (n: number, favourable: number) => ({ ...emptyStatistic(0), n, favourable, sum: 3 * n })

describe('a figure', () => {
  test('has its n, share, interval and mean', () => {
    expect(figureOf(statistic(20, 5), true)).toEqual({
      n: 20,
      favourable: 5,
      share: 0.25,
      low: expect.closeTo(0.1118621, 6),
      high: expect.closeTo(0.4687011, 6),
      mean: 3,
      suppressed: false,
    })
  })

  test('has no mean where answers are not numbers', () => {
    expect(figureOf(statistic(20, 5), false)).toMatchObject({ mean: null })
  })

  test('is suppressed below five, and then has nothing but that', () => {
    expect(figureOf(statistic(4, 4), true)).toEqual({ suppressed: true })
    expect(figureOf(statistic(0, 0), true)).toEqual({ suppressed: true })
    expect(figureOf(statistic(5, 0), true)).toMatchObject({ n: 5, share: 0, suppressed: false })
  })
})

test('rows are in the order of code points, not of languages or UTF-16', () => {
  const row = (association: string, measure: string): CountedMeasure => ({
    association,
    wave: '2024-10',
    group: 'staff',
    measure,
    statistic: statistic(2, 1),
    hasNumbers: false,
  })
  const names = ['😀', '\uff5e', 'å', 'z', 'Z', 'a', 'aa'].map(name => row(name, '1-staff'))
  const measures = [row('a', '2-staff'), row('a', '10-staff')]
  expect(
    figureRows([...names, ...measures]).map(({ association, measure }) => [association, measure]),
  ).toEqual([
    ['Z', '1-staff'],
    ['a', '1-staff'],
    ['a', '10-staff'],
    ['a', '2-staff'],
    ['aa', '1-staff'],
    ['z', '1-staff'],
    ['å', '1-staff'],
    ['\uff5e', '1-staff'],
    ['😀', '1-staff'],
  ])
})

describe('a measure’s key', () => {
  test('has the number of the indicator, or the name of an own one, and the group', () => {
    expect(readMeasureKey('7-participant')).toEqual({ indicator: 7, group: 'participant' })
    expect(readMeasureKey('own-waiting-time-board')).toEqual({ indicator: 'waiting-time', group: 'board' })
  })

  test.each(['7', '7-nobody', '0-staff', '07-staff', 'trust-staff', 'own--staff', '7-staff '])(
    'is not %j',
    key => expect(readMeasureKey(key)).toBeUndefined(),
  )
})
