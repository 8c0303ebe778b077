import { formatDate } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { QrCode } from '../../../../ui/QrCode.tsx'
import { CutOut, CutOuts, Sheet } from '../../../../ui/Sheet.tsx'
import { codeMessages } from '../../messages/codes.ts'
import type { WaveSummary } from '../../queries/waves.ts'

export interface CodeSheetsModel {
  readonly wave: WaveSummary
  readonly codes: readonly {
    /** The code in groups, as it is read. */
    readonly code: string
    readonly initiative: string | null
    /** Where the code is typed, without the code in it. */
    readonly shown: string
    readonly matrix: readonly (readonly boolean[])[]
    readonly address: string
  }[]
}

/** Codes to cut out, shown this once. */
export const CodeSheets = ({ wave, codes }: CodeSheetsModel) => {
  const t = useTexts(codeMessages)
  const language = useLanguage()
  const title = wave.questionnaire[language] ?? Object.values(wave.questionnaire)[0] ?? ''
  return (
    <Page title={t.sheets.title}>
      <Sheet screenOnly>
        <PageHeading above={wave.name} lead={t.sheets.lead(codes.length)}>
          {t.sheets.title}
        </PageHeading>
        <p>
          <a href={`/surveys/${wave.id}/codes`}>{t.title}</a>
        </p>
      </Sheet>
      <CutOuts>
        {codes.map(({ code, initiative, shown, matrix, address }) => (
          <CutOut key={code} heading={title}>
            <p>{initiative ?? wave.association}</p>
            <QrCode matrix={matrix} link={address} label={t.sheets.qr} linkHidden />
            <p>{t.sheets.scan}</p>
            <p>
              <b>{shown}</b>
            </p>
            <p>
              {t.sheets.code}: <b>{code}</b>
            </p>
            <p>{t.sheets.once(formatDate(language, wave.closesOn))}</p>
          </CutOut>
        ))}
      </CutOuts>
    </Page>
  )
}
