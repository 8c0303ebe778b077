import type { CoursePoint } from './course.ts'
import { pChart } from './p-chart.ts'
import type { Interval } from './proportion.ts'
import { runChartSignals, type Signal } from './run-chart.ts'

/** The parts of a course that can be compared with each other. */
export function seriesOf(course: readonly CoursePoint[]): readonly (readonly CoursePoint[])[] {
  const series: CoursePoint[][] = []
  for (const point of course) {
    if (point.begins || series.length === 0) series.push([point])
    else series.at(-1)?.push(point)
  }
  return series
}

/** What chance alone would do with a series. `limits` has one for each point, undefined where it is not shown. */
export type Control = {
  /** The share of all shown points together. */
  readonly centre: number
  readonly limits: readonly (Interval | undefined)[]
  /** Places are counted among the points that are shown, from 0. */
  readonly signals: readonly Signal[]
}

/** Fewer points than this have no usual level to be seen against. */
const fewestPoints = 4

/** The limits of a p-chart and the trends of a run chart, where there are points enough to speak of. */
export function controlOf(series: readonly CoursePoint[]): Control | undefined {
  const shown = series.flatMap(({ figure }) => (figure.suppressed ? [] : [figure]))
  if (shown.length < fewestPoints) return undefined
  const { centre, points } = pChart(shown)
  let next = 0
  return {
    centre,
    limits: series.map(({ figure }) => (figure.suppressed ? undefined : points[next++])),
    signals: runChartSignals(shown.map(({ share }) => share)).filter(({ kind }) => kind === 'trend'),
  }
}
