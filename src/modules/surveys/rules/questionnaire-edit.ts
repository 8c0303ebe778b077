import type { LocalText, Question, Questionnaire } from './questionnaire.ts'

/** What the form says of one question. */
export interface QuestionEdit {
  readonly text: string
  /** Where it comes among the others, from 1; undefined where that could not be read. */
  readonly place: number | undefined
  readonly remove: boolean
  /** Only from the second version. */
  readonly continues: 'same' | 'new' | undefined
}

export interface QuestionnaireEdit {
  readonly title: string
  readonly introduction: string
  readonly thanks: string
  /** By the question's id; those that are not here stay as they are. */
  readonly questions: Readonly<Record<string, QuestionEdit>>
}

/** The questionnaire with other words in one language, and its questions in another order. */
export function edited(form: Questionnaire, language: string, edit: QuestionnaireEdit): Questionnaire {
  const say = (text: LocalText, words: string): LocalText => ({ ...text, [language]: words })
  const placed = form.questions.map((question, at) => {
    const change = edit.questions[question.id]
    return { question, change, place: change?.place ?? at + 1, at }
  })
  const questions = placed
    .filter(({ change }) => !change?.remove)
    // A question that is given another's place comes before that one when it moves up, and after it when it moves down.
    .toSorted((a, b) => a.place - b.place || movedFirst(a, b))
    .map(({ question, change }): Question => {
      if (!change) return question
      return {
        ...question,
        text: say(question.text, change.text),
        ...(form.version > 1 && { continues: change.continues ?? question.continues ?? 'new' }),
      }
    })
  return {
    ...form,
    title: say(form.title, edit.title),
    introduction: say(form.introduction, edit.introduction),
    thanks: say(form.thanks, edit.thanks),
    questions,
  }
}

interface Placed {
  readonly place: number
  readonly at: number
}
const shift = ({ place, at }: Placed) => place - (at + 1)
const movedFirst = (a: Placed, b: Placed) => shift(a) - shift(b) || a.at - b.at

/** The version that comes after, with the same words; each series goes on until somebody says otherwise. */
export const nextVersion = (form: Questionnaire): Questionnaire => ({
  ...form,
  version: form.version + 1,
  questions: form.questions.map(question => ({ ...question, continues: 'same' })),
})
