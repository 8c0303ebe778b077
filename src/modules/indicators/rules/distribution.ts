import type { MeasureOption, Wording } from './catalogue.ts'
import type { Statistic } from './statistic.ts'
import { fewestShown, type Suppressed } from './suppression.ts'

/** How answers are spread over what could be answered. All counts are 0 or at least five, but for the two of a share. */
export type Distribution =
  | Suppressed
  | {
      readonly suppressed: false
      /** The question's own options; null where only favourable and other answers may be told apart, in that order. */
      readonly options: readonly { readonly label: Wording; readonly favourable: boolean }[] | null
      readonly counts: readonly number[]
    }

/**
 * The distribution of a whole association's answers, never of its parts. An option that one to four have chosen would
 * point at them, so then only what the share says already is told: favourable and other answers.
 */
export function distributionOf(statistic: Statistic, options: readonly MeasureOption[]): Distribution {
  const { n, favourable, counts } = statistic
  if (n < fewestShown) return { suppressed: true }
  const chosen = options.map((_, place) => counts[place] ?? 0)
  const oneEach = options.length > 0 && chosen.reduce((sum, count) => sum + count, 0) === n
  if (oneEach && chosen.every(count => count === 0 || count >= fewestShown))
    return {
      suppressed: false,
      options: options.map(({ label, favourable: isFavourable }) => ({ label, favourable: isFavourable })),
      counts: chosen,
    }
  return { suppressed: false, options: null, counts: [favourable, n - favourable] }
}
