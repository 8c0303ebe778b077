import type { MeasureOption, NewMeasure, Wording } from '../../indicators/index.ts'
import { hasNumbers, type LocalText, type Question, type Questionnaire, stepsOf } from './questionnaire.ts'

/** Question to measure: which series each question goes on with. */
export type Series = Readonly<Record<string, string>>

/**
 * The series of a questionnaire's questions. A question goes on with the series of the version before where the new
 * version says so; else it begins one of its own.
 * @param before series of the version before, where there is one
 */
export function seriesOf({ id, version, questions }: Questionnaire, before: Series = {}): Series {
  return Object.fromEntries(
    questions.flatMap(question => {
      const key = measureOf(question)?.key
      if (key === undefined) return []
      const continued = question.continues === 'same' ? before[question.id] : undefined
      return [[question.id, continued ?? `${id}:${key}:${version}`]]
    }),
  )
}

/** The measures that a questionnaire asks for, as the indicators know them. */
export function measuresOf(
  questionnaire: Questionnaire,
  series: Series,
  associationId: string | null,
): NewMeasure[] {
  return questionnaire.questions.flatMap(question => {
    const measure = measureOf(question)
    const id = series[question.id]
    if (!measure || id === undefined) return []
    return [
      {
        id,
        key: measure.key,
        associationId,
        indicatorId: measure.key.slice(0, -questionnaire.group.length - 1),
        respondents: questionnaire.group,
        question: wording(question.text),
        options: optionsOf(question),
        hasNumbers: hasNumbers(question),
      },
    ]
  })
}

const measureOf = (question: Question) => (question.kind === 'text' ? undefined : question.measure)

function optionsOf(question: Question): MeasureOption[] {
  if (question.kind === 'text' || question.kind === 'number') return []
  const options: readonly { value: string | number; label: LocalText | undefined }[] =
    question.kind === 'scale' ? stepsOf(question) : question.options
  const favourable = new Set<string | number>(question.measure?.favourable)
  return options.map(({ value, label }) => ({
    value: String(value),
    label: label ? wording(label) : { sv: String(value), en: String(value) },
    favourable: favourable.has(value),
  }))
}

/** In the languages that results are shown in, or in the first that there is. */
function wording(text: LocalText): Wording {
  const [first = ''] = Object.values(text)
  return { sv: text.sv ?? first, en: text.en ?? text.sv ?? first }
}
