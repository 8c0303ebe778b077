import { formatNumber, formatPercent } from '../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../platform/i18n/language.ts'
import { messages } from '../messages.ts'

/** From 0 to 1, `low` ≤ `high`. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** A share 0-1 of `n` answers, and where the true share lies with 95 % confidence. */
export interface ShownShare extends Interval {
  readonly suppressed?: false
  readonly share: number
  readonly n: number
}

/** What stands instead of a figure that would tell who answered. It is said in words, never 0 or blank. */
export interface Suppressed {
  readonly suppressed: true
}

export type ShareFigure = ShownShare | Suppressed

/** What a table has where there is nothing to say. */
export const nothing = '–'

/** Shares and counts as they are written in charts and their tables. */
export function useShareWords() {
  const language = useLanguage()
  const t = useTexts(messages)
  const percent = (share: number) => formatPercent(language, share)
  const count = (value: number) => formatNumber(language, value)
  return {
    percent,
    count,
    /** `55–79 %` */
    range: ({ low, high }: Interval) => `${count(low * 100)}–${percent(high)}`,
    /** A cell that only a shown figure has something for. */
    shown: (figure: ShareFigure, say: (shown: ShownShare) => string) =>
      figure.suppressed ? nothing : say(figure),
    /** The share, or that it is not shown. */
    share: (figure: Suppressed | Pick<ShownShare, 'suppressed' | 'share'>) =>
      figure.suppressed ? t.chart.tooFew : percent(figure.share),
  }
}
