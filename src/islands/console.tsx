import type { ConsoleModel } from '../modules/conference/rules/lead-model.ts'
import { ConsoleNow } from '../modules/conference/views/lead/ConsoleNow.tsx'
import { followAll } from './support/follow.tsx'

followAll<ConsoleModel>('console', live => <ConsoleNow {...live} />)
