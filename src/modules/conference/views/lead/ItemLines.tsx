import { formatNumber } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Details } from '../../../../ui/Details.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { lead } from '../../messages/lead.ts'
import type { SupportedItem } from './model.ts'

/** Items with their votes, most support first, behind their number. */
export const ItemLines = ({
  outcome,
  items,
}: {
  outcome: 'accepted' | 'kept' | 'dropped'
  items: readonly SupportedItem[]
}) => {
  const t = useTexts(lead)
  if (items.length === 0) return <p>{t.closed.noneIn[outcome]}</p>
  const which = t.closed.show[outcome](items.length)
  return (
    <Details summary={which}>
      <SupportTable caption={which} items={items} />
    </Details>
  )
}

export const SupportTable = ({ caption, items }: { caption: string; items: readonly SupportedItem[] }) => {
  const language = useLanguage()
  const t = useTexts(lead)
  return (
    <Table
      caption={caption}
      captionHidden
      rows={items}
      rowKey={row => row.item}
      columns={[
        { key: 'item', label: t.tie.item, rowHeader: true, cell: row => row.label },
        {
          key: 'votes',
          label: t.tie.votes,
          numeric: true,
          cell: row =>
            row.median === undefined
              ? t.closed.kOfN(row.yes, row.of)
              : `${t.closed.kOfN(row.yes, row.of)}, ${t.closed.median(formatNumber(language, row.median, Number.isInteger(row.median) ? 0 : 1))}`,
        },
      ]}
    />
  )
}
