export { addAnswers, addResponses, noInitiative } from './commands/count-answers.ts'
export {
  beginMeasurement,
  compareInDemo,
  defineMeasures,
  type NewMeasure,
  releaseMeasurement,
} from './commands/measurements.ts'
export type { MeasureOption, Wording } from './rules/catalogue.ts'
export { type CountedMeasure, figureRows } from './rules/figure.ts'
export { type RespondentGroup, readMeasureKey, respondentGroups } from './rules/measure.ts'
export { type Answer, add, emptyStatistic, type Statistic } from './rules/statistic.ts'
export { figuresText } from './schema/figures-text.ts'
