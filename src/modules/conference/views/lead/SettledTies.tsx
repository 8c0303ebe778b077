import { useTexts } from '../../../../platform/i18n/language.ts'
import { lead } from '../../messages/lead.ts'
import type { SettledTie } from '../../rules/lead-model.ts'

/** Ties and what was chosen for each. Nothing when there were none. */
export const SettledTies = ({ settled }: { settled: readonly SettledTie[] }) => {
  const t = useTexts(lead)
  if (settled.length === 0) return null
  return (
    <>
      <h3>{t.closed.settled}</h3>
      <ul>
        {settled.map((tie, place) => (
          <li key={place}>
            {tie.tied.map(one => one.label).join('; ')}.{' '}
            <strong>{t.tie.choice[tie.cut][tie.decision]}.</strong>{' '}
            {tie.decision === 'run-off'
              ? tie.runOff && t.closed.settledAs['run-off'](tie.runOff.voted, tie.runOff.entitled)
              : t.tie.explains[tie.cut][tie.decision](tie.tied.length, tie.seats)}
          </li>
        ))}
      </ul>
    </>
  )
}
