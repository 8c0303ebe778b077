import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Table } from '../../../../ui/Table.tsx'
import type { ItemsRefusal } from '../../commands/items.ts'
import { itemMessages } from '../../messages/items.ts'
import { itemName, wordFor } from '../../messages/words.ts'
import type { LineageItem } from '../../rules/items/lineage.ts'
import { PreparePage } from '../prepare/PreparePage.tsx'
import { ItemFields } from './ItemFields.tsx'

export interface MergeItemsModel {
  readonly conference: { readonly id: string; readonly name: string }
  readonly chosen: readonly LineageItem[]
  readonly entered: Entered
  readonly errors: FieldErrors
  readonly refusal?: ItemsRefusal
}

export const MergeItems = ({ conference, chosen, entered, errors, refusal }: MergeItemsModel) => {
  const t = useTexts(itemMessages)
  const language = useLanguage()
  const kinds = new Set(chosen.map(item => item.kind))
  return (
    <PreparePage
      conference={conference}
      part="items"
      title={t.merging.title}
      isBelow
      mayLead
      hasErrors={Object.keys(errors).length > 0 || refusal !== undefined}
    >
      <ErrorSummary errors={errors}>{refusal && <p>{t.refusal[refusal]}</p>}</ErrorSummary>
      <PageHeading lead={t.merging.lead}>{t.merging.title}</PageHeading>
      <Table
        caption={t.merging.chosen}
        onPhone="stack"
        rows={chosen}
        rowKey={item => item.number}
        columns={[
          { key: 'number', label: t.column.number, numeric: true, cell: item => item.number },
          {
            key: 'wording',
            label: t.column.wording,
            rowHeader: true,
            cell: item => itemName(language, item),
          },
          { key: 'kind', label: t.column.kind, cell: item => wordFor(language, 'kind', item.kind) },
        ]}
      />
      {kinds.size > 1 && <Message kind="warning" heading={t.merging.kindsDiffer} />}
      {chosen.length >= 2 && (
        <Form
          action={`/conferences/${conference.id}/items/merge`}
          hidden={{ items: chosen.map(item => item.number).join(' ') }}
        >
          <ItemFields entered={entered} errors={errors} />
          <ButtonRow>
            <Button>{t.merging.save}</Button>
          </ButtonRow>
        </Form>
      )}
    </PreparePage>
  )
}
