import type { Server } from '../../platform/http/server.ts'
import { conferenceApi } from './api/conferences.ts'
import { afterRoutes } from './routes/after.tsx'
import { conferencesRoutes } from './routes/conferences.tsx'
import type { ConferenceRoutes } from './routes/context.ts'
import { demoRoutes } from './routes/demo.tsx'
import { leadRoutes } from './routes/lead.tsx'
import { prepareRoutes } from './routes/prepare.tsx'
import { takePartRoutes } from './routes/take-part.tsx'

export { loadConferenceDemo } from './commands/demo.ts'
export { conferenceQueues } from './commands/invitations.ts'
export { answersArrived } from './events.ts'
export { conferenceTryOuts } from './routes/demo.tsx'
export { runGroups } from './schema/groups/files.ts'
export { runTally } from './schema/rounds/tally-files.ts'
export { tallyText } from './schema/rounds/tally-text.ts'

/** All pages of the conference. */
export function conferenceRoutes(app: Server, context: ConferenceRoutes): void {
  conferencesRoutes(app, context)
  conferenceApi(app, context)
  prepareRoutes(app, context)
  afterRoutes(app, context)
  leadRoutes(app, context)
  takePartRoutes(app, context)
  if (context.demo) demoRoutes(app, context)
}
