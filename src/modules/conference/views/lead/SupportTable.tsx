import { formatNumber } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Table } from '../../../../ui/Table.tsx'
import { lead } from '../../messages/lead.ts'
import type { SupportedItem } from '../../rules/lead-model.ts'

/** Items with what was said for each. */
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
