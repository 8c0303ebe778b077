import { formatNumber, formatPercent } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Breadcrumb } from '../../../../ui/Breadcrumb.tsx'
import { LinkButton } from '../../../../ui/Button.tsx'
import { SeriesChart } from '../../../../ui/charts/SeriesChart.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import type { AssociationRef } from '../../../organisations/index.ts'
import { indicatorMessages } from '../../messages/indicator.ts'
import { wordSeries } from '../../messages/series.ts'
import { periodName, rangeOf } from '../../messages/words.ts'
import type { IndicatorResult } from '../../queries/indicator.ts'
import { ChangeWords } from '../figures/ChangeWords.tsx'
import { ByGroup } from './ByGroup.tsx'
import { ByInitiative } from './ByInitiative.tsx'
import { ChooseShown } from './ChooseShown.tsx'
import { Funnel } from './Funnel.tsx'
import { Spread } from './Spread.tsx'
import { Why } from './Why.tsx'

export interface IndicatorProps {
  readonly result: IndicatorResult
  readonly association: AssociationRef
}

/** All about one indicator in one association. */
export const Indicator = ({ result, association }: IndicatorProps) => {
  const t = useTexts(indicatorMessages)
  const language = useLanguage()
  const { indicator, shown } = result
  const title = `${indicator.number}. ${indicator.label[language]}`
  const board = `/indicators?association=${association.slug}`
  const way = <Breadcrumb links={[{ href: board, label: t.back }]} />
  if (!shown)
    return (
      <Page title={title} width="wide">
        {way}
        <PageHeading above={t.above(association.name)}>{title}</PageHeading>
        <EmptyState
          heading={t.none.heading}
          level={2}
          action={<LinkButton href={board}>{t.none.back}</LinkButton>}
        >
          {t.none.text}
        </EmptyState>
      </Page>
    )
  const { figure, period } = shown.point
  const when = periodName(language, period)
  const current = result.groups.find(({ group }) => group === shown.group)
  return (
    <Page title={title} width="wide">
      {way}
      <PageHeading
        above={t.above(association.name)}
        lead={
          figure.suppressed
            ? t.leadTooFew(when)
            : t.lead(
                formatPercent(language, figure.share),
                rangeOf(language, figure),
                formatNumber(language, figure.n),
                when,
              )
        }
      >
        {title}
      </PageHeading>
      <ChooseShown result={result} association={association} />
      {current && (
        <>
          <SeriesChart
            title={t.overTime.title}
            description={t.overTime.description}
            level={2}
            series={wordSeries(current.course, language, 'with-limits')}
          />
          <p>
            {t.overTime.change} <ChangeWords change={current.change} />
          </p>
        </>
      )}
      {result.groups.length > 1 && <ByGroup groups={result.groups} />}
      {shown.initiatives.length > 1 && <ByInitiative shown={shown} />}
      <Funnel shown={shown} association={association} />
      <Spread shown={shown} />
      <Why indicator={indicator} shown={shown} association={association} />
    </Page>
  )
}
