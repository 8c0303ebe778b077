import type { Server } from '../../platform/http/server.ts'
import { calendarQueues } from './commands/calendar.ts'
import { type LetterServices, letterQueues } from './commands/letters.ts'
import { codeRoutes } from './routes/codes.tsx'
import type { SurveyRoutes } from './routes/context.ts'
import { paperRoutes } from './routes/paper.tsx'
import { questionnaireRoutes } from './routes/questionnaires.tsx'
import { waveRoutes } from './routes/waves.tsx'

export { keepCalendarSoon } from './commands/calendar.ts'
export { loadSurveyDemo } from './commands/demo.ts'
export { sheetKeeper } from './commands/keep-sheets.ts'
export { shipQuestionnaires } from './commands/questionnaires.ts'
export { closeWave } from './commands/waves.ts'
export { recount } from './queries/recount.ts'
export { countAnswers } from './schema/answers-file.ts'
export { shippedQuestionnaires } from './schema/questionnaire-file.ts'

/** All pages of surveys. */
export function surveyRoutes(app: Server, context: SurveyRoutes): void {
  waveRoutes(app, context)
  codeRoutes(app, context)
  paperRoutes(app, context)
  questionnaireRoutes(app)
}

/** What surveys do after a commit, and without anybody asking: letters, and waves that open and close by their dates. */
export const surveyQueues = (services: LetterServices) => [
  ...calendarQueues(services),
  ...letterQueues(services),
]
export { answerRoutes } from './routes/answer.tsx'
