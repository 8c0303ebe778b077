import { formatDate } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { QrCode } from '../../../../ui/QrCode.tsx'
import { Sheet } from '../../../../ui/Sheet.tsx'
import { waveMessages } from '../../messages/waves.ts'
import type { WaveSummary } from '../../queries/waves.ts'
import type { WayIn } from './WaysIn.tsx'

export const Posters = ({ wave, posters }: { wave: WaveSummary; posters: readonly WayIn[] }) => {
  const t = useTexts(waveMessages)
  const language = useLanguage()
  const title = wave.questionnaire[language] ?? Object.values(wave.questionnaire)[0] ?? ''
  return (
    <Page title={t.poster.title}>
      <Sheet screenOnly>
        <PageHeading above={wave.name} lead={t.poster.lead}>
          {t.poster.title}
        </PageHeading>
        <ButtonRow>
          <LinkButton href={`/surveys/${wave.id}/posters.pdf`} download>
            {t.one.poster}
          </LinkButton>
          <LinkButton href={`/surveys/${wave.id}`} variant="secondary">
            {t.poster.back}
          </LinkButton>
        </ButtonRow>
      </Sheet>
      {posters.map(({ unitId, initiative, address, matrix }) => (
        <Sheet key={unitId} heading={title}>
          <p>{initiative ?? wave.association}</p>
          <p>{t.poster.scan}</p>
          <QrCode matrix={matrix} link={address} />
          <p>{t.poster.anonymous}</p>
          <p>
            {t.poster.languages} {t.poster.until(formatDate(language, wave.closesOn))}
          </p>
        </Sheet>
      ))}
    </Page>
  )
}
