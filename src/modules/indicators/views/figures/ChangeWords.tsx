import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { ChangeTag } from '../../../../ui/charts/ChangeTag.tsx'
import { boardMessages } from '../../messages/board.ts'
import { periodLabel } from '../../messages/words.ts'
import type { Change } from '../../rules/course.ts'

/** How it is to last time, in words. */
export const ChangeWords = ({ change }: { change: Change }) => {
  const t = useTexts(boardMessages)
  const language = useLanguage()
  if (change.kind === 'first') return <>{t.first}</>
  if (change.kind === 'new-series') return <>{t.newSeries}</>
  if (change.kind === 'suppressed') return <>{t.cannot}</>
  const { verdict, news } = change.judged
  return (
    <>
      <ChangeTag verdict={verdict} news={news} by={change.by} />{' '}
      <span>{t.since(periodLabel(language, change.since))}</span>
    </>
  )
}
