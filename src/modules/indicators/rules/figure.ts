import { meanOf } from './mean.ts'
import { shareOf, wilson } from './proportion.ts'
import type { Statistic } from './statistic.ts'
import { fewestShown, type Suppressed } from './suppression.ts'

/** What is said of one measure in one unit. Shares are from 0 to 1; `mean` is null where answers are not numbers. */
export type Figure =
  | Suppressed
  | {
      readonly n: number
      readonly favourable: number
      readonly share: number
      /** The 95 % interval of the share. */
      readonly low: number
      readonly high: number
      readonly mean: number | null
      readonly suppressed: false
    }

/** The figure of a statistic, or that there are too few. It sees one unit alone: parts of a total need {@link shownParts} too. */
export function figureOf(statistic: Statistic, hasNumbers: boolean): Figure {
  const { n, favourable } = statistic
  if (n < fewestShown) return { suppressed: true }
  return {
    n,
    favourable,
    share: shareOf(statistic),
    ...wilson(statistic),
    mean: hasNumbers ? meanOf(statistic) : null,
    suppressed: false,
  }
}

/** Where a figure belongs: an association's measurement in a period, whom it asked, and what. */
export type FigureKey = {
  readonly association: string
  readonly wave: string
  readonly group: string
  readonly measure: string
}

/** A unit's statistic as it was counted. */
export type CountedMeasure = FigureKey & { readonly statistic: Statistic; readonly hasNumbers: boolean }

/** A row of a table of figures: its key, and the figure. */
export type FigureRow = FigureKey & Figure

/** All figures, by association, wave, group and measure, each in the order of code points: the same on every machine. */
export const figureRows = (counted: readonly CountedMeasure[]): readonly FigureRow[] =>
  counted
    .map(({ association, wave, group, measure, statistic, hasNumbers }) => ({
      association,
      wave,
      group,
      measure,
      ...figureOf(statistic, hasNumbers),
    }))
    .toSorted(
      (a, b) =>
        byCodePoint(a.association, b.association) ||
        byCodePoint(a.wave, b.wave) ||
        byCodePoint(a.group, b.group) ||
        byCodePoint(a.measure, b.measure),
    )

/** JavaScript's own order is by UTF-16 units, in which signs from the other planes come before U+E000 to U+FFFF. */
function byCodePoint(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  for (let at = 0; at < shorter; at++) {
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)]
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

/** Surrogates, which stand for code points from U+10000, after all other units. */
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)
