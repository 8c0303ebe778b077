import type { RespondentGroup } from '../../indicators/index.ts'

/** A text in each language of its questionnaire: BCP 47 tag to text. */
export type LocalText = Readonly<Record<string, string>>

/** What can be chosen: the value that is kept, and what the respondent reads. */
export type Option<Value extends string | number> = { readonly value: Value; readonly label: LocalText }

/** A questionnaire as its owner wrote it. Once a wave has used it, it never changes. */
export type Questionnaire = {
  readonly id: string
  /** From 1. */
  readonly version: number
  readonly owner: { readonly name: string; readonly about?: LocalText | undefined }
  readonly title: LocalText
  readonly group: RespondentGroup
  /** The first is what a respondent meets who has not chosen. */
  readonly languages: readonly string[]
  readonly introduction: LocalText
  readonly thanks: LocalText
  readonly questions: readonly Question[]
}

export type Question = ChoiceQuestion | ChoicesQuestion | ScaleQuestion | NumberQuestion | TextQuestion

type Asked<Kind> = {
  readonly kind: Kind
  readonly id: string
  readonly text: LocalText
  readonly hint?: LocalText | undefined
  readonly required: boolean
  /** Whether the series of the version before goes on. Not in the first version. */
  readonly continues?: 'same' | 'new' | undefined
}

type Measured<Kind, Favourable> = Asked<Kind> & {
  /** "I do not know" as an answer of its own. */
  readonly unknown?: Option<string> | undefined
  /** What the answers are counted for, and which of them are favourable. */
  readonly measure?: { readonly key: string; readonly favourable: Favourable } | undefined
}

export type ChoiceQuestion = Measured<'choice', readonly string[]> & {
  readonly options: readonly Option<string>[]
}

/** An answer is favourable when at least one of the chosen values is. */
export type ChoicesQuestion = Measured<'choices', readonly string[]> & {
  readonly options: readonly Option<string>[]
}

/** Either whole numbers from one to another with labels at some, or options that are numbers. */
export type ScaleQuestion = Measured<'scale', readonly number[]> & {
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly labels?: readonly Option<number>[] | undefined
  readonly options?: readonly Option<number>[] | undefined
}

/** A number from `from` to `to`, both allowed, with at most so many decimals. */
export type NumberQuestion = Measured<
  'number',
  { readonly from?: number | undefined; readonly to?: number | undefined }
> & {
  readonly from: number
  readonly to: number
  readonly decimals: number
  readonly unit?: LocalText | undefined
}

export type TextQuestion = Asked<'text'>

/** The steps of a scale in their order, each with its label where it has one. */
export function stepsOf({ from = 0, to = -1, labels = [], options }: ScaleQuestion): readonly {
  readonly value: number
  readonly label: LocalText | undefined
}[] {
  if (options) return options
  const byValue = new Map(labels.map(({ value, label }) => [value, label]))
  return Array.from({ length: to - from + 1 }, (_, step) => ({
    value: from + step,
    label: byValue.get(from + step),
  }))
}

/** The values that can be chosen, in the question's order: that of the counts in a statistic. None for numbers and text. */
export function valuesOf(question: Question): readonly (string | number)[] {
  if (question.kind === 'choice' || question.kind === 'choices')
    return question.options.map(({ value }) => value)
  if (question.kind === 'scale') return stepsOf(question).map(({ value }) => value)
  return []
}

/** Are answers numbers, so that they have a mean? */
export const hasNumbers = ({ kind }: Question): boolean => kind === 'scale' || kind === 'number'
