import type { Reader } from '../../../platform/database/tables.ts'
import type { Perspective, Wording } from '../rules/catalogue.ts'
import { type Change, type CoursePoint, courseOf, latestChanges } from '../rules/course.ts'
import type { RespondentGroup } from '../rules/measure.ts'
import { respondentGroups } from '../rules/measure.ts'
import {
  countedTotals,
  type KnownIndicator,
  type KnownMeasure,
  knownIndicators,
  measuresOf,
  pointOf,
  type ReleasedMeasurement,
  releasedMeasurements,
} from './measured.ts'

/** One indicator on the page for a board. */
export interface BoardIndicator {
  readonly id: string
  readonly number: number
  readonly perspective: Perspective
  readonly label: Wording
  /** Whose answers are shown; null where nobody was asked. */
  readonly group: RespondentGroup | null
  /** All groups that were asked. */
  readonly groups: readonly RespondentGroup[]
  readonly question: Wording | null
  /** The latest measurements, in the order of time. */
  readonly course: readonly CoursePoint[]
  readonly change: Change
}

/** What a board needs to see of one association. */
export interface Board {
  /** The latest period of all; null before the first result. */
  readonly period: string | null
  /** Groups that have answered anything. */
  readonly groups: readonly RespondentGroup[]
  readonly indicators: readonly BoardIndicator[]
}

/** As many measurements as a small chart shows. */
const wavesShown = 5

/** Whose view the perspective is, where several groups were asked. */
const nearest: Record<Perspective, RespondentGroup> = {
  participant: 'participant',
  staff: 'staff',
  organisation: 'board',
  society: 'board',
}

/**
 * The core indicators and the association's own, each with its latest measurements.
 * @param wished the group to show where an indicator was asked of several
 */
export async function loadBoard(
  db: Reader,
  associationId: string,
  wished: RespondentGroup | undefined,
): Promise<Board> {
  const [known, measurements] = await Promise.all([
    knownIndicators(db, associationId),
    releasedMeasurements(db, associationId),
  ])
  const shown = known.filter(({ core, associationId: own }) => core || own !== null)
  const measures = await measuresOf(
    db,
    shown.map(({ id }) => id),
  )
  const asked = new Set(measurements.map(({ respondents }) => respondents))
  const chosen = shown.map(indicator => choose(indicator, measures, asked, wished))
  const latest = latestOf(measurements)
  const totals = await countedTotals(
    db,
    latest.map(({ id }) => id),
    chosen.flatMap(({ measures: own }) => own.map(({ id }) => id)),
  )
  const courses = chosen.map(({ measures: own }) => {
    const points = totals.flatMap(({ measurementId, measureId, statistic }) => {
      const measure = own.find(({ id }) => id === measureId)
      const measurement = latest.find(({ id }) => id === measurementId)
      return measure && measurement ? [pointOf(measurement, measure, statistic)] : []
    })
    return courseOf(points, id => own.find(measure => measure.id === id)?.continues ?? null)
  })
  const changes = latestChanges(courses)
  return {
    period: measurements.at(-1)?.period ?? null,
    groups: respondentGroups.filter(group => asked.has(group)),
    indicators: chosen.map(({ indicator, group, groups, measures: own }, place) => {
      const course = courses[place] ?? []
      const last = own.find(({ id }) => id === course.at(-1)?.measureId)
      return {
        id: indicator.id,
        number: indicator.number,
        perspective: indicator.perspective,
        label: indicator.label,
        group: course.length > 0 ? group : null,
        groups,
        question: last?.question ?? null,
        course,
        change: changes[place] ?? { kind: 'first' },
      }
    }),
  }
}

/** Which of an indicator's groups is shown, and the measures of that group. */
function choose(
  indicator: KnownIndicator,
  all: readonly KnownMeasure[],
  asked: ReadonlySet<RespondentGroup>,
  wished: RespondentGroup | undefined,
) {
  const own = all.filter(({ indicatorId }) => indicatorId === indicator.id)
  const groups = respondentGroups.filter(
    group => asked.has(group) && own.some(({ respondents }) => respondents === group),
  )
  const order = [wished, nearest[indicator.perspective], ...groups]
  const group = order.find(one => one !== undefined && groups.includes(one)) ?? null
  return { indicator, groups, group, measures: own.filter(({ respondents }) => respondents === group) }
}

/** The latest measurements of each group. */
const latestOf = (measurements: readonly ReleasedMeasurement[]): readonly ReleasedMeasurement[] =>
  respondentGroups.flatMap(group =>
    measurements.filter(({ respondents }) => respondents === group).slice(-wavesShown),
  )
