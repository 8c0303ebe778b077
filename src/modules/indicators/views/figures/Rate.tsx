import { formatPercent } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { boardMessages } from '../../messages/board.ts'
import { type Response, rateOf } from '../../rules/response.ts'

/** The response rate of the whole measurement. */
export const Rate = ({ response }: { response: Response | undefined }) => {
  const t = useTexts(boardMessages)
  const language = useLanguage()
  if (!response) return <>–</>
  const rate = rateOf(response)
  return <>{rate === null ? t.unknownRate : formatPercent(language, rate)}</>
}
