import type { Question, Questionnaire } from './rules/questionnaire.ts'

/** The same text in every language, for questionnaires whose words do not matter. */
export const inWords = (text: string) => ({ sv: text, en: text })

const options = <Value extends string | number>(...values: Value[]) =>
  values.map(value => ({ value, label: inWords(String(value)) }))

const unknown = { value: 'vet inte', label: inWords('vet inte') }

/** A question of each kind. The first four are counted. */
const oneOfEach: readonly Question[] = [
  {
    kind: 'scale',
    id: 'needs',
    text: inWords('Needs?'),
    required: false,
    options: options(1, 2, 3, 4, 5),
    unknown,
    measure: { key: '1-participant', favourable: [4, 5] },
  },
  {
    kind: 'choice',
    id: 'person',
    text: inWords('Person?'),
    required: false,
    options: options('yes', 'partly', 'no'),
    unknown,
    measure: { key: '4-participant', favourable: ['yes'] },
  },
  {
    kind: 'choices',
    id: 'help',
    text: inWords('Help?'),
    required: false,
    options: options('work', 'money', 'health'),
    unknown,
    measure: { key: 'own-help-participant', favourable: ['work', 'money'] },
  },
  {
    kind: 'number',
    id: 'hours',
    text: inWords('Hours?'),
    required: false,
    from: 0,
    to: 60,
    decimals: 1,
    unknown,
    measure: { key: '7-participant', favourable: { from: 20 } },
  },
  { kind: 'text', id: 'tell', text: inWords('Tell?'), required: false },
]

/** A questionnaire for participants in two languages, in its first version. */
export const aQuestionnaire = (overrides: Partial<Questionnaire> = {}): Questionnaire => ({
  id: 'example',
  version: 1,
  owner: { name: 'Example' },
  title: inWords('Title'),
  group: 'participant',
  languages: ['sv', 'en'],
  introduction: inWords('Introduction'),
  thanks: inWords('Thanks'),
  questions: oneOfEach,
  ...overrides,
})
