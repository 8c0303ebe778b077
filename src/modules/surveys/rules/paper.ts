import { answerReader } from './answer.ts'
import { type LocalText, type Question, type Questionnaire, stepsOf } from './questionnaire.ts'
import { longestText, type Written } from './sheet.ts'

/** What is typed for an answer on paper, and what it stands for. */
export interface PaperKey {
  readonly key: string
  readonly value: string
  readonly label: LocalText | undefined
}

/** "Vet inte", "unknown": a letter, since digits are the answers. */
const unknownKey = 'v'

/**
 * The keys of a question, as they stand beside its answers on the paper: a scale's own numbers where each is one digit,
 * else 1, 2, 3 … in order. None for numbers and text, which are typed as they are.
 */
export function paperKeys(question: Question): readonly PaperKey[] {
  if (question.kind === 'number' || question.kind === 'text') return []
  if (question.kind !== 'scale') return inOrder(question.options)
  const steps = stepsOf(question)
  const areDigits = steps.every(({ value }) => Number.isInteger(value) && value >= 0 && value <= 9)
  if (!areDigits) return inOrder(steps)
  return steps.map(({ value, label }) => ({ key: String(value), value: String(value), label }))
}

const inOrder = (
  options: readonly { readonly value: string | number; readonly label: LocalText | undefined }[],
): PaperKey[] =>
  options.map(({ value, label }, place) => ({ key: String(place + 1), value: String(value), label }))

/** The key for "I do not know", where the question has that answer. */
export const unknownOf = (question: Question): PaperKey | undefined =>
  question.kind === 'text' || !question.unknown
    ? undefined
    : { key: unknownKey, value: question.unknown.value, label: question.unknown.label }

/** A paper as it was typed, and the questions whose keys are none of theirs. */
export interface PaperReading {
  readonly written: Written
  readonly wrong: readonly string[]
}

/** @param typed question to keys; several chosen answers stand with spaces or commas between them. Empty: not answered */
export function readPaper({ questions }: Questionnaire, typed: Written): PaperReading {
  const written: Record<string, string> = {}
  const wrong: string[] = []
  for (const question of questions) {
    const text = (typed[question.id] ?? '').trim()
    if (text === '') continue
    const value = readKeys(question, text)
    if (value === undefined) wrong.push(question.id)
    else written[question.id] = value
  }
  return { written, wrong }
}

function readKeys(question: Question, text: string): string | undefined {
  if (question.kind === 'text') return text.length <= longestText ? text : undefined
  const unknown = unknownOf(question)
  if (unknown && text.toLowerCase() === unknown.key) return unknown.value
  const value = question.kind === 'number' ? text : chosen(question, text)
  return value !== undefined && answerReader(question)(value).ok ? value : undefined
}

function chosen(question: Question, text: string): string | undefined {
  const keys = new Map(paperKeys(question).map(({ key, value }) => [key, value]))
  const values = text.split(/[\s,]+/).map(key => keys.get(key))
  if (values.includes(undefined)) return undefined
  return question.kind === 'choices' || values.length === 1 ? values.join('|') : undefined
}

/** The keys that an answer is typed with: the opposite of {@link readPaper}. */
export function typedAs(question: Question, value: string | undefined): string {
  if (value === undefined) return ''
  const unknown = unknownOf(question)
  if (value === unknown?.value) return unknown.key
  if (question.kind === 'number' || question.kind === 'text') return value
  const keys = new Map(paperKeys(question).map(one => [one.value, one.key]))
  return value
    .split('|')
    .map(one => keys.get(one) ?? one)
    .join(' ')
}

/** The questions that were typed differently the second time, in their order. */
export const paperDifferences = ({ questions }: Questionnaire, first: Written, second: Written): string[] =>
  questions.filter(question => typedSet(question, first) !== typedSet(question, second)).map(({ id }) => id)

/** The order in which several answers were typed says nothing. */
const typedSet = ({ id, kind }: Question, written: Written): string =>
  kind === 'choices' ? (written[id] ?? '').split('|').toSorted().join('|') : (written[id] ?? '')
