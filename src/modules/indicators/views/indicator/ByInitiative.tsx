import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { IntervalDots } from '../../../../ui/charts/IntervalDots.tsx'
import { indicatorMessages } from '../../messages/indicator.ts'
import { periodName } from '../../messages/words.ts'
import type { Shown } from '../../queries/indicator.ts'

/** The initiatives beside each other, with the whole association as the line through them. */
export const ByInitiative = ({ shown: { initiatives, point } }: { shown: Shown }) => {
  const t = useTexts(indicatorMessages).byInitiative
  const language = useLanguage()
  return (
    <IntervalDots
      title={t.heading}
      description={t.description(periodName(language, point.period))}
      level={2}
      what={t.what}
      units={initiatives.map(({ name, figure }) => ({ label: name ?? t.rest, figure }))}
      {...(!point.figure.suppressed && { reference: { share: point.figure.share, label: t.all } })}
    />
  )
}
