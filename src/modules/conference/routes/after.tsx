import type { Server } from '../../../platform/http/server.ts'
import type { ConferenceRoutes } from './context.ts'
import { evaluationRoutes } from './evaluation.tsx'
import { reportRoutes } from './report.tsx'

/** What comes after the votes: evaluation, report, ACCORD and publishing. */
export function afterRoutes(app: Server, context: ConferenceRoutes): void {
  evaluationRoutes(app, context)
  reportRoutes(app, context)
}
