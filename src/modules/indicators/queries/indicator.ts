import type { Reader } from '../../../platform/database/tables.ts'
import { type Initiative, initiativesOf as initiatives } from '../../organisations/index.ts'
import { noInitiative } from '../commands/count-answers.ts'
import { type Comparison, compare } from '../rules/comparison.ts'
import { type Change, type CoursePoint, courseOf, latestChanges } from '../rules/course.ts'
import { type Distribution, distributionOf } from '../rules/distribution.ts'
import type { Figure } from '../rules/figure.ts'
import { type RespondentGroup, respondentGroups } from '../rules/measure.ts'
import { sharesOf } from '../rules/parts.ts'
import { comparedUnits, participationOf } from './compared.ts'
import { type CountedPart, countedParts, partsOf, totalOf } from './counted-parts.ts'
import {
  type KnownIndicator,
  type KnownMeasure,
  knownIndicators,
  measuresOf,
  pointOf,
  releasedMeasurements,
} from './measured.ts'

/** Answers of one group to one indicator, over time. */
export interface GroupCourse {
  readonly group: RespondentGroup
  readonly course: readonly CoursePoint[]
  readonly change: Change
}

/** An initiative's share; `name` is null for what belongs to none. */
export interface InitiativeShare {
  readonly id: string | null
  readonly name: string | null
  readonly figure: Figure
}

/** All that is shown of one indicator in one association. */
export interface IndicatorResult {
  readonly indicator: KnownIndicator
  /** The groups that have answered, in their usual order. Empty before the first result. */
  readonly groups: readonly GroupCourse[]
  /** What the rest of the page is about; undefined before the first result. */
  readonly shown:
    | {
        readonly group: RespondentGroup
        readonly point: CoursePoint
        readonly measure: KnownMeasure
        readonly initiatives: readonly InitiativeShare[]
        readonly distributions: readonly { readonly period: string; readonly distribution: Distribution }[]
        /** Undefined when too few compare; null when the association takes no part. */
        readonly comparison: Comparison | undefined | null
      }
    | undefined
}

/** The group and wave that a page about an indicator shows. */
export type Shown = NonNullable<IndicatorResult['shown']>

/** @returns undefined when the association has no such indicator */
export async function loadIndicator(
  db: Reader,
  associationId: string,
  indicatorId: string,
  wished: { readonly group?: RespondentGroup | undefined; readonly period?: string | undefined },
): Promise<IndicatorResult | undefined> {
  const [known, measures, measurements, own, participation] = await Promise.all([
    knownIndicators(db, associationId),
    measuresOf(db, [indicatorId]),
    releasedMeasurements(db, associationId),
    initiatives(db, associationId),
    participationOf(db, associationId),
  ])
  const indicator = known.find(({ id }) => id === indicatorId)
  if (!indicator) return undefined
  const counted = await countedParts(
    db,
    measurements.map(({ id }) => id),
    measures.map(({ id }) => id),
  )
  const courses = respondentGroups.flatMap(group => {
    const asked = measures.filter(({ respondents }) => respondents === group)
    const points = measurements.flatMap(measurement =>
      asked.flatMap(measure => {
        const parts = partsOf(counted, measurement.id, measure.id)
        return parts.length > 0 ? [pointOf(measurement, measure, totalOf(parts))] : []
      }),
    )
    const course = courseOf(points, id => asked.find(measure => measure.id === id)?.continues ?? null)
    return course.length > 0 ? [{ group, course }] : []
  })
  const changes = latestChanges(courses.map(({ course }) => course))
  const groups = courses.map((one, place) => ({
    ...one,
    change: changes[place] ?? { kind: 'first' as const },
  }))
  const chosen = groups.find(({ group }) => group === wished.group) ?? groups[0]
  const point = chosen?.course.find(({ period }) => period === wished.period) ?? chosen?.course.at(-1)
  const measure = measures.find(({ id }) => id === point?.measureId)
  if (!chosen || !point || !measure) return { indicator, groups, shown: undefined }
  return {
    indicator,
    groups,
    shown: {
      group: chosen.group,
      point,
      measure,
      initiatives: initiativesOf(partsOf(counted, point.measurementId, measure.id), measure, own),
      distributions: chosen.course
        .filter(one => one.measureId === measure.id)
        .map(one => ({
          period: one.period,
          distribution: distributionOf(
            totalOf(partsOf(counted, one.measurementId, measure.id)),
            measure.options,
          ),
        })),
      comparison: participation.compares
        ? compare(await comparedUnits(db, { period: point.period, measureId: measure.id }), associationId)
        : null,
    },
  }
}

/** In the order of their names, and last what belongs to none. */
function initiativesOf(
  parts: readonly CountedPart[],
  measure: KnownMeasure,
  own: readonly Initiative[],
): readonly InitiativeShare[] {
  const shares = sharesOf(
    new Map(parts.map(({ initiativeId, statistic }) => [initiativeId, statistic])),
    measure.hasNumbers,
  )
  const named = own.flatMap(({ id, name }) => {
    const figure = shares.parts.get(id)
    return figure ? [{ id, name, figure }] : []
  })
  const rest = shares.parts.get(noInitiative)
  return rest ? [...named, { id: null, name: null, figure: rest }] : named
}
