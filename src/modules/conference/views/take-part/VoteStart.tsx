import { formatTime } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Details } from '../../../../ui/Details.tsx'
import { ActionForm } from '../../../../ui/Form.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { ruleSentences } from '../../messages/rule-sentences.ts'
import { takePart } from '../../messages/take-part.ts'
import { takePartNow } from '../../messages/take-part-now.ts'
import { runOffSentences } from '../../messages/ties.ts'
import type { Vote } from '../../queries/vote.ts'
import { ExpertNavigation } from './ExpertNavigation.tsx'

export interface VoteStartModel {
  readonly vote: Vote
  readonly ruleHash: string
  readonly closesAt: string | null
  readonly received: Date | undefined
}

/** Before the ballot: how it is decided, how the vote is kept secret, and one button. */
export const VoteStart = ({ vote, ruleHash, closesAt, received }: VoteStartModel) => {
  const language = useLanguage()
  const t = useTexts(takePart).vote
  const now = useTexts(takePartNow).vote
  const title = vote.runOff ? t.runOff(vote.round) : t.title(vote.round)
  return (
    <Page title={title}>
      <ExpertNavigation current="vote" />
      <PageHeading
        lead={`${closesAt ? `${now.closes(formatTime(language, new Date(closesAt)))} ` : ''}${now.until}`}
      >
        {title}
      </PageHeading>
      {received && (
        <Message kind="success" heading={t.received.title(formatTime(language, received))}>
          {t.received.text}
        </Message>
      )}
      <ActionForm action="/take-part/vote/right" label={t.start} hidden={{ box: vote.boxId }} large />
      <Section heading={t.rule}>
        {vote.runOff ? (
          <>
            <Sentences of={runOffSentences(vote.runOff, language)} />
            <Details summary={t.ruleOf(vote.round)}>
              <Sentences of={ruleSentences(vote.rule, language)} />
              <p>{t.ruleHash(ruleHash.slice(0, 12))}</p>
            </Details>
          </>
        ) : (
          <>
            <Sentences of={ruleSentences(vote.rule, language)} />
            <p>{t.ruleHash(ruleHash.slice(0, 12))}</p>
          </>
        )}
      </Section>
      <Section heading={t.secret.heading}>
        <ol>
          {t.secret.text.map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
        <p>{t.secret.device}</p>
      </Section>
    </Page>
  )
}

const Sentences = ({ of }: { of: readonly string[] }) => (
  <ul>
    {of.map(sentence => (
      <li key={sentence}>{sentence}</li>
    ))}
  </ul>
)
