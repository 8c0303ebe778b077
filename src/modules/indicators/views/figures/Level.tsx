import { formatNumber, formatPercent } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { boardMessages } from '../../messages/board.ts'
import { rangeOf } from '../../messages/words.ts'
import type { Figure } from '../../rules/figure.ts'

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
