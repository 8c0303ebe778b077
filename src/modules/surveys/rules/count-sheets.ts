import type { Statistic } from '../../indicators/index.ts'
import type { CountedQuestion, Written } from './sheet.ts'

/** What of a wave is needed to count its sheets. */
export interface CountedForm {
  readonly waveId: string
  readonly questions: readonly CountedQuestion[]
  /** The initiative of each unit, by unit. */
  readonly initiatives: ReadonlyMap<string, string>
}

export interface CountedSheet {
  readonly waveId: string
  readonly unitId: string
  readonly answers: Written
  /** What was written on it before, where it was handed in already. */
  readonly before: Written | undefined
}

interface Place {
  readonly measurementId: string
  readonly initiativeId: string
}

/** What sheets change in the figures: sums over all of them, negative where answers were taken back. */
export interface Counted {
  readonly answers: readonly (Place & { readonly measureId: string } & Statistic)[]
  readonly responses: readonly (Place & { readonly answered: number })[]
}

/** Counts sheets of any waves. @throws when a sheet is of a wave or a unit that is not there */
export function countSheets(
  forms: ReadonlyMap<string, CountedForm>,
  sheets: readonly CountedSheet[],
): Counted {
  const answers = new Map<string, Place & { measureId: string } & Changing>()
  const responses = new Map<string, Place & { answered: number }>()
  for (const sheet of sheets) {
    const form = forms.get(sheet.waveId)
    const initiativeId = form?.initiatives.get(sheet.unitId)
    if (!form || initiativeId === undefined) throw new Error('a sheet is of no unit that is asked')
    const place = { measurementId: sheet.waveId, initiativeId }
    const name = `${place.measurementId} ${initiativeId}`
    if (!sheet.before) {
      const response = responses.get(name) ?? { ...place, answered: 0 }
      response.answered++
      responses.set(name, response)
    }
    for (const question of form.questions) {
      const key = `${name} ${question.measureId}`
      const counted = answers.get(key) ?? {
        ...place,
        measureId: question.measureId,
        ...nothing(question.options),
      }
      const isChanged = [
        count(counted, question, sheet.before?.[question.id], -1),
        count(counted, question, sheet.answers[question.id], 1),
      ].some(Boolean)
      if (isChanged) answers.set(key, counted)
    }
  }
  return { answers: [...answers.values()], responses: [...responses.values()] }
}

type Changing = { -readonly [Key in keyof Statistic]: Statistic[Key] } & { counts: number[] }

const nothing = (options: number): Changing => ({
  n: 0,
  favourable: 0,
  sum: 0,
  sumOfSquares: 0,
  counts: new Array<number>(options).fill(0),
  unknown: 0,
})

/** @returns whether there was something to count */
function count(
  counted: Changing,
  question: CountedQuestion,
  written: string | undefined,
  by: 1 | -1,
): boolean {
  const answer = written === undefined ? undefined : question.read(written)
  if (answer === undefined) return false
  if (answer === 'unknown') {
    counted.unknown += by
    return true
  }
  const number = answer.number ?? 0
  counted.n += by
  counted.favourable += answer.favourable ? by : 0
  counted.sum += by * number
  counted.sumOfSquares += by * number * number
  for (const place of answer.chosen) counted.counts[place] = (counted.counts[place] ?? 0) + by
  return true
}
