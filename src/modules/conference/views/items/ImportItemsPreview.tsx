import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { itemMessages } from '../../messages/items.ts'
import { itemName, wordFor } from '../../messages/words.ts'
import type { ItemText } from '../../rules/items/lineage.ts'
import { PreparePage } from '../prepare/PreparePage.tsx'

export interface ImportItemsPreviewModel {
  readonly conference: { readonly id: string; readonly name: string }
  readonly items: readonly (ItemText & { readonly number: number })[]
  /** Headings in the file that are not read. */
  readonly ignored: readonly string[]
  readonly before: number
  readonly mode: 'add' | 'replace'
  /** The file itself, as base64: what is confirmed is what was looked at. */
  readonly kept: string
  readonly name: string
}

export const ImportItemsPreview = (model: ImportItemsPreviewModel) => {
  const { conference, items, ignored, before, mode, kept, name } = model
  const t = useTexts(itemMessages)
  const p = t.importing.preview
  const language = useLanguage()
  const path = `/conferences/${conference.id}/items/import`
  const byKind = [...Map.groupBy(items, item => item.kind)].map(([kind, of]) => ({
    kind,
    count: of.length,
    worded: of.filter(item => item.wordingSv !== '').length,
  }))
  const sum = (of: 'count' | 'worded') => byKind.reduce((total, row) => total + row[of], 0)
  return (
    <PreparePage conference={conference} part="items" title={p.title} isBelow mayLead>
      <PageHeading lead={p.lead}>{p.title}</PageHeading>
      <Table
        caption={p.caption}
        rows={byKind}
        rowKey={row => row.kind}
        columns={[
          { key: 'kind', label: p.kind, rowHeader: true, cell: row => wordFor(language, 'kind', row.kind) },
          { key: 'count', label: p.count, numeric: true, cell: row => row.count },
          { key: 'worded', label: p.worded, numeric: true, cell: row => row.worded },
        ]}
        total={{ kind: p.total, count: sum('count'), worded: sum('worded') }}
      />
      {ignored.length > 0 && <p>{p.ignored(ignored.join(', '))}</p>}
      {before > 0 && <p>{mode === 'replace' ? p.willReplace(before) : p.willAdd(before)}</p>}
      <Form action={path} hidden={{ kept, name, mode, confirmed: 'yes' }}>
        <ButtonRow>
          <Button>{p.confirm(items.length)}</Button>
          <LinkButton href={path} variant="quiet">
            {p.back}
          </LinkButton>
        </ButtonRow>
      </Form>
      <Section heading={p.first}>
        <Table
          caption={p.first}
          captionHidden
          onPhone="stack"
          rows={items.slice(0, 10)}
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
            {
              key: 'perspective',
              label: t.column.perspective,
              cell: item => wordFor(language, 'perspective', item.perspective),
            },
          ]}
        />
      </Section>
    </PreparePage>
  )
}
