import { formatDate } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { QrCode } from '../../../../ui/QrCode.tsx'
import { Sheet } from '../../../../ui/Sheet.tsx'
import { expertMessages } from '../../messages/experts.ts'

export interface LinkSheetsModel {
  readonly conference: {
    readonly id: string
    readonly name: string
    readonly place: string
    readonly startsOn: string
  }
  readonly sheets: readonly {
    readonly id: string
    readonly name: string
    readonly link: string
    readonly matrix: readonly (readonly boolean[])[]
  }[]
  readonly endsAt: Date
}

export const LinkSheets = ({ conference, sheets, endsAt }: LinkSheetsModel) => {
  const t = useTexts(expertMessages)
  const language = useLanguage()
  const when = [formatDate(language, conference.startsOn), conference.place].filter(Boolean).join(', ')
  return (
    <Page title={t.sheets.title}>
      <Sheet screenOnly>
        <PageHeading lead={t.sheets.lead(sheets.length)}>{t.sheets.title}</PageHeading>
        <p>
          <a href={`/conferences/${conference.id}/experts`}>{t.link.back}</a>
        </p>
      </Sheet>
      {sheets.map(({ id, name, link, matrix }) => (
        <Sheet key={id} heading={name}>
          <p>
            {conference.name}. {when}
          </p>
          <QrCode matrix={matrix} link={link} />
          <p>{t.sheets.how}</p>
          <p>{t.sheets.once}</p>
          <p>{t.link.ends(formatDate(language, endsAt))}</p>
        </Sheet>
      ))}
    </Page>
  )
}
