/** A pattern that chance rarely makes, from the point at place `from` to the one at `to`, counted from 0. */
export type Signal = {
  readonly kind: 'shift' | 'trend'
  readonly direction: 'up' | 'down'
  readonly from: number
  readonly to: number
}

/** Six on one side of the median, five that rise or fall. */
const pointsInShift = 6
const pointsInTrend = 5

/**
 * The signals of a run chart: a series over time around its median, of any measure.
 *
 * - Shift: six or more points in a row on the same side of the median. A point on the median neither counts nor breaks.
 * - Trend: five or more points in a row that all rise, or all fall. A point equal to the one before is not counted.
 *
 * Perla RJ, Provost LP, Murray SK. The run chart: a simple analytical tool for learning from variation in healthcare
 * processes. BMJ Qual Saf 2011;20:46-51. They want ten points or more: five waves can show a trend, and no shift.
 * @param values in the order of time
 * @returns shifts and then trends, each in the order of time; none of them is part of another of its kind
 */
export function runChartSignals(values: readonly number[]): readonly Signal[] {
  const median = medianOf(values)
  const points = values.map((value, place) => ({ value, place }))
  const offMedian = points.filter(({ value }) => value !== median)
  const steps = points.filter(({ value, place }) => place === 0 || value !== values[place - 1])

  const shifts = runs(offMedian, ({ value }) => value > median)
    .filter(run => run.length >= pointsInShift)
    .map(run => signal('shift', (run[0]?.value ?? median) > median, run))
  const trends = runs(steps.slice(1), ({ value, place }) => value > (values[place - 1] ?? value))
    // A run of rises has one point more than rises: the one that it starts from.
    .map(run => [...steps.slice(0, steps.indexOf(run[0] as Point)).slice(-1), ...run])
    .filter(run => run.length >= pointsInTrend)
    .map(run => signal('trend', (run[1]?.value ?? 0) > (run[0]?.value ?? 0), run))
  return [...shifts, ...trends]
}

type Point = { readonly value: number; readonly place: number }

/** The middle value; of an even number the mean of the two in the middle. Not a number when there are none. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low = Number.NaN, high = low] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return (low + high) / 2
}

/** Neighbours that answer alike, together. */
function runs(points: readonly Point[], isUp: (point: Point) => boolean): readonly (readonly Point[])[] {
  const found: Point[][] = []
  for (const [index, point] of points.entries()) {
    const before = points[index - 1]
    if (before && isUp(before) === isUp(point)) found.at(-1)?.push(point)
    else found.push([point])
  }
  return found
}

const signal = (kind: Signal['kind'], isUp: boolean, run: readonly Point[]): Signal => ({
  kind,
  direction: isUp ? 'up' : 'down',
  from: run[0]?.place ?? 0,
  to: run.at(-1)?.place ?? 0,
})
