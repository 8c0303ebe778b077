import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { useTexts } from '../../../../platform/i18n/language.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { ActionForm, Form } from '../../../../ui/Form.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { prepare } from '../../messages/prepare.ts'
import { ConferenceFields } from './ConferenceFields.tsx'
import { PreparePage } from './PreparePage.tsx'

export interface DescriptionModel {
  readonly conference: { readonly id: string; readonly name: string }
  readonly entered: Entered
  readonly errors: FieldErrors
  readonly done?: 'saved' | 'undone' | undefined
}

export const Description = ({ conference, entered, errors, done }: DescriptionModel) => {
  const t = useTexts(prepare).description
  const path = `/conferences/${conference.id}/description`
  return (
    <PreparePage
      conference={conference}
      part="description"
      title={t.title}
      mayLead
      hasErrors={Object.keys(errors).length > 0}
    >
      <ErrorSummary errors={errors} />
      {done === 'saved' && (
        <Message kind="success" heading={t.saved} isAnswer>
          <ActionForm action={`${path}/undo`} label={t.undo} variant="quiet" />
        </Message>
      )}
      {done === 'undone' && <Message kind="success" heading={t.undone} isAnswer />}
      <PageHeading lead={t.lead}>{t.title}</PageHeading>
      <Form action={path}>
        <ConferenceFields entered={entered} errors={errors} />
        <ButtonRow>
          <Button>{t.save}</Button>
        </ButtonRow>
      </Form>
    </PreparePage>
  )
}
