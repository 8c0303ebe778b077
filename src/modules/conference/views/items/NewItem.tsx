import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { useTexts } from '../../../../platform/i18n/language.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import type { ItemsRefusal } from '../../commands/items.ts'
import { itemMessages } from '../../messages/items.ts'
import { PreparePage } from '../prepare/PreparePage.tsx'
import { ItemFields } from './ItemFields.tsx'

export interface NewItemModel {
  readonly conference: { readonly id: string; readonly name: string }
  readonly entered: Entered
  readonly errors: FieldErrors
  readonly refusal?: ItemsRefusal
}

export const NewItem = ({ conference, entered, errors, refusal }: NewItemModel) => {
  const t = useTexts(itemMessages)
  return (
    <PreparePage
      conference={conference}
      part="items"
      title={t.new.title}
      isBelow
      mayLead
      hasErrors={Object.keys(errors).length > 0 || refusal !== undefined}
    >
      <ErrorSummary errors={errors}>{refusal && <p>{t.refusal[refusal]}</p>}</ErrorSummary>
      <PageHeading lead={t.new.lead}>{t.new.title}</PageHeading>
      <Form action={`/conferences/${conference.id}/items/new`}>
        <ItemFields entered={entered} errors={errors} />
        <ButtonRow>
          <Button>{t.new.save}</Button>
        </ButtonRow>
      </Form>
    </PreparePage>
  )
}
