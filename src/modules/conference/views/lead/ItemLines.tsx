import { useTexts } from '../../../../platform/i18n/language.ts'
import { Details } from '../../../../ui/Details.tsx'
import { lead } from '../../messages/lead.ts'
import type { SupportedItem } from '../../rules/lead-model.ts'
import { SupportTable } from './SupportTable.tsx'

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
