import { useTexts } from '../../../../platform/i18n/language.ts'
import { ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { takePart } from '../../messages/take-part.ts'

export interface VoteRefusedModel {
  readonly refusal: string
  /** A filled-in ballot was refused, and not only the wish for one. */
  readonly handedIn?: boolean
}

export const VoteRefused = ({ refusal, handedIn }: VoteRefusedModel) => {
  const t = useTexts(takePart).vote
  const known: Readonly<Record<string, { title: string; text: string }>> = t.refused
  const words =
    handedIn && refusal === 'box-closed' ? t.closed : (known[refusal] ?? t.refused['right-not-valid'])
  return (
    <Page title={words.title}>
      <PageHeading lead={words.text}>{words.title}</PageHeading>
      <ButtonRow>
        <LinkButton href="/take-part/vote">{t.goToVote}</LinkButton>
        <LinkButton href="/take-part" variant="quiet">
          {t.received.back}
        </LinkButton>
      </ButtonRow>
    </Page>
  )
}
