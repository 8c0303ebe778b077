import { useTexts } from '../../../../platform/i18n/language.ts'
import { Confirm } from '../../../../ui/Confirm.tsx'
import { Details } from '../../../../ui/Details.tsx'
import { lead } from '../../messages/lead.ts'
import type { CurrentRound } from '../../rules/lead-model.ts'
import { OpenTurnout } from './OpenTurnout.tsx'
import { TimeLeft } from './TimeLeft.tsx'

/** While the vote goes on: how many, how long, and how it closes. Never who. */
export const OpenRound = ({
  action,
  round,
  now,
}: {
  action: string
  round: Extract<CurrentRound, { state: 'open' }>
  now: (() => number) | undefined
}) => {
  const t = useTexts(lead).running
  const { entitled, voted } = round.turnout
  return (
    <>
      <OpenTurnout {...round.turnout} />
      <p>{round.closesAt ? <TimeLeft closesAt={round.closesAt} now={now} /> : t.noTime}</p>
      <Confirm id="close" action={`${action}/close`} label={t.close}>
        <p>{t.closeAsks(entitled - voted)}</p>
      </Confirm>
      <Details summary={t.lost}>
        <p>
          <a href={`${action}/reissue`}>{t.reissue}</a>
        </p>
      </Details>
    </>
  )
}
