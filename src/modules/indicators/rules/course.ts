import { falseDiscoveries } from './false-discovery.ts'
import type { Figure } from './figure.ts'
import { type Difference, newcombe, type Proportion, pOfEquality } from './proportion.ts'
import type { Response } from './response.ts'
import { type Judgement, judge } from './verdict.ts'

/** One measurement of an indicator in one group, as it may be shown. */
export type Point = {
  readonly measurementId: string
  /** `YYYY-MM` */
  readonly period: string
  readonly source: 'survey' | 'imported'
  /** The questionnaire and its version. */
  readonly askedWith: string
  readonly measureId: string
  readonly figure: Figure
  /** How many said that they do not know; null where that is not shown. */
  readonly unknown: number | null
  readonly response: Response
}

/** A point, and whether a new series begins with it: another question, which cannot be compared with the one before. */
export type CoursePoint = Point & { readonly begins: boolean }

/**
 * The points of one indicator in one group, in the order of time.
 * @param continues the measure that a measure goes on from, where somebody has decided so
 */
export function courseOf(
  points: readonly Point[],
  continues: (measureId: string) => string | null,
): readonly CoursePoint[] {
  const inTime = points.toSorted((a, b) => (a.period < b.period ? -1 : 1))
  return inTime.map((point, place) => {
    const before = inTime[place - 1]?.measureId
    const goesOn = before === undefined || before === point.measureId || continues(point.measureId) === before
    return { ...point, begins: !goesOn }
  })
}

/** How the latest measurement is to the one before. `since` is the period of the earlier one. */
export type Change =
  | { readonly kind: 'change'; readonly since: string; readonly by: Difference; readonly judged: Judgement }
  | { readonly kind: 'suppressed'; readonly since: string }
  | { readonly kind: 'new-series'; readonly since: string }
  | { readonly kind: 'first' }

/**
 * The change of each course from its last measurement but one to its last. All that are shown together are judged
 * together, so that of fifteen changes that are chance none is called certain more often than agreed.
 */
export function latestChanges(courses: readonly (readonly CoursePoint[])[]): readonly Change[] {
  const pairs = courses.map(pairOf)
  const found = judgeTogether(pairs.flatMap(pair => (pair.kind === 'pair' ? [pair] : [])))
  let next = 0
  return pairs.map((pair): Change => {
    if (pair.kind !== 'pair') return pair
    const { by, judged } = found[next++] as Compared
    return { kind: 'change', since: pair.since, by, judged }
  })
}

type Compared = { readonly by: Difference; readonly judged: Judgement }

/** How much larger each first share is than its second, judged as one family of comparisons. */
function judgeTogether(
  pairs: readonly { readonly first: Proportion; readonly second: Proportion }[],
): readonly Compared[] {
  const discoveries = falseDiscoveries(pairs.map(({ first, second }) => pOfEquality(first, second)))
  return pairs.map(({ first, second }, place) => {
    const by = newcombe(first, second)
    return { by, judged: judge(by, discoveries[place]?.stands ?? false) }
  })
}

type Pair = {
  readonly kind: 'pair'
  readonly since: string
  readonly first: Proportion
  readonly second: Proportion
}

function pairOf(course: readonly CoursePoint[]): Pair | Exclude<Change, { kind: 'change' }> {
  const [last, before] = [course.at(-1), course.at(-2)]
  if (!last || !before) return { kind: 'first' }
  const since = before.period
  if (last.begins) return { kind: 'new-series', since }
  if (last.figure.suppressed || before.figure.suppressed) return { kind: 'suppressed', since }
  return { kind: 'pair', since, first: last.figure, second: before.figure }
}
