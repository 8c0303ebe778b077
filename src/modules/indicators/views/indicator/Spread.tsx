import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { DistributionBars } from '../../../../ui/charts/DistributionBars.tsx'
import { indicatorMessages } from '../../messages/indicator.ts'
import { periodLabel } from '../../messages/words.ts'
import type { Shown } from '../../queries/indicator.ts'

/** How the answers are spread in each wave that asked the same question. */
export const Spread = ({ shown: { distributions } }: { shown: Shown }) => {
  const t = useTexts(indicatorMessages).distribution
  const language = useLanguage()
  // One legend for all rows: the options only where every wave may show them.
  const all = distributions.flatMap(({ distribution }) => (distribution.suppressed ? [] : [distribution]))
  const options = all.every(one => one.options !== null) ? all[0]?.options : null
  const twoParts = (counts: readonly number[], own: (typeof all)[number]['options']) => {
    const favourable = own
      ? counts.filter((_, place) => own[place]?.favourable).reduce((sum, count) => sum + count, 0)
      : (counts[0] ?? 0)
    return [favourable, counts.reduce((sum, count) => sum + count, 0) - favourable]
  }
  return (
    <DistributionBars
      title={t.heading}
      description={t.description}
      level={2}
      what={t.what}
      options={
        options
          ? options.map(({ label, favourable }) => ({ label: label[language], isFavourable: favourable }))
          : [
              { label: t.favourable, isFavourable: true },
              { label: t.other, isFavourable: false },
            ]
      }
      rows={distributions.map(({ period, distribution }) => ({
        label: periodLabel(language, period),
        answers: distribution.suppressed
          ? distribution
          : { counts: options ? distribution.counts : twoParts(distribution.counts, distribution.options) },
      }))}
    />
  )
}
