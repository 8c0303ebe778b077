import { useTexts } from '../../../platform/i18n/language.ts'
import { Card, Cards } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ActionForm } from '../../../ui/Form.tsx'
import { Page } from '../../../ui/Page.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { Section } from '../../../ui/Section.tsx'
import { messages } from '../messages.ts'
import type { Role } from '../rules.ts'

export interface PersonaChoice {
  readonly id: string
  readonly role: Role
  readonly place: string
}

/** Demo login: one card a role. Outside a demo there is nothing to choose. */
export const LogIn = ({ personas, next }: { personas: readonly PersonaChoice[]; next: string }) => {
  const t = useTexts(messages)
  if (personas.length === 0) {
    return (
      <Page title={t.logIn.title}>
        <PageHeading>{t.logIn.title}</PageHeading>
        <EmptyState heading={t.logIn.none} level={2}>
          {t.logIn.noneLead}
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page title={t.logIn.title}>
      <PageHeading lead={t.logIn.lead}>{t.logIn.title}</PageHeading>
      <Section heading={t.logIn.roles}>
        <Cards>
          {personas.map(persona => (
            <Card
              key={persona.id}
              heading={t.roles[persona.role]}
              above={persona.place}
              footer={
                <ActionForm
                  action="/log-in"
                  label={t.logIn.as(t.roles[persona.role].toLowerCase())}
                  about={persona.place}
                  hidden={{ persona: persona.id, next }}
                />
              }
            >
              <p>{t.roleDoes[persona.role]}</p>
            </Card>
          ))}
        </Cards>
      </Section>
    </Page>
  )
}
