import { useTexts } from '../../../../platform/i18n/language.ts'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { takePart } from '../../messages/take-part.ts'

/** An expert's page, asked for by somebody who is not one, or not on this phone. */
export const NotInvited = () => {
  const t = useTexts(takePart).notInvited
  return (
    <Page title={t.title}>
      <PageHeading lead={t.lead}>{t.title}</PageHeading>
      <p>{t.ask}</p>
    </Page>
  )
}
