import type { Answer } from '../../indicators/index.ts'
import { type AnswerRefusal, answerReader } from './answer.ts'
import { type Question, type Questionnaire, valuesOf } from './questionnaire.ts'

/** What somebody wrote: question to text. Several chosen values stand with `|` between them. Skipped is not there. */
export type Written = Readonly<Record<string, string>>

/** How somebody answered. Kept with the sheet, to see whether paper and phone differ. */
export type How = 'phone' | 'tablet' | 'paper'

/** A sheet as it is kept. */
export interface FilledSheet {
  readonly how: How
  readonly language: string
  readonly answers: Written
}

export type SheetProblem = {
  readonly question: string
  readonly problem: AnswerRefusal | 'required' | 'unknown-question' | 'too-long'
}

/** Longer texts are not an answer to a question any more. Characters. */
export const longestText = 4000

/** What is wrong with a sheet, in the order of the questions; nothing when it can be handed in. */
export function sheetProblems(questionnaire: Questionnaire, written: Written): SheetProblem[] {
  const known = new Set(questionnaire.questions.map(question => question.id))
  const strangers = Object.keys(written).filter(id => !known.has(id))
  return [
    ...strangers.map((question): SheetProblem => ({ question, problem: 'unknown-question' })),
    ...questionnaire.questions.flatMap(question => problemsOf(question, written[question.id] ?? '')),
  ]
}

function problemsOf(question: Question, written: string): SheetProblem[] {
  const { id } = question
  if (written.trim() === '') return question.required ? [{ question: id, problem: 'required' }] : []
  if (question.kind === 'text' && written.length > longestText) return [{ question: id, problem: 'too-long' }]
  const read = answerReader(question)(written)
  return read.ok ? [] : [{ question: id, problem: read.refusal }]
}

/** A question that is counted, made ready once for many sheets. */
export interface CountedQuestion {
  readonly id: string
  readonly measureId: string
  readonly options: number
  read(written: string): Answer | undefined
}

/** @param series question to measure */
export function countedQuestions(
  questionnaire: Questionnaire,
  series: Readonly<Record<string, string>>,
): CountedQuestion[] {
  return questionnaire.questions.flatMap(question => {
    const measureId = series[question.id]
    if (measureId === undefined) return []
    const read = answerReader(question)
    return [
      {
        id: question.id,
        measureId,
        options: valuesOf(question).length,
        read: written => {
          const answer = read(written)
          return answer.ok ? answer.value : undefined
        },
      },
    ]
  })
}
