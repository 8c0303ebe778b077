import type { CsvRecord } from '../../../platform/files/csv.ts'
import { eachCsvRow } from '../../../platform/files/csv-rows.ts'
import { type FileProblem, type InputFile, problemLine, quoted } from '../../../platform/files/input-file.ts'
import { add, type CountedMeasure, emptyStatistic, type Statistic } from '../../indicators/index.ts'
import { type AnswerReading, type AnswerRefusal, answerReader } from '../rules/answer.ts'
import { hasNumbers, type Question, type Questionnaire, valuesOf } from '../rules/questionnaire.ts'
import { readQuestionnaire } from './questionnaire-file.ts'

/** The answers counted, or one line for each fault of both files, `FILE:LINE: PROBLEM`. */
export type AnswerCount =
  | { readonly ok: true; readonly counted: readonly CountedMeasure[] }
  | { readonly ok: false; readonly errors: readonly string[] }

/**
 * Counts a file of answers by its questionnaire: one statistic for each association, wave, group and measure that has a
 * row. Finds all faults of both files. docs/questionnaires.md says what may stand in them and how it is counted.
 */
export function countAnswers(files: {
  readonly questionnaireFile: InputFile
  readonly answersFile: InputFile
}): AnswerCount {
  const { questionnaire, problems } = readQuestionnaire(files.questionnaireFile)
  const answers = readAnswers(files.answersFile, questionnaire)
  const all = [...problems, ...answers.problems]
  return all.length > 0 ? { ok: false, errors: all.map(problemLine) } : { ok: true, counted: answers.counted }
}

const columns = ['association', 'wave', 'group', 'respondent', 'question', 'value'] as const

/** What each row of a question is checked and counted by. */
type Asked = {
  readonly question: Question
  readonly measure: string | undefined
  readonly empty: Statistic
  readonly read: (written: string) => AnswerReading
}

/** One question in one unit: who has answered it, on which line, and what that makes. */
type Tally = {
  readonly unit: { readonly association: string; readonly wave: string; readonly group: string }
  readonly asked: Asked | undefined
  readonly lines: Map<string, number>
  statistic: Statistic
}

/** Without a questionnaire, only what does not depend on it is checked, so that one fault does not make a thousand. */
function readAnswers(
  file: InputFile,
  questionnaire: Questionnaire | undefined,
): { counted: readonly CountedMeasure[]; problems: readonly FileProblem[] } {
  const problems: FileProblem[] = []
  const asked =
    questionnaire && new Map(questionnaire.questions.map(question => [question.id, askedOf(question)]))
  const tallies = new Map<string, Tally>()

  const table = eachCsvRow(file, columns, row => {
    const complain = (problem: string) => problems.push({ file: file.name, line: row.line, problem })
    const [, , , respondent = '', id = '', value = ''] = row.values
    const missing = columns.filter((column, place) => column !== 'value' && row.values[place] === '')
    for (const column of missing) complain(`the ${column} is missing`)
    if (missing.length > 0) return

    const own = asked?.get(id)
    if (asked && !own) complain(`there is no question ${quoted(id)} in the questionnaire`)
    const tally = tallyOf(tallies, row, own)
    const first = tally.lines.get(respondent)
    if (first !== undefined) {
      complain(
        `respondent ${quoted(respondent)} answers question ${quoted(id)} twice, first on line ${first}`,
      )
      return
    }
    tally.lines.set(respondent, row.line)
    if (!own) return
    const reading = own.read(value)
    if (!reading.ok) complain(refusalWords[reading.refusal](own.question, quoted(value)))
    else if (reading.value) tally.statistic = add(tally.statistic, reading.value)
  })
  return {
    counted: countedOf([...tallies.values()]),
    problems: [...table.problems, ...problems].toSorted((a, b) => a.line - b.line),
  }
}

const askedOf = (question: Question): Asked => ({
  question,
  measure: question.kind === 'text' ? undefined : question.measure?.key,
  empty: emptyStatistic(valuesOf(question).length),
  read: answerReader(question),
})

function tallyOf(tallies: Map<string, Tally>, { values }: CsvRecord, asked: Asked | undefined): Tally {
  const [association = '', wave = '', group = '', , id = ''] = values
  const key = JSON.stringify([association, wave, group, id])
  const known = tallies.get(key)
  if (known) return known
  const tally: Tally = {
    unit: { association, wave, group },
    asked,
    lines: new Map(),
    statistic: asked?.empty ?? emptyStatistic(0),
  }
  tallies.set(key, tally)
  return tally
}

const countedOf = (tallies: readonly Tally[]): readonly CountedMeasure[] =>
  tallies.flatMap(({ unit, asked, statistic }) =>
    asked?.measure === undefined
      ? []
      : [{ ...unit, measure: asked.measure, statistic, hasNumbers: hasNumbers(asked.question) }],
  )

type Words = (question: Question, value: string) => string

const refusalWords: Readonly<Record<AnswerRefusal, Words>> = {
  'not-an-option': (question, value) =>
    `${value} is not an answer to question ${quoted(question.id)}, which has ${allowedWords(question)}`,
  'not-a-number': (question, value) =>
    `${value} is not a number, which question ${quoted(question.id)} asks for`,
  'outside-range': (question, value) =>
    `${value} is outside of question ${quoted(question.id)}, which has ${allowedWords(question)}`,
  'too-many-decimals': (question, value) =>
    `${value} has more decimals than question ${quoted(question.id)}, which has ${allowedWords(question)}`,
  'chosen-twice': (question, value) => `${value} has a value twice for question ${quoted(question.id)}`,
  'unknown-among-others': (question, value) =>
    `${value} has both values and that they are not known for question ${quoted(question.id)}`,
}

/** What one may answer: `1, 2, 3 or "vet inte"`. */
function allowedWords(question: Question): string {
  const values =
    question.kind === 'number'
      ? [`${question.from} to ${question.to} with ${question.decimals} decimals`]
      : valuesOf(question).map(value => (typeof value === 'number' ? String(value) : JSON.stringify(value)))
  const unknown = question.kind !== 'text' && question.unknown ? [JSON.stringify(question.unknown.value)] : []
  const all = [...values, ...unknown]
  return all.length < 2 ? all.join() : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`
}
