import { useTexts } from '../../../../platform/i18n/language.ts'
import { VisuallyHidden } from '../../../../ui/VisuallyHidden.tsx'
import { lead } from '../../messages/lead.ts'

/** The turnout for a screen reader: said at each quarter, not at each vote. */
export const TurnoutSaid = ({ voted, entitled }: { voted: number; entitled: number }) => {
  const t = useTexts(lead).running
  const quarter = entitled === 0 ? 0 : Math.min(4, Math.floor((4 * voted) / entitled))
  return (
    <div role="status">
      <VisuallyHidden>{t.said[quarter]}</VisuallyHidden>
    </div>
  )
}
