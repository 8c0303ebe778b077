import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { IntervalDots } from '../../../../ui/charts/IntervalDots.tsx'
import { indicatorMessages } from '../../messages/indicator.ts'
import { periodLabel, words } from '../../messages/words.ts'
import type { GroupCourse } from '../../queries/indicator.ts'

/** The latest of each group that was asked. */
export const ByGroup = ({ groups }: { groups: readonly GroupCourse[] }) => {
  const t = useTexts(indicatorMessages).byGroup
  const w = useTexts(words)
  const language = useLanguage()
  return (
    <IntervalDots
      title={t.heading}
      description={t.description}
      level={2}
      what={t.what}
      units={groups.flatMap(({ group, course }) => {
        const last = course.at(-1)
        return last
          ? [{ label: `${w.group[group]}, ${periodLabel(language, last.period)}`, figure: last.figure }]
          : []
      })}
    />
  )
}
