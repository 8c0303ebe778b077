import { useTexts } from '../../../../platform/i18n/language.ts'
import { Breadcrumb } from '../../../../ui/Breadcrumb.tsx'
import { Confirm } from '../../../../ui/Confirm.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import type { AssociationRef } from '../../../organisations/index.ts'
import { sharingMessages } from '../../messages/sharing.ts'
import type { Participation } from '../../queries/compared.ts'

const ways = ['compares', 'publishes'] as const

/** Who else may see an association's results; each way is begun and ended with a question. */
export const Sharing = ({
  association,
  participation,
  mayDecide,
}: {
  association: AssociationRef
  participation: Participation
  mayDecide: boolean
}) => {
  const t = useTexts(sharingMessages)
  return (
    <Page title={t.title}>
      <Breadcrumb links={[{ href: `/indicators?association=${association.slug}`, label: t.back }]} />
      <PageHeading above={association.name} lead={t.lead}>
        {t.title}
      </PageHeading>
      {!mayDecide && <p>{t.onlyRead}</p>}
      {ways.map(sharing => {
        const words = t[sharing]
        const isOn = participation[sharing]
        return (
          <Section key={sharing} heading={words.heading} lead={words.about}>
            <p>
              <Tag tone={isOn ? 'active' : 'neutral'}>{isOn ? t.isOn : t.isOff}</Tag>
            </p>
            {mayDecide && (
              <Confirm
                action="/indicators/sharing"
                label={isOn ? words.stop : words.start}
                variant="secondary"
                hidden={{ association: association.slug, sharing, on: isOn ? 'no' : 'yes' }}
              >
                {isOn ? words.stopAsk(association.name) : words.startAsk(association.name)}
              </Confirm>
            )}
          </Section>
        )
      })}
    </Page>
  )
}
