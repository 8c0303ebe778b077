import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { DescriptionList } from '../../../../ui/DescriptionList.tsx'
import { Section } from '../../../../ui/Section.tsx'
import type { AssociationRef } from '../../../organisations/index.ts'
import { boardMessages } from '../../messages/board.ts'
import type { BoardIndicator } from '../../queries/board.ts'
import { addressOf } from '../../rules/address.ts'

/** First on the page: what is better, what is worse, and what cannot be said. */
export const Summary = ({
  indicators,
  association,
}: {
  indicators: readonly BoardIndicator[]
  association: AssociationRef
}) => {
  const t = useTexts(boardMessages).summary
  const kind = (wanted: BoardIndicator['change']['kind']) =>
    indicators.filter(({ change, course }) => course.length > 0 && change.kind === wanted).length
  const news = (wanted: 'better' | 'worse' | 'none') =>
    indicators.filter(({ change }) => change.kind === 'change' && change.judged.news === wanted)
  const cannot = [
    kind('suppressed') > 0 && t.tooFew(kind('suppressed')),
    kind('new-series') > 0 && t.newSeries(kind('new-series')),
    kind('first') > 0 && t.first(kind('first')),
    indicators.some(({ course }) => course.length === 0) &&
      t.notMeasured(indicators.filter(({ course }) => course.length === 0).length),
  ].filter(sentence => sentence !== false)
  return (
    <Section heading={t.heading}>
      <DescriptionList
        items={[
          { term: t.better, description: <Named indicators={news('better')} association={association} /> },
          { term: t.worse, description: <Named indicators={news('worse')} association={association} /> },
          { term: t.unchangedTerm, description: t.unchanged(news('none').length) },
          { term: t.cannot, description: cannot.length > 0 ? cannot.join(' ') : t.everythingSaid },
        ]}
      />
    </Section>
  )
}

const Named = ({
  indicators,
  association,
}: {
  indicators: readonly BoardIndicator[]
  association: AssociationRef
}) => {
  const t = useTexts(boardMessages).summary
  const language = useLanguage()
  if (indicators.length === 0) return <>{t.nothing}</>
  return (
    <ul>
      {indicators.map(indicator => (
        <li key={indicator.id}>
          <a href={addressOf(association, indicator)}>{indicator.label[language]}</a>
        </li>
      ))}
    </ul>
  )
}
