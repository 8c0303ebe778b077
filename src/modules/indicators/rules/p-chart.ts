import type { Interval, Proportion } from './proportion.ts'

/** A point of a p-chart: its limits at its own size, and on which side of them it lies, if outside. */
export type PChartPoint = Interval & {
  readonly share: number
  readonly outside: 'above' | 'below' | undefined
}

/** The centre is the share of all waves together. */
export type PChart = { readonly centre: number; readonly points: readonly PChartPoint[] }

/**
 * The p-chart of shares over time. Each wave's limits are the centre plus and minus three standard deviations of a share
 * of its size, √(p(1 - p) / n), and not beyond 0 and 1. A point outside is a signal that chance seldom gives.
 *
 * Shewhart WA. Economic control of quality of manufactured product. 1931. The formulas as in Montgomery DC. Introduction
 * to statistical quality control, chapter 7.
 * @param waves in the order of time, each with an n from 1. Throws when there are none
 */
export function pChart(waves: readonly Proportion[]): PChart {
  const all = waves.reduce((sum, { n }) => sum + n, 0)
  if (all < 1) throw new RangeError('a chart of nobody does not exist')
  const centre = waves.reduce((sum, { favourable }) => sum + favourable, 0) / all
  const points = waves.map(({ favourable, n }): PChartPoint => {
    const share = favourable / n
    const reach = 3 * Math.sqrt((centre * (1 - centre)) / n)
    const [low, high] = [Math.max(0, centre - reach), Math.min(1, centre + reach)]
    return { share, low, high, outside: share > high ? 'above' : share < low ? 'below' : undefined }
  })
  return { centre, points }
}
