import type { Server } from '../../platform/http/server.ts'
import { openDataApi } from './api/published.ts'
import { boardRoutes } from './routes/board.tsx'
import type { IndicatorRoutes } from './routes/context.ts'
import { indicatorPageRoutes } from './routes/indicator.tsx'
import { reportRoutes } from './routes/report.tsx'
import { sharingRoutes } from './routes/sharing.tsx'

export { addAnswers, addResponses, noInitiative } from './commands/count-answers.ts'
export {
  beginMeasurement,
  compareInDemo,
  defineMeasures,
  type NewMeasure,
  releaseMeasurement,
} from './commands/measurements.ts'
export { keptCounts } from './queries/kept-counts.ts'
export { knownIndicators } from './queries/known.ts'
export { responsesOf } from './queries/responses.ts'
export type { MeasureOption, Wording } from './rules/catalogue.ts'
export { type CountedMeasure, figureRows } from './rules/figure.ts'
export { type RespondentGroup, readMeasureKey, respondentGroups } from './rules/measure.ts'
export { type Answer, add, emptyStatistic, type Statistic } from './rules/statistic.ts'
export { figuresText } from './schema/figures-text.ts'

/** All pages of results. */
export function indicatorRoutes(app: Server, context: IndicatorRoutes): void {
  boardRoutes(app)
  indicatorPageRoutes(app)
  reportRoutes(app, context)
  sharingRoutes(app, context)
  openDataApi(app, context)
}
