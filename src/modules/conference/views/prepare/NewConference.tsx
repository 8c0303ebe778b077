import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { useTexts } from '../../../../platform/i18n/language.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Checkboxes } from '../../../../ui/Checkboxes.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { conferenceMessages } from '../../messages/conferences.ts'
import { ConferenceFields } from './ConferenceFields.tsx'

export interface NewConferenceModel {
  /** The associations that the actor works for. */
  readonly associations: readonly { readonly id: string; readonly name: string }[]
  readonly entered: Entered
  readonly errors: FieldErrors
}

export const NewConference = ({ associations, entered, errors }: NewConferenceModel) => {
  const t = useTexts(conferenceMessages)
  const chosen = entered.associations ?? associations.map(one => one.id)
  return (
    <Page title={t.begin.title} hasErrors={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <PageHeading lead={t.begin.lead}>{t.begin.title}</PageHeading>
      <Form action="/conferences/new">
        <ConferenceFields entered={entered} errors={errors} />
        <Checkboxes
          name="associations"
          label={t.field.association}
          options={associations.map(one => ({ value: one.id, label: one.name }))}
          values={typeof chosen === 'string' ? [chosen] : chosen}
          {...(errors.associations && { error: errors.associations })}
        />
        <ButtonRow>
          <Button>{t.begin.save}</Button>
        </ButtonRow>
      </Form>
    </Page>
  )
}
