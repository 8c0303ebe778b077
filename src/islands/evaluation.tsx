import { EvaluationNow, type EvaluationTurnout } from '../modules/conference/views/after/EvaluationNow.tsx'
import { followAll } from './support/follow.tsx'

followAll<EvaluationTurnout>('evaluation', live => <EvaluationNow {...live} />)
