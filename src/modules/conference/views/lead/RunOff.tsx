import { useTexts } from '../../../../platform/i18n/language.ts'
import { Confirm } from '../../../../ui/Confirm.tsx'
import { lead } from '../../messages/lead.ts'
import type { CurrentRound } from '../../rules/lead-model.ts'
import { OpenTurnout } from './OpenTurnout.tsx'

/** A vote on the items that tied, and on nothing else. */
export const RunOff = ({
  action,
  round,
}: {
  action: string
  round: Extract<CurrentRound, { state: 'run-off' }>
}) => {
  const t = useTexts(lead)
  const { entitled, voted } = round.turnout
  return (
    <>
      <p>{t.runOff.lead[round.cut](round.tied.length, round.seats)}</p>
      <ul>
        {round.tied.map(({ item, label }) => (
          <li key={item}>{label}</li>
        ))}
      </ul>
      <OpenTurnout {...round.turnout} />
      <Confirm id="close" action={`${action}/close-run-off`} label={t.runOff.close}>
        <p>{t.running.closeAsks(entitled - voted)}</p>
      </Confirm>
    </>
  )
}
