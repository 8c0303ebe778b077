import { useTexts } from '../../platform/i18n/language.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { Message } from '../Message.tsx'
import { Section } from '../Section.tsx'
import { texts } from './texts.ts'

export const Messages = () => {
  const t = useTexts(texts)
  return (
    <Section heading={t.parts.messages} id="messages">
      <Message kind="info">{t.messages.info}</Message>
      <Message kind="success" heading={t.messages.successHeading}>
        {t.messages.success}
      </Message>
      <Message kind="warning" heading={t.messages.warningHeading}>
        {t.messages.warning}
      </Message>
      <Message kind="error" heading={t.messages.errorHeading}>
        {t.messages.error}
      </Message>
      <ErrorSummary errors={{ email: t.form.emailError, rule: t.form.ruleError }} />
      <ErrorSummary>
        <p>{t.messages.refusal}</p>
      </ErrorSummary>
    </Section>
  )
}
