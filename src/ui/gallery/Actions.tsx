import { useTexts } from '../../platform/i18n/language.ts'
import { Button, ButtonRow, LinkButton } from '../Button.tsx'
import { ActionForm } from '../Form.tsx'
import { Section } from '../Section.tsx'
import { texts } from './texts.ts'

export const Actions = () => {
  const t = useTexts(texts)
  const a = t.actions
  return (
    <Section heading={t.parts.actions} id="actions">
      <ButtonRow>
        <Button type="button">{a.primary}</Button>
        <Button type="button" variant="secondary">
          {a.secondary}
        </Button>
        <Button type="button" variant="danger">
          {a.danger}
        </Button>
        <Button type="button" variant="quiet">
          {a.quiet}
        </Button>
      </ButtonRow>
      <ButtonRow>
        <Button type="button" disabled describedBy="disabled-why">
          {a.disabled}
        </Button>
        <span id="disabled-why">{a.disabledWhy}</span>
      </ButtonRow>
      <ButtonRow>
        <Button type="button" large>
          {a.large}
        </Button>
        <LinkButton href="#actions" variant="secondary">
          {a.download}
        </LinkButton>
        <ActionForm action="/ui" label={a.remove} about={a.about} variant="secondary" hidden={{ item: 12 }} />
      </ButtonRow>
      <Button type="button" variant="secondary">
        {a.long}
      </Button>
    </Section>
  )
}
