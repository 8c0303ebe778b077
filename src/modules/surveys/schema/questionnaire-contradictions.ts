import { readMeasureKey } from '../../indicators/index.ts'
import {
  type LocalText,
  type NumberQuestion,
  type Question,
  type Questionnaire,
  type ScaleQuestion,
  stepsOf,
  valuesOf,
} from '../rules/questionnaire.ts'

/** What one key says against another: each is allowed, but not together. `problem` is a clause after the path. */
export type Contradiction = { readonly path: readonly (string | number)[]; readonly problem: string }

type Complain = (path: Contradiction['path'], problem: string) => void

/** More steps than this are no scale that one can see at a glance; they are a number. */
const mostSteps = 11

export function contradictions(questionnaire: Questionnaire): readonly Contradiction[] {
  const found: Contradiction[] = []
  const complain: Complain = (path, problem) => found.push({ path, problem })
  checkLanguages(questionnaire, complain)
  checkTexts(questionnaire, complain)
  checkUnique(
    questionnaire.questions.map(({ id }, place) => [id, ['questions', place, 'id']]),
    complain,
  )
  checkUnique(
    questionnaire.questions.flatMap((question, place) =>
      question.kind !== 'text' && question.measure
        ? [[question.measure.key, ['questions', place, 'measure', 'key']] as const]
        : [],
    ),
    complain,
  )
  for (const [place, question] of questionnaire.questions.entries()) {
    const within: Complain = (path, problem) => complain(['questions', place, ...path], problem)
    checkSeries(question, questionnaire.version, within)
    if (question.kind === 'text') continue
    if (question.kind === 'scale' && !checkScale(question, within)) continue
    if (question.kind === 'number') checkNumber(question, within)
    else checkValues(question, within)
    const measure = question.measure && readMeasureKey(question.measure.key)
    if (measure && measure.group !== questionnaire.group)
      within(['measure', 'key'], `is for ${measure.group}, but the questionnaire asks ${questionnaire.group}`)
  }
  return found
}

function checkLanguages({ languages }: Questionnaire, complain: Complain): void {
  for (const [place, language] of languages.entries()) {
    const canonical = canonicalTag(language)
    if (canonical === undefined) complain(['languages', place], 'is not a language by BCP 47')
    else if (canonical !== language)
      complain(['languages', place], `is written ${JSON.stringify(canonical)} in BCP 47`)
  }
  checkUnique(
    languages.map((language, place) => [language, ['languages', place]]),
    complain,
  )
}

function canonicalTag(language: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(language)[0]
  } catch {
    return undefined
  }
}

function checkTexts(questionnaire: Questionnaire, complain: Complain): void {
  const { languages } = questionnaire
  for (const { path, text } of textsOf(questionnaire)) {
    for (const language of languages)
      if (!Object.hasOwn(text, language)) complain(path, `has no text in ${JSON.stringify(language)}`)
    for (const language of Object.keys(text))
      if (!languages.includes(language))
        complain([...path, language], 'is in a language that the questionnaire does not have')
  }
}

type Located = { readonly path: Contradiction['path']; readonly text: LocalText }

/** Every text that a respondent can meet, with its path. */
function textsOf(questionnaire: Questionnaire): readonly Located[] {
  const { owner, title, introduction, thanks, questions } = questionnaire
  return [
    ...(owner.about ? [{ path: ['owner', 'about'], text: owner.about }] : []),
    { path: ['title'], text: title },
    { path: ['introduction'], text: introduction },
    { path: ['thanks'], text: thanks },
    ...questions.flatMap((question, place) =>
      textsOfQuestion(question).map(({ path, text }) => ({ path: ['questions', place, ...path], text })),
    ),
  ]
}

