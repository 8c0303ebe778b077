import { useTexts } from '../../../platform/i18n/language.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, Cards } from '../../../ui/Card.tsx'
import { ActionForm } from '../../../ui/Form.tsx'
import { type KeyFigure, KeyFigures } from '../../../ui/KeyFigures.tsx'
import { Page } from '../../../ui/Page.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { Section } from '../../../ui/Section.tsx'
import { messages } from '../messages.ts'

/** Something that a newcomer can do at once. A `post` action may log a demo persona in on the way. */
interface TryOut {
  readonly heading: string
  readonly text: string
  readonly action: string
  readonly label: string
  readonly method: 'get' | 'post'
}

/** What a demo offers a newcomer, and what one should know of it. */
export interface TryOuts {
  readonly heading: string
  readonly lead: string
  readonly figures: readonly KeyFigure[]
  readonly choices: readonly TryOut[]
  /** What in the demo is real and what is not. */
  readonly note: string
}

/** What Mellanrum is, in two sentences, and what to try. */
export const Start = ({ tryOuts }: { tryOuts: TryOuts | undefined }) => {
  const t = useTexts(messages).start
  return (
    <Page title={t.title}>
      <PageHeading lead={t.lead} isWelcome>
        {t.question}
      </PageHeading>
      {tryOuts && (
        <Section heading={tryOuts.heading} lead={tryOuts.lead}>
          <Cards>
            {tryOuts.choices.map(tryOut => (
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
          <KeyFigures figures={tryOuts.figures} />
          <p>
            <small>{tryOuts.note}</small>
          </p>
        </Section>
      )}
    </Page>
  )
}
