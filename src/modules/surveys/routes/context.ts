import type { SheetBoxes } from '../../../platform/anonymous/sheets.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Typesetting } from '../../../platform/documents/typesetting.ts'
import type { Live } from '../../../platform/live/live.ts'

/** What the pages of surveys stand on. */
export interface SurveyRoutes {
  readonly database: Database
  readonly sheets: SheetBoxes
  readonly live: Live
  /** Sets posters, code sheets and paper forms as PDF, in a process of its own. */
  readonly typesetting: Typesetting
  /** Where people reach the program; what links and QR codes say. */
  readonly publicUrl: string
  /** True when letters can be sent; otherwise codes are handed over by hand. */
  readonly mailIsSet: boolean
}
