import { formatPercent } from '../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../platform/i18n/language.ts'
import { ActionForm } from '../Form.tsx'
import { Section } from '../Section.tsx'
import { type Column, Table } from '../Table.tsx'
import { Tag } from '../Tag.tsx'
import { texts } from './texts.ts'

interface Row {
  readonly item: string
  readonly kind: string
  readonly yes: number
}

const votes = [21, 19, 17, 13, 9]
const voters = 23
const places = ['Norra bygden', 'Kusten', 'Slätten', 'Södra skogsbygdens samordningsförbund']
const rounds = [1, 2, 3, 4, 5, 6, 7, 8]

export const Tables = () => {
  const language = useLanguage()
  const t = useTexts(texts)
  const rows: Row[] = t.table.items.map((item, index) => ({
    item,
    kind: t.table.kinds[index < 3 ? 0 : 1] ?? '',
    yes: votes[index] ?? 0,
  }))
  const columns: Column<Row>[] = [
    {
      key: 'item',
      label: t.table.item,
      rowHeader: true,
      cell: row => row.item,
      sort: { href: '?sort=item#tables' },
    },
    { key: 'kind', label: t.table.kind, cell: row => <Tag tone="active">{row.kind}</Tag> },
    {
      key: 'yes',
      label: t.table.yes,
      numeric: true,
      cell: row => row.yes,
      sort: { href: '?sort=yes#tables', direction: 'descending' },
    },
    {
      key: 'share',
      label: t.table.share,
      numeric: true,
      cell: row => formatPercent(language, row.yes / voters),
    },
  ]
  return (
    <Section heading={t.parts.tables} id="tables">
      <Table
        caption={t.table.caption}
        columns={columns}
        rows={rows}
        rowKey={row => row.item}
        total={{ item: t.table.total, yes: votes.reduce((sum, one) => sum + one, 0) }}
      />
      <Table
        caption={t.table.stacked}
        onPhone="stack"
        columns={[
          ...columns.map(({ sort: _, ...column }) => column),
          {
            key: 'remove',
            label: t.actions.remove,
            labelHidden: true,
            cell: row => (
              <ActionForm action="/ui" label={t.actions.remove} about={row.item} variant="quiet" />
            ),
          },
        ]}
        rows={rows.slice(2, 4)}
        rowKey={row => row.item}
      />
      <Table
        caption={t.table.wide}
        columns={[
          { key: 'place', label: t.form.association, rowHeader: true, cell: (place: string) => place },
          ...rounds.map(round => ({
            key: `${round}`,
            label: t.table.round(round),
            numeric: true,
            cell: (place: string) => (place.length * round * 7) % 100,
          })),
        ]}
        rows={places}
        rowKey={place => place}
      />
      <Table
        caption={t.table.empty}
        columns={columns.map(({ sort: _, ...column }) => column)}
        rows={[]}
        rowKey={row => row.item}
        empty={t.table.emptyText}
      />
    </Section>
  )
}
