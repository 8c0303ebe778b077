import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { LinkButton } from '../../../../ui/Button.tsx'
import { BarChart } from '../../../../ui/charts/BarChart.tsx'
import { Details } from '../../../../ui/Details.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { roundResult } from '../../messages/round-result.ts'
import { ruleSentences } from '../../messages/rule-sentences.ts'
import { tieSentence } from '../../messages/ties.ts'
import type { SettledTie } from '../../rules/lead-model.ts'
import type { VotingRule } from '../../rules/rounds/rule.ts'
import { ExpertNavigation } from './ExpertNavigation.tsx'

export interface ResultBar {
  /** As on the ballot, with its number. */
  readonly label: string
  readonly yes: number
  readonly of: number
}

export interface RoundResultModel {
  readonly round: number
  /** The rule that decided. */
  readonly rule: VotingRule
  readonly voted: number
  readonly entitled: number
  /** Each with most support first. */
  readonly accepted: readonly ResultBar[]
  readonly kept: readonly ResultBar[]
  readonly dropped: readonly ResultBar[]
  /** Shares 0-1 that decide, where the rule has any. */
  readonly limits: { readonly accept: number | undefined; readonly drop: number | undefined }
  /** Why the rule was changed after the vote. */
  readonly deviations: readonly string[]
  readonly ties: readonly SettledTie[]
}

/** A published result: what goes in, what is discussed again, what falls out, each with k of n. */
export const RoundResult = (model: RoundResultModel) => {
  const language = useLanguage()
  const t = useTexts(roundResult)
  const { round, rule, accepted, kept, dropped } = model
  return (
    <Page title={t.title(round)}>
      <ExpertNavigation current={null} />
      <PageHeading lead={t.lead(accepted.length, kept.length, dropped.length)}>{t.title(round)}</PageHeading>
      <p>{t.turnout(model.voted, model.entitled)}</p>
      {model.deviations.map(reason => (
        <Message key={reason} kind="warning" heading={t.deviation}>
          {reason}
        </Message>
      ))}
      {(['accepted', 'kept', 'dropped'] as const).map(name => (
        <Part key={name} name={name} bars={model[name]} rule={rule} limit={limitOf(name, model.limits)} />
      ))}
      {model.ties.length > 0 && (
        <Section heading={t.ties}>
          <ul>
            {model.ties.map((tie, place) => (
              <li key={place}>{tieSentence(tie, language)}</li>
            ))}
          </ul>
        </Section>
      )}
      <Details summary={t.rule}>
        <ul>
          {ruleSentences(rule, language).map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Details>
      <p>
        <LinkButton href="/take-part" variant="secondary">
          {t.back}
        </LinkButton>
      </p>
    </Page>
  )
}

const Part = ({
  name,
  bars,
  rule,
  limit,
}: {
  name: 'accepted' | 'kept' | 'dropped'
  bars: readonly ResultBar[]
  rule: VotingRule
  limit: { readonly share: number; readonly name: 'accept' | 'drop' } | undefined
}) => {
  const t = useTexts(roundResult)
  const measure = rule.ballot === 'rating-1-9' ? 'rated' : rule.ballot === 'yes-no' ? 'yes' : 'chosen'
  if (bars.length === 0)
    return (
      <Section heading={t[name].heading}>
        <p>{t[name].none}</p>
      </Section>
    )
  return (
    <Section heading={`${t[name].heading}: ${bars.length}`}>
      <BarChart
        title={t[name].question}
        description={t.description[measure]}
        bars={bars.map(bar => ({ label: bar.label, count: bar.yes, of: bar.of }))}
        {...(limit && { limit: { share: limit.share, label: t.limit[limit.name] } })}
      />
    </Section>
  )
}

/** The line that the items of a part were on this side or that side of: the nearest one that the rule has. */
function limitOf(part: 'accepted' | 'kept' | 'dropped', { accept, drop }: RoundResultModel['limits']) {
  const toGoIn = accept === undefined ? undefined : ({ share: accept, name: 'accept' } as const)
  const toStay = drop === undefined ? undefined : ({ share: drop, name: 'drop' } as const)
  return part === 'dropped' ? (toStay ?? toGoIn) : (toGoIn ?? toStay)
}
