import type { Questionnaire } from './questionnaire.ts'
import { type SheetProblem, sheetProblems, type Written } from './sheet.ts'

/** Where somebody is among the questions. `at` counts from 0; past the last question are one's own answers. */
export interface Place {
  readonly view: 'one' | 'all'
  readonly at: number
  /** The own answers have been looked at, so that there is a way back to them from each question. */
  readonly reviewed: boolean
}

/** What a button asks for. A number is the question to go to. */
export type Go = 'next' | 'back' | 'skip' | 'check' | 'all' | 'one' | number

export interface Step extends Place {
  readonly written: Written
  /** Not empty: the step was not taken. */
  readonly problems: readonly SheetProblem[]
}

/** Where a button leads. Nothing is asked of a question that one goes back from, or skips. */
export function takeStep(form: Questionnaire, place: Place, go: Go, written: Written): Step {
  const last = form.questions.length
  const to = (at: number, answers: Written = written): Step => {
    const inside = Math.min(Math.max(at, 0), last)
    return {
      ...place,
      at: inside,
      reviewed: place.reviewed || inside === last,
      written: answers,
      problems: [],
    }
  }
  const onlyIf = (problems: readonly SheetProblem[], at: number): Step =>
    problems.length > 0 ? { ...place, written, problems } : to(at)
  const current = form.questions[place.at]?.id ?? ''
  if (typeof go === 'number') return to(go)
  if (go === 'all' || go === 'one') return { ...to(place.at === last ? 0 : place.at), view: go }
  if (go === 'back') return to(place.view === 'all' ? 0 : place.at - 1)
  if (go === 'skip') return to(place.at + 1, without(written, current))
  const problems = sheetProblems(form, written)
  if (go === 'check' && place.view === 'all') return onlyIf(problems, last)
  return onlyIf(
    problems.filter(problem => problem.question === current),
    go === 'check' ? last : place.at + 1,
  )
}

const without = (written: Written, question: string): Written =>
  Object.fromEntries(Object.entries(written).filter(([id]) => id !== question))

/** The place to show what cannot be handed in: the first question that something is wrong with. */
export function firstProblem(form: Questionnaire, place: Place, problems: readonly SheetProblem[]): Place {
  const at = form.questions.findIndex(question => question.id === problems[0]?.question)
  return { ...place, at: Math.max(at, 0) }
}

const daySeconds = 24 * 3600
/** Browsers keep nothing longer. */
const mostDays = 400

/** How long a right to answer is of use: until the wave's last day, `YYYY-MM-DD`, is over everywhere. Whole seconds. */
export function secondsUntilClosed(closesOn: string, now: Date): number {
  const left = Math.ceil((Date.parse(closesOn) - now.getTime()) / 1000) + 2 * daySeconds
  return Math.min(Math.max(left, daySeconds), mostDays * daySeconds)
}
