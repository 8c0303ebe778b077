import '../tables.ts'
import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/tables.ts'
import {
  type AssociationRef,
  associations,
  type Initiative,
  initiativesOf,
} from '../../organisations/index.ts'
import { type Change, type CoursePoint, courseOf, latestChanges } from '../rules/course.ts'
import type { Figure } from '../rules/figure.ts'
import { sharesOf } from '../rules/parts.ts'
import type { Response } from '../rules/response.ts'
import { responseOf } from '../rules/response.ts'
import { countedParts, partsOf, totalOf } from './counted-parts.ts'
import {
  type KnownIndicator,
  type KnownMeasure,
  knownIndicators,
  knownMeasures,
  pointOf,
  type ReleasedMeasurement,
  releasedMeasurements,
} from './measured.ts'

/** One question of a wave and what was answered. */
export interface ReportedMeasure {
  readonly indicator: KnownIndicator
  readonly measure: KnownMeasure
  readonly point: CoursePoint
  readonly change: Change
  /** By initiative, as {@link WaveReport.initiatives}; undefined where nobody of it answered. */
  readonly parts: ReadonlyMap<string, Figure>
}

/** All results of one group in one period, as everything that is made of them says it. */
export interface WaveReport {
  readonly association: AssociationRef
  readonly measurement: Pick<ReleasedMeasurement, 'id' | 'period' | 'respondents' | 'source' | 'askedWith'>
  readonly response: Response
  readonly measures: readonly ReportedMeasure[]
  /** Those that have been asked, in alphabetical order. */
  readonly initiatives: readonly Initiative[]
}

/** @returns undefined when there is no such measurement whose results the reader may see */
export async function loadWaveReport(db: Reader, measurementId: string): Promise<WaveReport | undefined> {
  const owner = await db
    .selectFrom('indicators.measurement')
    .select('association_id')
    .where('id', '=', measurementId)
    .where('released', '=', true)
    .executeTakeFirst()
  if (!owner) return undefined
  const [all, known, measurements, initiatives] = await Promise.all([
    associations(db),
    knownIndicators(db, owner.association_id),
    releasedMeasurements(db, owner.association_id),
    initiativesOf(db, owner.association_id),
  ])
  const measurement = measurements.find(({ id }) => id === measurementId)
  const association = all.find(({ id }) => id === owner.association_id)
  if (!measurement || !association) return undefined
  const before = measurements
    .filter(one => one.respondents === measurement.respondents && one.period < measurement.period)
    .at(-1)
  const waves = before ? [before, measurement] : [measurement]
  const counted = await countedParts(
    db,
    waves.map(({ id }) => id),
  )
  const measures = await knownMeasures(db, [...new Set(counted.map(({ measureId }) => measureId))])
  const asked = measures.flatMap(measure => {
    const indicator = known.find(({ id }) => id === measure.indicatorId)
    const parts = partsOf(counted, measurement.id, measure.id)
    if (!indicator || parts.length === 0) return []
    // The same question last time, or the one that it goes on from by somebody's decision.
    const points = waves.flatMap(wave =>
      measures
        .filter(one => one.key === measure.key && (wave === before || one === measure))
        .flatMap(one => {
          const own = partsOf(counted, wave.id, one.id)
          return own.length > 0 ? [pointOf(wave, one, totalOf(own))] : []
        }),
    )
    const course = courseOf(points, id => measures.find(one => one.id === id)?.continues ?? null)
    const byUnit = new Map(parts.map(({ initiativeId, statistic }) => [initiativeId, statistic]))
    return [{ indicator, measure, course, parts: sharesOf(byUnit, measure.hasNumbers).parts }]
  })
  const changes = latestChanges(asked.map(({ course }) => course))
  return {
    association,
    measurement,
    response: responseOf(measurement.answered, measurement.expected),
    measures: asked
      .flatMap(({ indicator, measure, course, parts }, place) => {
        const point = course.at(-1)
        return point ? [{ indicator, measure, point, change: changes[place] ?? first, parts }] : []
      })
      .toSorted((a, b) => a.indicator.number - b.indicator.number),
    initiatives: initiatives.filter(({ id }) => asked.some(({ parts }) => parts.has(id))),
  }
}

const first: Change = { kind: 'first' }

/** The released measurements of an association, the latest first. */
export const listedWaves = (db: Reader, associationId: string) =>
  db
    .selectFrom('indicators.measurement')
    .select(['id', 'period', 'respondents', 'source'])
    .where('association_id', '=', associationId)
    .where('released', '=', true)
    .orderBy('period', 'desc')
    .orderBy(sql`respondents`)
    .execute()
