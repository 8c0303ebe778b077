import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Details } from '../../../../ui/Details.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Sheet } from '../../../../ui/Sheet.tsx'
import { boardMessages } from '../../messages/board.ts'
import { periodName, words } from '../../messages/words.ts'
import type { Board as BoardModel } from '../../queries/board.ts'
import { perspectives } from '../../rules/catalogue.ts'
import type { RespondentGroup } from '../../rules/measure.ts'
import { BoardTable } from './BoardTable.tsx'
import { type Choices, Choose } from './Choose.tsx'
import { type ListedWave, Reports } from './Reports.tsx'
import { Summary } from './Summary.tsx'

export interface BoardProps extends Choices {
  readonly board: BoardModel
  /** The latest first. */
  readonly waves: readonly ListedWave[]
  readonly group: RespondentGroup | undefined
}

/** The core indicators of one association on one page: how it is, and whether it gets better. */
export const Board = ({ board, waves, association, own, group }: BoardProps) => {
  const t = useTexts(boardMessages)
  const w = useTexts(words)
  const language = useLanguage()
  const choose = (
    <Sheet screenOnly>
      <Choose association={association} own={own} groups={board.groups} group={group} />
    </Sheet>
  )
  if (board.period === null)
    return (
      <Page title={t.title} width="wide">
        <PageHeading above={association.name}>{t.title}</PageHeading>
        {own.length > 1 && choose}
        <EmptyState heading={t.none.heading} level={2}>
          {t.none.text}
        </EmptyState>
      </Page>
    )
  return (
    <Page title={t.title} width="wide">
      <PageHeading above={association.name} lead={t.lead(periodName(language, board.period))}>
        {t.title}
      </PageHeading>
      <Summary indicators={board.indicators} association={association} />
      {choose}
      {perspectives.map(perspective => {
        const indicators = board.indicators.filter(one => one.perspective === perspective)
        return (
          indicators.length > 0 && (
            <Section key={perspective} heading={w.perspective[perspective]}>
              <BoardTable
                caption={w.perspective[perspective]}
                association={association}
                indicators={indicators}
              />
            </Section>
          )
        )
      })}
      <Reports waves={waves} association={association} />
      <Details summary={t.reading.summary}>
        <p>{t.reading.share}</p>
        <p>{t.reading.interval}</p>
        <p>{t.reading.change}</p>
        <p>{t.reading.few}</p>
      </Details>
    </Page>
  )
}
