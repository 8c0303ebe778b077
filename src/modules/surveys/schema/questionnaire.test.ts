import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readMeasureKey, respondentGroups } from '../../indicators/index.ts'
import { aQuestionnaire } from '../builders.ts'
import type { Questionnaire } from '../rules/questionnaire.ts'
import { questionnaireJsonSchema } from './questionnaire.ts'
import { readQuestionnaire } from './questionnaire-file.ts'

const root = join(import.meta.dirname, '../../../..')

function read(text: string) {
  const { questionnaire, problems } = readQuestionnaire({
    name: 'q.json',
    bytes: new TextEncoder().encode(text),
  })
  return { questionnaire, problems: problems.map(({ line, problem }) => `${line}: ${problem}`) }
}

/** The problems of the example when some of it is replaced: a path such as `questions.0.text` and what stands there. */
function problemsWith(changes: Readonly<Record<string, unknown>>): string[] {
  const form = JSON.parse(JSON.stringify(aQuestionnaire())) as Record<string, unknown>
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    const holder = keys.reduce((at, key) => at[key] as Record<string, unknown>, form)
    if (value === undefined) delete holder[last]
    else holder[last] = value
  }
  return read(JSON.stringify(form)).problems.map(line => line.replace('1: ', ''))
}

test('a questionnaire is read as it is written, with what may be left out filled in', () => {
  const form = aQuestionnaire()
  expect(read(JSON.stringify(form))).toEqual({ questionnaire: form, problems: [] })
  const { required: _, ...question } = form.questions[1] as Questionnaire['questions'][number]
  const short = { $schema: 'questionnaire.schema.json', ...form, questions: [question] }
  expect(read(JSON.stringify(short)).questionnaire).toEqual({ ...form, questions: [form.questions[1]] })
})

