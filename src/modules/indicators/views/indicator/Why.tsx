import { formatNumber, formatPercent } from '../../../../platform/i18n/format.ts'
import { type Language, useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { type Description, DescriptionList } from '../../../../ui/DescriptionList.tsx'
import { Section } from '../../../../ui/Section.tsx'
import type { AssociationRef } from '../../../organisations/index.ts'
import { indicatorMessages } from '../../messages/indicator.ts'
import { periodName, words } from '../../messages/words.ts'
import type { Shown } from '../../queries/indicator.ts'
import type { KnownIndicator } from '../../queries/measured.ts'
import { type Response, rateOf } from '../../rules/response.ts'

type Texts = (typeof indicatorMessages)['sv']['why']

/** How the figure came to be: what was asked of whom and when, and each rule that made a share of it. */
export const Why = ({
  indicator,
  shown: { group, point, measure },
  association,
}: {
  indicator: KnownIndicator
  shown: Shown
  association: AssociationRef
}) => {
  const t = useTexts(indicatorMessages).why
  const w = useTexts(words)
  const language = useLanguage()
  const { figure } = point
  const count = (value: number) => formatNumber(language, value)
  const favourable = measure.options
    .filter(option => option.favourable)
    .map(({ label }) => `”${label[language]}”`)
  const items: (Description | false)[] = [
    { term: t.question, description: measure.question[language] },
    { term: t.questionnaire, description: point.askedWith },
    { term: t.wave, description: periodName(language, point.period) },
    { term: t.filter, description: t.filterText(association.name, w.group[group]) },
    { term: t.source, description: point.source === 'imported' ? t.imported : t.survey },
    { term: t.rule, description: favourable.length > 0 ? favourable.join(', ') : t.ruleNumber },
    {
      term: t.n,
      description: figure.suppressed ? t.tooFew : t.nText(count(figure.n), count(figure.favourable)),
    },
    !figure.suppressed && {
      term: t.unknown,
      description: point.unknown === null ? t.unknownHidden : t.unknownText(count(point.unknown)),
    },
    { term: t.response, description: responseText(t, language, point.response) },
    !figure.suppressed &&
      figure.mean !== null && {
        term: t.mean,
        description: t.meanText(formatNumber(language, figure.mean, 2)),
      },
    { term: t.interval, description: t.intervalText },
    { term: t.change, description: t.changeText },
    indicator.item !== null && { term: t.item, description: t.itemText(indicator.item) },
  ]
  return (
    <Section heading={t.heading} id="why">
      <DescriptionList items={items.filter(item => item !== false)} />
    </Section>
  )
}

function responseText(t: Texts, language: Language, response: Response): string {
  if ('suppressed' in response) return t.tooFew
  const { answered, expected } = response
  const rate = rateOf(response)
  return expected === null || rate === null
    ? t.responseUnknown(formatNumber(language, answered))
    : t.responseText(
        formatNumber(language, answered),
        formatNumber(language, expected),
        formatPercent(language, rate),
      )
}
