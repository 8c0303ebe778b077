import { useTexts } from '../../../../platform/i18n/language.ts'
import { ActionForm } from '../../../../ui/Form.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { takePart } from '../../messages/take-part.ts'

export interface InvitationModel {
  readonly conference: string
  readonly expert: string
  /** This page's own address: the link is used up by posting to it. */
  readonly action: string
}

/** What a link in an invitation opens. Nothing has happened yet. */
export const Invitation = ({ conference, expert, action }: InvitationModel) => {
  const t = useTexts(takePart).invitation
  return (
    <Page title={conference}>
      <PageHeading above={t.above} lead={t.lead(expert)}>
        {conference}
      </PageHeading>
      <p>{t.once}</p>
      <ActionForm action={action} label={t.open} large />
    </Page>
  )
}
