import { useTexts } from '../../../../platform/i18n/language.ts'
import { LiveStatus } from '../../../../ui/LiveStatus.tsx'
import type { LiveProps } from '../../../../ui/live-props.ts'
import { ProjectorStage, ProjectorWords } from '../../../../ui/ProjectorLayout.tsx'
import { projector } from '../../messages/projector.ts'
import type { ProjectorModel } from '../../rules/lead-model.ts'
import { ProjectedResult } from './ProjectedResult.tsx'
import { ProjectedVote } from './ProjectedVote.tsx'
import { TakePartCode } from './TakePartCode.tsx'
import { Welcome } from './Welcome.tsx'

/** What the whole room sees, one scene at a time. The server renders it first, the browser from then on. */
export const ProjectorScene = ({
  model,
  connection,
  now,
  page = 1,
}: LiveProps<ProjectorModel> & {
  /** Which part of a long result, from 1. */
  readonly page?: number
}) => {
  const t = useTexts(projector)
  const { scene, conference, of } = model
  const path = `/conferences/${model.conferenceId}/projector`
  // On the screen only what is wrong is said: that all is well is nothing for the room.
  const status = connection !== 'following' && <LiveStatus connection={connection} href={path} />
  const context = (round: number) => `${conference}. ${t.roundOf(round, of)}`
  if (scene.shows === 'welcome') {
    return (
      <ProjectorStage context={t.welcome} heading={conference}>
        <Welcome takePart={model.takePart} round={scene.round} />
        {status}
      </ProjectorStage>
    )
  }
  if (scene.shows === 'voting') {
    return (
      <ProjectorStage
        quiet
        context={scene.isRunOff ? `${conference}. ${t.runOff(scene.round, of)}` : context(scene.round)}
        heading={scene.isRunOff ? t.again(scene.items) : t.votingOn(scene.items)}
        corner={<TakePartCode takePart={model.takePart} />}
      >
        <ProjectedVote turnout={scene.turnout} closesAt={scene.closesAt} now={now} />
        {status}
      </ProjectorStage>
    )
  }
  if (scene.shows === 'counting') {
    return (
      <ProjectorStage context={context(scene.round)} heading={t.closed}>
        <ProjectorWords>
          {t.voted(scene.turnout.voted, scene.turnout.entitled)} {t.counting}
        </ProjectorWords>
        {status}
      </ProjectorStage>
    )
  }
  return (
    <ProjectorStage quiet context={context(scene.round)} heading={t.result}>
      <ProjectedResult key={scene.round} scene={scene} first={page} path={path} isLive={now !== undefined} />
      {status}
    </ProjectorStage>
  )
}
