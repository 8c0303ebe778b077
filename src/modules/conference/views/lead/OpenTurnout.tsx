import { useTexts } from '../../../../platform/i18n/language.ts'
import { Turnout } from '../../../../ui/charts/Turnout.tsx'
import { lead } from '../../messages/lead.ts'
import type { OpenTurnout as Counts } from '../../rules/lead-model.ts'
import { TurnoutSaid } from './TurnoutSaid.tsx'

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
