import { useTexts } from '../../../../platform/i18n/language.ts'
import { Turnout } from '../../../../ui/charts/Turnout.tsx'
import { ProjectorWords } from '../../../../ui/ProjectorLayout.tsx'
import { projector } from '../../messages/projector.ts'
import type { Turnout as Counts } from '../../rules/lead-model.ts'
import { TimeLeft } from './TimeLeft.tsx'
import { TurnoutSaid } from './TurnoutSaid.tsx'

/** How many have voted, as large as the screen allows, and the time that is left. */
export const ProjectedVote = ({
  turnout,
  closesAt,
  now,
}: {
  turnout: Counts
  closesAt: string | null
  now: (() => number) | undefined
}) => {
  const t = useTexts(projector)
  return (
    <>
      <Turnout {...turnout} quiet />
      {closesAt && (
        <ProjectorWords>
          <TimeLeft closesAt={closesAt} now={now} />
        </ProjectorWords>
      )}
      <p>{t.secret}</p>
      <TurnoutSaid {...turnout} />
    </>
  )
}
