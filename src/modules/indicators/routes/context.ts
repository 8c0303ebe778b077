import type { Database } from '../../../platform/database/database.ts'
import type { Typesetting } from '../../../platform/documents/typesetting.ts'

/** What the indicators' pages stand on. */
export interface IndicatorRoutes {
  readonly database: Database
  /** Sets reports as PDF, in a process of its own. */
  readonly typesetting: Typesetting
}
