import { useTexts } from '../../../../platform/i18n/language.ts'
import { ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { takePart } from '../../messages/take-part.ts'

export interface VoteRefusedModel {
  readonly refusal: string
  /** A filled-in ballot was refused, and not only the wish for one. */
  readonly handedIn?: boolean
  readonly about?: 'vote' | 'evaluation'
}

export const VoteRefused = ({ refusal, handedIn, about = 'vote' }: VoteRefusedModel) => {
  const all = useTexts(takePart)
  const t = all.vote
  const said = about === 'vote' ? t : all.evaluation
  const known: Readonly<Record<string, { title: string; text: string }>> = said.refused
  const words =
    handedIn && refusal === 'box-closed' ? said.closed : (known[refusal] ?? said.refused['right-not-valid'])
  return (
    <Page title={words.title}>
      <PageHeading lead={words.text}>{words.title}</PageHeading>
      <ButtonRow>
        {about === 'vote' ? (
          <LinkButton href="/take-part/vote">{t.goToVote}</LinkButton>
        ) : (
          <LinkButton href="/take-part/evaluation">{t.goToEvaluation}</LinkButton>
        )}
        <LinkButton href="/take-part" variant="quiet">
          {t.received.back}
        </LinkButton>
      </ButtonRow>
    </Page>
  )
}
