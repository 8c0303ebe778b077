import type { Server } from '../../platform/http/server.ts'
import { calendarQueues } from './commands/calendar.ts'
import type { SurveyRoutes } from './routes/context.ts'
import { waveRoutes } from './routes/waves.tsx'

export { keepCalendarSoon } from './commands/calendar.ts'
export { loadSurveyDemo } from './commands/demo.ts'
export { sheetKeeper } from './commands/keep-sheets.ts'
export { shipQuestionnaires } from './commands/questionnaires.ts'
export { closeWave, openWave, planWave } from './commands/waves.ts'
export { recount } from './queries/recount.ts'
export { countAnswers } from './schema/answers-file.ts'
export { shippedQuestionnaires } from './schema/questionnaire-file.ts'

/** All pages of surveys. */
export function surveyRoutes(app: Server, context: SurveyRoutes): void {
  waveRoutes(app, context)
}

/** What surveys do without anybody asking: waves open and close by their dates. */
export const surveyQueues = calendarQueues
export { answerRoutes } from './routes/answer.tsx'
