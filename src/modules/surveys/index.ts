export { countAnswers } from './schema/answers-file.ts'
