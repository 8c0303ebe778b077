import { formatNumber, formatPercent } from '../../../../platform/i18n/format.ts'
import { type Language, useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { boardMessages } from '../../messages/board.ts'
import type { Figure } from '../../rules/figure.ts'
import type { Interval } from '../../rules/proportion.ts'
import { type Response, rateOf } from '../../rules/response.ts'

/** `55–79 %` */
export const rangeOf = (language: Language, { low, high }: Interval): string =>
  `${formatNumber(language, low * 100)}–${formatPercent(language, high)}`

/** The share with its interval and how many answered; in words where it is not shown or was not measured. */
export const Level = ({ figure }: { figure: Figure | undefined }) => {
  const t = useTexts(boardMessages)
  const language = useLanguage()
  if (!figure) return <>{t.notMeasured}</>
  if (figure.suppressed) return <>{t.tooFew}</>
  return (
    <>
      <div>
        <b>{formatPercent(language, figure.share)}</b> ({rangeOf(language, figure)})
      </div>
      <div>
        <small>{t.table.of(formatNumber(language, figure.n))}</small>
      </div>
    </>
  )
}

/** The response rate of the whole measurement. */
export const Rate = ({ response }: { response: Response | undefined }) => {
  const t = useTexts(boardMessages)
  const language = useLanguage()
  if (!response) return <>–</>
  const rate = rateOf(response)
  return <>{rate === null ? t.unknownRate : formatPercent(language, rate)}</>
}