describe('a fault is told in a sentence with its path', () => {
  test.each([
    ['a key that is missing', { title: undefined }, 'title is missing'],
    [
      'a key that is unknown',
      { colour: 'red' },
      'the questionnaire has "colour", which the form does not know',
    ],
    [
      'a group that is none',
      { group: 'users' },
      'group must be "participant" or "staff" or "board" or "manager" or "referrer"',
    ],
    ['a version that is no number', { version: '1' }, 'version must be a number'],
    ['half a version', { version: 1.5 }, 'version must be a whole number'],
    ['version 0', { version: 0 }, 'version must be at least 1'],
    [
      'an id with a space',
      { id: 'my questions' },
      'id must be a word of a-z, 0-9 and "-", beginning with a letter',
    ],
    ['a text that is no text', { thanks: 'Tack!' }, 'thanks must be an object with a text for each language'],
    ['a blank text', { 'thanks.en': '  ' }, 'thanks.en is empty'],
    ['an endless text', { 'thanks.en': 'x'.repeat(4001) }, 'thanks.en is longer than 4000 characters'],
    ['no questions', { questions: [] }, 'questions must have at least 1'],
    [
      'a kind that is none',
      { 'questions.0.kind': 'grid' },
      'questions[0].kind must be "choice", "choices", "scale", "number" or "text"',
    ],
    [
      'one option',
      { 'questions.1.options': [{ value: 'yes', label: { sv: 'Ja', en: 'Yes' } }] },
      'questions[1].options must have at least 2',
    ],
    [
      'an option with |',
      { 'questions.1.options.0.value': 'yes|no' },
      'questions[1].options[0].value must be a text of 1 to 60 characters without "|" and without spaces around it',
    ],
    [
      'a measure without group',
      { 'questions.0.measure.key': '1' },
      'questions[0].measure.key must be the number of an indicator, or own- and a name, and the group: "7-participant", "own-trust-board"',
    ],
    [
      'an own measure with a bad name',
      { 'questions.0.measure.key': 'own--x-participant' },
      'questions[0].measure.key must be the number of an indicator, or own- and a name, and the group: "7-participant", "own-trust-board"',
    ],
    [
      'a measure of free text',
      { 'questions.4.measure': { key: '9-participant', favourable: ['x'] } },
      'questions[4] has "measure", which the form does not know',
    ],
    [
      'a language that is none',
      { 'languages.1': 'English please' },
      'languages[1] must be a language by BCP 47, such as "sv", "sv-simple" or "ar"',
    ],
  ])('%s', (_, changes, sentence) => {
    expect(problemsWith(changes)).toEqual([sentence])
  })

  test.each([
    [
      'a language without its text',
      { 'questions.0.text': { sv: 'Behov?' } },
      'questions[0].text has no text in "en"',
    ],
    [
      'a label without its text',
      { 'questions.1.unknown.label': { en: 'Unknown' } },
      'questions[1].unknown.label has no text in "sv"',
    ],
    [
      'a text in a language too many',
      { 'title.de': 'Titel' },
      'title.de is in a language that the questionnaire does not have',
    ],
    ['a tag in another form', { 'languages.1': 'EN' }, 'languages[1] is written "en" in BCP 47'],
    ['a tag that cannot be', { 'languages.1': 'en-a' }, 'languages[1] is not a language by BCP 47'],
    ['a question twice', { 'questions.4.id': 'needs' }, 'questions[4].id "needs" is there twice'],
    [
      'a measure twice',
      { 'questions.1.measure.key': '1-participant' },
      'questions[1].measure.key "1-participant" is there twice',
    ],
    [
      'a measure for others',
      { 'questions.0.measure.key': '1-board' },
      'questions[0].measure.key is for board, but the questionnaire asks participant',
    ],
    [
      'an option twice',
      { 'questions.1.options.2.value': 'yes' },
      'questions[1].options[2].value "yes" is there twice',
    ],
    [
      'an unknown that is an option',
      { 'questions.0.unknown.value': '3' },
      'questions[0].unknown.value is the value of an option too',
    ],
    [
      'a favourable that is no option',
      { 'questions.0.measure.favourable': [6] },
      'questions[0].measure.favourable[0] 6 is not a value of the question',
    ],
    [
      'a scale with both forms',
      { 'questions.0.from': 1 },
      'questions[0] must have either "from", "to" and "labels", or "options"',
    ],
    [
      'a scale with neither',
      { 'questions.0.options': undefined },
      'questions[0] must have either "from", "to" and "labels", or "options"',
    ],
    [
      'a number downwards',
      { 'questions.3.to': -1, 'questions.3.measure': undefined },
      'questions[3].to must be more than "from"',
    ],
    [
      'a range of nothing',
      { 'questions.3.measure.favourable': {} },
      'questions[3].measure.favourable must have "from", "to" or both',
    ],
    [
      'a range that is turned',
      { 'questions.3.measure.favourable': { from: 9, to: 8 } },
      'questions[3].measure.favourable.to must not be less than "from"',
    ],
    [
      'a range outside',
      { 'questions.3.measure.favourable': { from: 61 } },
      'questions[3].measure.favourable.from must be from 0 to 60, as the answers',
    ],
    [
      'an unknown like a number',
      { 'questions.3.unknown.value': '99' },
      'questions[3].unknown.value must not look like a number',
    ],
    [
      'a series in version 1',
      { 'questions.0.continues': 'same' },
      'questions[0].continues has nothing to continue in version 1',
    ],
  ])('%s', (_, changes, sentence) => {
    // A language that changes makes all texts wrong too; the sentence asked for is the first.
    const problems = problemsWith(changes)
    expect(problems).toContain(sentence)
    if (!Object.keys(changes).some(path => path.startsWith('languages'))) expect(problems).toHaveLength(1)
  })

  test('a scale of numbers without labels at its ends, or with too many steps', () => {
    const scale = (from: number, to: number, ...labelled: number[]) => ({
      'questions.0.options': undefined,
      'questions.0.measure': undefined,
      'questions.0.from': from,
      'questions.0.to': to,
      'questions.0.labels': labelled.map(value => ({ value, label: { sv: 'x', en: 'x' } })),
    })
    expect(problemsWith(scale(0, 10, 0, 10))).toEqual([])
    expect(problemsWith(scale(0, 11, 0, 11))).toEqual([
      'questions[0].to must be more than "from", and at most 11 steps',
    ])
    expect(problemsWith(scale(1, 5, 1, 3))).toEqual([
      'questions[0].labels must have one for 5, an end of the scale',
    ])
    expect(problemsWith(scale(1, 5, 1, 5, 6))).toEqual([
      'questions[0].labels[2].value must be a step from 1 to 5',
    ])
    expect(problemsWith(scale(1, 5, 1, 5, 5))).toEqual(['questions[0].labels[2].value 5 is there twice'])
  })

  test('each question of a later version that does not say whether its series goes on', () => {
    const questions = [0, 1, 2, 3, 4].map(place => `questions[${place}].continues`)
    expect(problemsWith({ version: 2 })).toEqual(
      questions.map(path => `${path} must say "same" or "new" from version 2 on`),
    )
    const decided = aQuestionnaire().questions.map(question => ({ ...question, continues: 'new' }))
    expect(problemsWith({ version: 2, questions: decided })).toEqual([])
  })

  test('with its line in the file, several at once, in their order', () => {
    const lines = JSON.stringify(aQuestionnaire({ version: 0, id: 'A' }), null, 2)
    expect(read(lines).problems).toEqual([
      '2: id must be a word of a-z, 0-9 and "-", beginning with a letter',
      '3: version must be at least 1',
    ])
  })

  test('also when the file is no JSON, no object, or empty', () => {
    expect(read('{"id":\n}').problems).toEqual(['2: is not valid JSON: expects a value'])
    expect(read('[]').problems).toEqual(['1: the questionnaire must be an object'])
    expect(read(' ').problems).toEqual(['1: the file is empty'])
  })
})

