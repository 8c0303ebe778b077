import { useTexts } from '../../../../platform/i18n/language.ts'
import { ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Card, Cards } from '../../../../ui/Card.tsx'
import { QrCode } from '../../../../ui/QrCode.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { waveMessages } from '../../messages/waves.ts'

export interface WayIn {
  readonly unitId: string
  /** Null: the association as a whole. */
  readonly initiative: string | null
  readonly address: string
  readonly matrix: readonly (readonly boolean[])[]
}

/** The open link of each unit, with its code and its poster. */
export const WaysIn = ({ home, ways }: { home: string; ways: readonly WayIn[] }) => {
  const t = useTexts(waveMessages)
  return (
    <Section id="links" heading={t.one.ways} lead={t.one.waysLead}>
      <ButtonRow>
        <LinkButton href={`${home}/posters`} variant="secondary">
          {t.one.print}
        </LinkButton>
        <LinkButton href={`${home}/posters.pdf`} variant="secondary" download>
          {t.one.poster}
        </LinkButton>
      </ButtonRow>
      <Cards>
        {ways.map(way => (
          <Card key={way.unitId} heading={way.initiative ?? t.whole}>
            <QrCode matrix={way.matrix} link={way.address} />
          </Card>
        ))}
      </Cards>
    </Section>
  )
}
