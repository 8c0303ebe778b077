import { ConsoleNow } from '../modules/conference/views/lead/ConsoleNow.tsx'
import type { ConsoleModel } from '../modules/conference/views/lead/model.ts'
import { followAll } from './support/follow.tsx'

followAll<ConsoleModel>('console', live => <ConsoleNow {...live} />)