function textsOfQuestion(question: Question): readonly Located[] {
  const named: readonly (readonly [string, LocalText | undefined])[] = [
    ['text', question.text],
    ['hint', question.hint],
    ['unit', question.kind === 'number' ? question.unit : undefined],
  ]
  const lists = [
    ['labels', question.kind === 'scale' ? question.labels : undefined] as const,
    ['options', 'options' in question ? question.options : undefined] as const,
  ]
  return [
    ...named.flatMap(([key, text]) => (text ? [{ path: [key], text }] : [])),
    ...lists.flatMap(([key, options = []]) =>
      options.map(({ label }, place) => ({ path: [key, place, 'label'], text: label })),
    ),
    ...('unknown' in question && question.unknown
      ? [{ path: ['unknown', 'label'], text: question.unknown.label }]
      : []),
  ]
}

function checkUnique(
  values: readonly (readonly [string | number, Contradiction['path']])[],
  complain: Complain,
): void {
  const seen = new Set<string | number>()
  for (const [value, path] of values) {
    if (seen.has(value)) complain(path, `${JSON.stringify(value)} is there twice`)
    seen.add(value)
  }
}

/** That a series goes on, or does not, is decided for each question of a new version, and is written down. */
function checkSeries({ continues }: Question, version: number, complain: Complain): void {
  if (version === 1 && continues !== undefined)
    complain(['continues'], 'has nothing to continue in version 1')
  if (version > 1 && continues === undefined)
    complain(['continues'], 'must say "same" or "new" from version 2 on')
}

/** Whether the scale has steps, so that more can be said about them. */
function checkScale(question: ScaleQuestion, complain: Complain): boolean {
  const { from, to, labels, options } = question
  const hasRange = from !== undefined || to !== undefined || labels !== undefined
  if (options ? hasRange : from === undefined || to === undefined || labels === undefined) {
    complain([], 'must have either "from", "to" and "labels", or "options"')
    return false
  }
  if (from === undefined || to === undefined) return true
  if (to <= from || to - from >= mostSteps) {
    complain(['to'], `must be more than "from", and at most ${mostSteps} steps`)
    return false
  }
  for (const [place, { value }] of (labels ?? []).entries())
    if (!Number.isInteger(value) || value < from || value > to)
      complain(['labels', place, 'value'], `must be a step from ${from} to ${to}`)
  checkUnique(
    (labels ?? []).map(({ value }, place) => [value, ['labels', place, 'value']]),
    complain,
  )
  const steps = stepsOf(question)
  for (const end of [steps.at(0), steps.at(-1)])
    if (end && !end.label) complain(['labels'], `must have one for ${end.value}, an end of the scale`)
  return true
}

function checkValues(question: Exclude<Question, { kind: 'text' | 'number' }>, complain: Complain): void {
  const values = valuesOf(question)
  checkUnique(
    (question.options ?? []).map(({ value }, place) => [value, ['options', place, 'value']]),
    complain,
  )
  if (question.unknown && values.map(String).includes(question.unknown.value))
    complain(['unknown', 'value'], 'is the value of an option too')
  const favourable: readonly (string | number)[] = question.measure?.favourable ?? []
  for (const [place, value] of favourable.entries())
    if (!values.includes(value))
      complain(['measure', 'favourable', place], `${JSON.stringify(value)} is not a value of the question`)
  checkUnique(
    favourable.map((value, place) => [value, ['measure', 'favourable', place]]),
    complain,
  )
}

function checkNumber({ from, to, unknown, measure }: NumberQuestion, complain: Complain): void {
  if (to <= from) complain(['to'], 'must be more than "from"')
  if (unknown && /^[-\d.,]+$/.test(unknown.value))
    complain(['unknown', 'value'], 'must not look like a number')
  if (!measure) return
  const { from: least, to: most } = measure.favourable
  const path = ['measure', 'favourable']
  if (least === undefined && most === undefined) complain(path, 'must have "from", "to" or both')
  if (least !== undefined && most !== undefined && most < least)
    complain([...path, 'to'], 'must not be less than "from"')
  for (const [key, limit] of [['from', least] as const, ['to', most] as const])
    if (limit !== undefined && (limit < from || limit > to))
      complain([...path, key], `must be from ${from} to ${to}, as the answers`)
}
