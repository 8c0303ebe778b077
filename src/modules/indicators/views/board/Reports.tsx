import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Details } from '../../../../ui/Details.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Sheet } from '../../../../ui/Sheet.tsx'
import type { AssociationRef } from '../../../organisations/index.ts'
import { reportMessages } from '../../messages/report.ts'
import { sharingMessages } from '../../messages/sharing.ts'
import { periodName, words } from '../../messages/words.ts'
import type { RespondentGroup } from '../../rules/measure.ts'

export interface ListedWave {
  readonly id: string
  /** `YYYY-MM` */
  readonly period: string
  readonly respondents: RespondentGroup
}

/** The way to all that each wave measured, the latest period first and open. */
export const Reports = ({
  waves,
  association,
}: {
  waves: readonly ListedWave[]
  association: AssociationRef
}) => {
  const t = useTexts(reportMessages).list
  const s = useTexts(sharingMessages)
  const w = useTexts(words)
  const language = useLanguage()
  const periods = [...new Set(waves.map(({ period }) => period))]
  return (
    <Sheet screenOnly>
      <Section heading={t.heading} lead={t.lead}>
        {periods.map((period, place) => (
          <Details key={period} summary={periodName(language, period)} open={place === 0}>
            <ul>
              {waves
                .filter(wave => wave.period === period)
                .map(({ id, respondents }) => (
                  <li key={id}>
                    <a href={`/indicators/waves/${id}/report`}>{w.group[respondents]}</a>
                  </li>
                ))}
            </ul>
          </Details>
        ))}
        <p>
          <a href={`/indicators/sharing?association=${association.slug}`}>{s.title}</a>
        </p>
      </Section>
    </Sheet>
  )
}
