import { useTexts } from '../../../../platform/i18n/language.ts'
import { LiveRegion } from '../../../../ui/LiveRegion.tsx'
import { ProjectorPage } from '../../../../ui/Page.tsx'
import { projector } from '../../messages/projector.ts'
import type { ProjectorModel } from '../../rules/lead-model.ts'
import { ProjectorScene } from './ProjectorScene.tsx'

/** The page for the screen in the room. */
export const Projector = ({ model, page }: { model: ProjectorModel; page: number }) => {
  const t = useTexts(projector)
  return (
    <ProjectorPage title={`${t.title}: ${model.conference}`} islands={['projector']}>
      <LiveRegion island="projector" events={`/conferences/${model.conferenceId}/events/projector`}>
        <ProjectorScene model={model} connection="still" page={page} />
      </LiveRegion>
    </ProjectorPage>
  )
}
