import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { KeyFigures } from '../../../../ui/KeyFigures.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { results } from '../../messages/results.ts'
import { ruleSentences } from '../../messages/rule-sentences.ts'
import type { ResultModel } from '../../rules/results/model.ts'
import type { Sorting } from '../../rules/results/order.ts'
import { RuleText } from '../lead/RuleText.tsx'
import { SettledTies } from '../lead/SettledTies.tsx'
import { SupportTable } from '../lead/SupportTable.tsx'
import { GroupVotes } from './GroupVotes.tsx'
import { ItemTable } from './ItemTable.tsx'
import { ResultFrame } from './ResultFrame.tsx'
import { SupportChart } from './SupportChart.tsx'

export interface ResultPage {
  readonly result: ResultModel
  readonly sorting: Sorting
  readonly isStaff: boolean
  readonly mayLead: boolean
}

/** The whole result of a round: the decision first, then the votes, then the rule they were judged by. */
export const Result = ({ result, sorting, isStaff, mayLead }: ResultPage) => {
  const language = useLanguage()
  const t = useTexts(results)
  const { items, turnout, number, conference, conferenceId, lockedRule, deviations } = result
  const path = `/conferences/${conferenceId}/rounds/${number}`
  const countOf = (outcome: 'accepted' | 'kept' | 'dropped') =>
    items.filter(one => one.outcome === outcome).length
  return (
    <ResultFrame
      conference={{ id: conferenceId, name: conference }}
      number={number}
      title={t.title(number)}
      isStaff={isStaff}
    >
      <PageHeading above={conference} lead={t.lead(turnout.voted, turnout.entitled, items.length)}>
        {t.title(number)}
      </PageHeading>
      {!result.isPublished && (
        <Message kind="warning" heading={t.notPublished}>
          {t.notPublishedLead}
        </Message>
      )}
      {result.waiting > 0 && <Message kind="warning">{t.waiting(result.waiting)}</Message>}
      {deviations.map(({ reason }) => (
        <Message key={reason} kind="warning" heading={t.rule.deviation}>
          {reason}
        </Message>
      ))}
      <KeyFigures
        figures={(['accepted', 'kept', 'dropped'] as const).map(outcome => ({
          figure: countOf(outcome),
          label: t.outcome[outcome],
        }))}
      />
      {result.settled.length > 0 && (
        <Section heading={t.ties}>
          <SettledTies settled={result.settled} />
          {result.runOffs.map(({ turnout: own, items: tied }, place) => (
            <Section
              key={place}
              level={3}
              heading={t.runOff.heading(result.runOffs.length > 1 ? place + 1 : undefined)}
              lead={t.runOff.lead(own.voted, own.entitled)}
            >
              <SupportTable
                caption={t.runOff.caption(result.runOffs.length > 1 ? place + 1 : undefined)}
                items={tied}
              />
            </Section>
          ))}
        </Section>
      )}
      <ButtonRow>
        {mayLead && !result.isPublished && (
          <LinkButton href={`/conferences/${conferenceId}/lead`}>{t.console}</LinkButton>
        )}
        <LinkButton href={`${path}?format=csv`} variant="secondary" download>
          {t.table.csv}
        </LinkButton>
        <LinkButton href={`${path}/what-if`} variant="quiet">
          {t.whatIf}
        </LinkButton>
      </ButtonRow>
      <Section heading={t.table.heading} id="items" lead={t.table.hint}>
        <ItemTable result={result} sorting={sorting} path={path} />
      </Section>
      <SupportChart result={result} />
      <GroupVotes result={result} />
      <Section heading={t.rule.heading}>
        <RuleText rule={ruleSentences(lockedRule.rule, language)} hash={lockedRule.hash} />
      </Section>
      {deviations.map(({ rule, hash }) => (
        <Section key={hash} heading={t.rule.decided}>
          <RuleText rule={ruleSentences(rule, language)} hash={hash} />
        </Section>
      ))}
      <Section heading={t.turnout.heading}>
        <KeyFigures
          figures={[
            { figure: turnout.entitled, label: t.turnout.entitled },
            ...(turnout.taken === null ? [] : [{ figure: turnout.taken, label: t.turnout.taken }]),
            { figure: turnout.voted, label: t.turnout.voted },
          ]}
        />
      </Section>
    </ResultFrame>
  )
}
