import { type Figure, figureOf } from './figure.ts'
import { emptyStatistic, merge, type Statistic } from './statistic.ts'
import { shownParts } from './suppression.ts'

/** A total and its parts, as they may be shown together. */
export type Shares<Part> = {
  readonly total: Figure
  readonly parts: ReadonlyMap<Part, Figure>
}

/** The figures of a total and all its parts: none that is hidden can be reckoned from those that are not. */
export function sharesOf<Part>(counted: ReadonlyMap<Part, Statistic>, hasNumbers: boolean): Shares<Part> {
  const shown = shownParts(new Map([...counted].map(([part, { n }]) => [part, n])))
  const total = [...counted.values()].reduce(merge, emptyStatistic(0))
  return {
    total: figureOf(total, hasNumbers),
    parts: new Map(
      [...counted].map(([part, statistic]) => [
        part,
        shown.parts.has(part) ? figureOf(statistic, hasNumbers) : { suppressed: true },
      ]),
    ),
  }
}
