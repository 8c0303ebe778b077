import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Table } from '../../../../ui/Table.tsx'
import { expertMessages } from '../../messages/experts.ts'
import { wordFor } from '../../messages/words.ts'
import type { Balance } from '../../rules/experts/balance.ts'

/** Experts by association and role: what is missing shows as 0. */
export const BalanceTable = ({ balance, caption }: { balance: Balance; caption: string }) => {
  const t = useTexts(expertMessages)
  const language = useLanguage()
  const { associations, roles, counts } = balance
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
  const ofRole = (at: number) => sum(counts.map(row => row[at] ?? 0))
  return (
    <Table
      caption={caption}
      rows={associations.map((association, at) => ({ association, counts: counts[at] ?? [] }))}
      rowKey={row => row.association}
      columns={[
        { key: 'association', label: t.column.association, rowHeader: true, cell: row => row.association },
        ...roles.map((role, at) => ({
          key: `role-${at}`,
          label: wordFor(language, 'role', role),
          numeric: true,
          cell: (row: { counts: readonly number[] }) => row.counts[at] ?? 0,
        })),
        { key: 'total', label: t.balance.total, numeric: true, cell: row => sum(row.counts) },
      ]}
      total={{
        association: t.balance.total,
        ...Object.fromEntries(roles.map((_, at) => [`role-${at}`, ofRole(at)])),
        total: sum(roles.map((_, at) => ofRole(at))),
      }}
    />
  )
}
