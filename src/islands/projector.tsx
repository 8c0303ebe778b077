import type { ProjectorModel } from '../modules/conference/rules/lead-model.ts'
import { ProjectorScene } from '../modules/conference/views/lead/ProjectorScene.tsx'
import { followAll } from './support/follow.tsx'

const page = Number(new URLSearchParams(location.search).get('page')) || 1

followAll<ProjectorModel>('projector', live => <ProjectorScene {...live} page={page} />)
