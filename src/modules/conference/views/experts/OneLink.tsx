import { formatDate } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { QrCode } from '../../../../ui/QrCode.tsx'
import { expertMessages } from '../../messages/experts.ts'
import { PreparePage } from '../prepare/PreparePage.tsx'

export interface OneLinkModel {
  readonly conference: { readonly id: string; readonly name: string }
  readonly name: string
  readonly link: string
  readonly matrix: readonly (readonly boolean[])[]
  readonly endsAt: Date
}

export const OneLink = ({ conference, name, link, matrix, endsAt }: OneLinkModel) => {
  const t = useTexts(expertMessages).link
  const language = useLanguage()
  return (
    <PreparePage conference={conference} part="experts" title={t.title} isBelow mayLead>
      <PageHeading above={t.title} lead={t.lead}>
        {t.to(name)}
      </PageHeading>
      <QrCode matrix={matrix} link={link} />
      <p>{t.ends(formatDate(language, endsAt))}</p>
      <Message kind="warning" heading={t.warning} />
      <ButtonRow>
        <LinkButton href={`/conferences/${conference.id}/experts`}>{t.back}</LinkButton>
        <LinkButton href={link} variant="secondary">
          {t.open}
        </LinkButton>
      </ButtonRow>
      <p>{t.openHint}</p>
    </PreparePage>
  )
}
