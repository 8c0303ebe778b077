import { useTexts } from '../../../platform/i18n/language.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, Cards } from '../../../ui/Card.tsx'
import { ActionForm } from '../../../ui/Form.tsx'
import { Page } from '../../../ui/Page.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { Section } from '../../../ui/Section.tsx'
import { messages } from '../messages.ts'

/** Something that a newcomer can do at once. A `post` action may log a demo persona in on the way. */
export interface TryOut {
  readonly heading: string
  readonly text: string
  readonly action: string
  readonly label: string
  readonly method: 'get' | 'post'
}

/** What Mellanrum is, in two sentences, and what to try. */
export const Start = ({ tryOuts }: { tryOuts: readonly TryOut[] }) => {
  const t = useTexts(messages).start
  return (
    <Page title={t.title}>
      <PageHeading lead={t.lead}>{t.question}</PageHeading>
      {tryOuts.length > 0 && (
        <Section heading={t.tryHeading} lead={t.tryLead}>
          <Cards>
            {tryOuts.map(tryOut => (
              <Card
                key={tryOut.action}
                heading={tryOut.heading}
                footer={
                  tryOut.method === 'post' ? (
                    <ActionForm action={tryOut.action} label={tryOut.label} />
                  ) : (
                    <LinkButton href={tryOut.action}>{tryOut.label}</LinkButton>
                  )
                }
              >
                <p>{tryOut.text}</p>
              </Card>
            ))}
          </Cards>
        </Section>
      )}
    </Page>
  )
}
