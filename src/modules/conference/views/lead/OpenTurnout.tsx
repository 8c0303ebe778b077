import { useTexts } from '../../../../platform/i18n/language.ts'
import { Turnout } from '../../../../ui/charts/Turnout.tsx'
import { VisuallyHidden } from '../../../../ui/VisuallyHidden.tsx'
import { lead } from '../../messages/lead.ts'
import type { OpenTurnout as Counts } from './model.ts'

/** How many have voted and how many have taken a ballot; a screen reader hears it at each quarter. */
export const OpenTurnout = ({ entitled, taken, voted }: Counts) => {
  const t = useTexts(lead).running
  return (
    <>
      <Turnout voted={voted} entitled={entitled} quiet />
      <p>{t.taken(taken, entitled)}</p>
      <TurnoutSaid voted={voted} entitled={entitled} />
    </>
  )
}

export const TurnoutSaid = ({ voted, entitled }: { voted: number; entitled: number }) => {
  const t = useTexts(lead).running
  const quarter = entitled === 0 ? 0 : Math.min(4, Math.floor((4 * voted) / entitled))
  return (
    <div role="status">
      <VisuallyHidden>{t.said[quarter]}</VisuallyHidden>
    </div>
  )
}
