import type { AnswerBoxes } from '../../../platform/anonymous/box.ts'
import type { Background } from '../../../platform/background/background.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Typesetting } from '../../../platform/documents/typesetting.ts'
import type { Live } from '../../../platform/live/live.ts'

/** What the conference's pages stand on. */
export interface ConferenceRoutes {
  readonly database: Database
  readonly boxes: AnswerBoxes
  readonly live: Live
  /** Draws groups, beside the program. */
  readonly background: Background
  /** Sets the report as PDF, in a process of its own. */
  readonly typesetting: Typesetting
  /** Where people reach the program; what links and QR codes say. */
  readonly publicUrl: string
  readonly demo: boolean
  /** True when letters can be sent; otherwise links are handed over by hand. */
  readonly mailIsSet: boolean
  /** Where the demo's own files lie. */
  readonly demoFolder: string
}