test('the published JSON Schema is that of the program: node script/support/questionnaire-schema.ts', () => {
  const published: unknown = JSON.parse(readFileSync(join(root, 'docs/questionnaire.schema.json'), 'utf8'))
  expect(published).toEqual(JSON.parse(JSON.stringify(questionnaireJsonSchema())))
})

describe('the questionnaires that come with the product', () => {
  const files = globSync('demo/questionnaires/*.json', { cwd: root })
  const shipped = files.map(path => {
    const file = { name: path, bytes: readFileSync(join(root, path)) }
    const { questionnaire, problems } = readQuestionnaire(file)
    if (!questionnaire) throw new Error(JSON.stringify(problems))
    return { file: basename(path, '.json'), questionnaire }
  })
  const measured = shipped.flatMap(({ questionnaire }) =>
    questionnaire.questions.flatMap(question =>
      question.kind !== 'text' && question.measure ? [readMeasureKey(question.measure.key)] : [],
    ),
  )

  test('are one for each group, and each has all of its languages', () => {
    // That no language lacks a text is checked when a questionnaire is read.
    expect(shipped.map(({ file, questionnaire }) => [file, questionnaire.group]).sort()).toEqual(
      respondentGroups.map(group => [group, group]).sort(),
    )
    for (const { questionnaire } of shipped)
      expect(questionnaire.languages).toEqual(
        questionnaire.group === 'participant' ? ['sv', 'sv-simple', 'en', 'ar', 'so'] : ['sv', 'en'],
      )
  })

  test('ask for all fifteen core indicators', () => {
    const asked = new Set(measured.map(measure => measure?.indicator))
    expect([...asked].sort((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 15 }, (_, place) => place + 1),
    )
  })

  test('ask for the indicators that the conference of 2014 ended with', () => {
    const expected: { coreProtocol: { item: number }[] } = JSON.parse(
      readFileSync(join(root, 'demo/conference-2014/expected.json'), 'utf8'),
    )
    const core = expected.coreProtocol.map(({ item }) => item)
    const items = readFileSync(join(root, 'demo/conference-2014/items.csv'), 'utf8').split('\n')
    const numbers = items
      .map(row => row.split(','))
      .filter(([item]) => core.includes(Number(item)))
      .map(([, , number]) => Number(number))
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, place) => place + 1))
  })

  test('ask participants at most twelve questions, one of them for what they want to tell', () => {
    const participant = shipped.find(({ file }) => file === 'participant')?.questionnaire
    expect(participant?.questions.length).toBeLessThanOrEqual(12)
    expect(participant?.questions.filter(({ kind }) => kind === 'text')).toHaveLength(1)
  })

  test('can all be answered with "vet inte", and force nobody', () => {
    for (const { questionnaire } of shipped) {
      for (const question of questionnaire.questions) {
        expect(question.required).toBe(false)
        if (question.kind !== 'text') expect(question.unknown?.value).toBe('vet inte')
      }
    }
  })

  test('say that they are not the national network’s', () => {
    for (const { questionnaire } of shipped) {
      expect(questionnaire.owner.name).toContain('exempel')
      for (const language of questionnaire.languages)
        expect(questionnaire.owner.about?.[language]).toContain('NNS')
      expect(questionnaire.owner.about?.sv).toContain('inte Nationella nätverkets')
    }
  })
})
