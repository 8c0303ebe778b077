import type { WaveModel } from '../modules/surveys/rules/wave-model.ts'
import { WaveNow } from '../modules/surveys/views/waves/WaveNow.tsx'
import { followAll } from './support/follow.tsx'

followAll<WaveModel>('wave', live => <WaveNow {...live} />)
