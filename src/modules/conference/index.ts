import type { Server } from '../../platform/http/server.ts'
import { conferencesRoutes } from './routes/conferences.tsx'
import type { ConferenceRoutes } from './routes/context.ts'

export { answersArrived } from './events.ts'
export { runTally } from './schema/tally-files.ts'

/** All pages of the conference. */
export function conferenceRoutes(app: Server, _context: ConferenceRoutes): void {
  conferencesRoutes(app)
}
