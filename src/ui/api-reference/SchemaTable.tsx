import { useTexts } from '../../platform/i18n/language.ts'
import { Table } from '../Table.tsx'
import type { ApiDocument, Schema } from './document.ts'
import { messages } from './messages.ts'
import { type SchemaRow, schemaRows } from './schema.ts'

/** The values of a schema, one a row. */
export const SchemaTable = ({
  document,
  schema,
  caption,
}: {
  document: ApiDocument
  schema: Schema
  caption: string
}) => {
  const t = useTexts(messages)
  const rows = schemaRows(document, schema)
  const isDescribed = rows.some(row => row.description)
  const isLimited = rows.some(row => row.limits)
  return (
    <Table<SchemaRow>
      caption={caption}
      captionHidden
      onPhone="stack"
      rows={rows}
      rowKey={row => row.name}
      columns={[
        {
          key: 'name',
          label: t.columns.name,
          rowHeader: true,
          cell: row => (row.name ? <code>{row.name}</code> : t.wholeValue),
        },
        { key: 'type', label: t.columns.type, cell: row => <code>{row.type}</code> },
        ...(isLimited ? [{ key: 'limits', label: t.columns.limits, cell: limits }] : []),
        {
          key: 'required',
          label: t.columns.required,
          cell: (row: SchemaRow) => (row.isRequired ? t.yes : t.no),
        },
        ...(isDescribed ? [{ key: 'description', label: t.columns.description, cell: description }] : []),
      ]}
    />
  )
}

const limits = (row: SchemaRow) => row.limits && <code>{row.limits}</code>
const description = (row: SchemaRow) => row.description && <span lang="en">{row.description}</span>
