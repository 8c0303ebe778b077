import { useTexts } from '../../../../platform/i18n/language.ts'
import { Details } from '../../../../ui/Details.tsx'
import { lead } from '../../messages/lead.ts'
import type { SupportedItem } from '../../rules/lead-model.ts'
import { SupportTable } from './SupportTable.tsx'

/** Items with their votes, most support first, behind their number. That there are none is said when it is sure. */
export const ItemLines = ({
  outcome,
  items,
  isDecided,
}: {
  outcome: 'accepted' | 'kept' | 'dropped'
  items: readonly SupportedItem[]
  isDecided: boolean
}) => {
  const t = useTexts(lead)
  if (items.length === 0) return isDecided ? <p>{t.closed.noneIn[outcome]}</p> : null
  const which = t.closed.show[outcome](items.length)
  return (
    <Details summary={which}>
      <SupportTable caption={which} items={items} />
    </Details>
  )
}
