import { ok, type Result, refuse } from '../../../platform/result.ts'
import type { Answer } from '../../indicators/index.ts'
import {
  type ChoicesQuestion,
  hasNumbers,
  type NumberQuestion,
  type Question,
  valuesOf,
} from './questionnaire.ts'

/** Why what is written cannot be an answer to its question. */
export type AnswerRefusal =
  | 'not-an-option'
  | 'not-a-number'
  | 'outside-range'
  | 'too-many-decimals'
  | 'chosen-twice'
  | 'unknown-among-others'

/** What a written value is as an answer; undefined when there is nothing to count: skipped, or free text. */
export type AnswerReading = Result<Answer | undefined, AnswerRefusal>

/** Between the values of a question where several are chosen. */
const separator = '|'

/**
 * How the answers to a question are read: a function from what is written to what it is. Empty is skipped. It is made once
 * for each question, since a large file asks it millions of times.
 */
export function answerReader(question: Question): (written: string) => AnswerReading {
  if (question.kind === 'text') return () => ok(undefined)
  const read = question.kind === 'number' ? numberReader(question) : optionsReader(question)
  const unknown = question.unknown?.value
  return written => {
    if (written === '') return ok(undefined)
    return written === unknown ? ok<Answer>('unknown') : read(written)
  }
}

function optionsReader(question: Exclude<Question, { kind: 'text' | 'number' }>) {
  const favourable = new Set<string | number>(question.measure?.favourable)
  const single = new Map(
    valuesOf(question).map((value, place): [string, AnswerReading] => [
      String(value),
      ok({
        favourable: favourable.has(value),
        chosen: [place],
        number: hasNumbers(question) ? Number(value) : undefined,
      }),
    ]),
  )
  const readOne = (written: string): AnswerReading => single.get(written) ?? refuse('not-an-option')
  return question.kind === 'choices' ? (written: string) => readSeveral(question, written) : readOne
}

function readSeveral({ options, unknown, measure }: ChoicesQuestion, written: string): AnswerReading {
  const values = written.split(separator).map(value => value.trim())
  const chosen = values.map(value => options.findIndex(option => option.value === value))
  if (unknown && values.includes(unknown.value)) return refuse('unknown-among-others')
  if (chosen.includes(-1)) return refuse('not-an-option')
  if (new Set(chosen).size < chosen.length) return refuse('chosen-twice')
  const favourable = values.some(value => measure?.favourable.includes(value))
  return ok({ favourable, chosen, number: undefined })
}

function numberReader({ from, to, decimals, measure }: NumberQuestion) {
  const { from: least = from, to: most = to } = measure?.favourable ?? {}
  return (written: string): AnswerReading => {
    // 7,5 as a Swedish spreadsheet writes it; no thousands, since 1,000 would be ambiguous.
    const parts = /^(-?\d{1,12})(?:[.,](\d{1,9}))?$/.exec(written)
    if (!parts) return refuse('not-a-number')
    const [, whole, fraction = ''] = parts
    if (fraction.length > decimals) return refuse('too-many-decimals')
    const number = Number(`${whole}.${fraction}`)
    if (number < from || number > to) return refuse('outside-range')
    return ok({ favourable: number >= least && number <= most, chosen: [], number })
  }
}
