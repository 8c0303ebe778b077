import { useTexts } from '../../../../platform/i18n/language.ts'
import { ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { takePart } from '../../messages/take-part.ts'

export interface WrongInvitationModel {
  readonly tooMany: boolean
  /** This browser has opened an invitation before. */
  readonly isInside: boolean
}

export const WrongInvitation = ({ tooMany, isInside }: WrongInvitationModel) => {
  const t = useTexts(takePart).invitation
  const words = tooMany ? t.tooMany : t.wrong
  return (
    <Page title={words.title}>
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      {!tooMany && !isInside && <p>{t.wrong.opened}</p>}
      {!tooMany && !isInside && <p>{t.wrong.ask}</p>}
      {isInside && (
        <ButtonRow>
          <LinkButton href="/take-part" large>
            {t.wrong.goOn}
          </LinkButton>
        </ButtonRow>
      )}
    </Page>
  )
}
