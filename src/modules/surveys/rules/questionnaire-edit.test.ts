import { expect, test } from 'vitest'
import { aQuestionnaire } from '../builders.ts'
import { questionnaireSchema } from '../schema/questionnaire.ts'
import { edited, nextVersion, type QuestionEdit } from './questionnaire-edit.ts'

const form = aQuestionnaire()
const words = { title: 'Titel', introduction: 'Hej', thanks: 'Tack' }
const untouched = (id: string, place: number): [string, QuestionEdit] => [
  id,
  { text: `${id}!`, place, remove: false, continues: undefined },
]
const all = Object.fromEntries(form.questions.map(({ id }, at) => untouched(id, at + 1)))
const order = (changes: Record<string, Partial<QuestionEdit>>) =>
  edited(form, 'sv', {
    ...words,
    questions: Object.fromEntries(Object.entries(all).map(([id, edit]) => [id, { ...edit, ...changes[id] }])),
  }).questions.map(({ id }) => id)

test('words change in one language and stay in the others', () => {
  const changed = edited(form, 'sv', { ...words, questions: all })
  expect(changed.title).toEqual({ sv: 'Titel', en: 'Title' })
  expect(changed.questions[0]?.text).toEqual({ sv: 'needs!', en: 'Needs?' })
  expect(questionnaireSchema.safeParse(changed).success).toBe(true)
})

test('a question comes where its number says, also where another has it, and can be taken away', () => {
  expect(order({ hours: { place: 1 } })).toEqual(['hours', 'needs', 'person', 'help', 'tell'])
  expect(order({ needs: { place: 3 } })).toEqual(['person', 'help', 'needs', 'hours', 'tell'])
  expect(order({ person: { remove: true } })).toEqual(['needs', 'help', 'hours', 'tell'])
  expect(order({})).toEqual(['needs', 'person', 'help', 'hours', 'tell'])
})

test('the next version goes on with every series, until it is said otherwise', () => {
  const next = nextVersion(form)
  expect(next.version).toBe(2)
  expect(next.questions.every(({ continues }) => continues === 'same')).toBe(true)
  expect(questionnaireSchema.safeParse(next).success).toBe(true)
  const questions = { ...all, needs: { ...(all.needs as QuestionEdit), continues: 'new' as const } }
  const changed = edited(next, 'sv', { ...words, questions })
  expect(changed.questions.map(({ continues }) => continues)).toEqual(['new', 'same', 'same', 'same', 'same'])
})
