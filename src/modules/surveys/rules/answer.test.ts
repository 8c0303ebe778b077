import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aQuestionnaire, inWords } from '../builders.ts'
import { answerReader } from './answer.ts'
import { type Question, type ScaleQuestion, stepsOf, valuesOf } from './questionnaire.ts'

function question(id: string): Question {
  const found = aQuestionnaire().questions.find(question => question.id === id)
  if (!found) throw new Error(`no question ${id}`)
  return found
}
const reader = (id: string) => answerReader(question(id))
const ok = (value: unknown) => ({ ok: true, value })
const refused = (refusal: string) => ({ ok: false, refusal })

test.each(['needs', 'person', 'help', 'hours'])(
  'an empty answer to %s is skipped, and "vet inte" is known',
  id => {
    expect(reader(id)('')).toEqual(ok(undefined))
    expect(reader(id)('vet inte')).toEqual(ok('unknown'))
  },
)

test('free text is never counted, whatever it says', () => {
  fc.assert(fc.property(fc.string(), text => void expect(reader('tell')(text)).toEqual(ok(undefined))))
})

describe('a scale', () => {
  test('has its steps, each with its place and number', () => {
    const read = reader('needs')
    expect(read('4')).toEqual(ok({ favourable: true, chosen: [3], number: 4 }))
    expect(read('3')).toEqual(ok({ favourable: false, chosen: [2], number: 3 }))
    for (const written of ['0', '6', '4.0', '04', 'fyra', ' 4', '-1'])
      expect(read(written)).toEqual(refused('not-an-option'))
  })

  test('from one number to another has all whole numbers between them, labelled where it says so', () => {
    const label = inWords('end')
    const scale: ScaleQuestion = {
      kind: 'scale',
      id: 'end',
      text: label,
      required: false,
      from: -1,
      to: 2,
      labels: [
        { value: -1, label },
        { value: 2, label },
      ],
    }
    expect(stepsOf(scale)).toEqual([
      { value: -1, label },
      { value: 0, label: undefined },
      { value: 1, label: undefined },
      { value: 2, label },
    ])
    expect(valuesOf(scale)).toEqual([-1, 0, 1, 2])
    expect(answerReader(scale)('0')).toMatchObject(ok({ chosen: [1], number: 0 }))
  })
})

test('one choice has its place and no number', () => {
  const read = reader('person')
  expect(read('yes')).toEqual(ok({ favourable: true, chosen: [0], number: undefined }))
  expect(read('no')).toEqual(ok({ favourable: false, chosen: [2], number: undefined }))
  expect(read('Yes')).toEqual(refused('not-an-option'))
  expect(read('yes|no')).toEqual(refused('not-an-option'))
})

describe('several choices', () => {
  const read = reader('help')

  test('are favourable when one of them is', () => {
    expect(read('health|work')).toEqual(ok({ favourable: true, chosen: [2, 0], number: undefined }))
    expect(read('health')).toEqual(ok({ favourable: false, chosen: [2], number: undefined }))
    expect(read('work | money')).toMatchObject(ok({ chosen: [0, 1] }))
  })

  test('are refused when one is unknown, there twice, or no choice', () => {
    expect(read('work|vet inte')).toEqual(refused('unknown-among-others'))
    expect(read('work|work')).toEqual(refused('chosen-twice'))
    expect(read('work|love')).toEqual(refused('not-an-option'))
    expect(read('work|')).toEqual(refused('not-an-option'))
  })
})

describe('a number', () => {
  const read = reader('hours')

  test('has a decimal point or comma, and is favourable within its range', () => {
    expect(read('20')).toEqual(ok({ favourable: true, chosen: [], number: 20 }))
    expect(read('19,5')).toEqual(ok({ favourable: false, chosen: [], number: 19.5 }))
    expect(read('60.0')).toMatchObject(ok({ favourable: true, number: 60 }))
  })

  test('is refused outside its limits, with too many decimals, and when it is none', () => {
    expect(read('60.1')).toEqual(refused('outside-range'))
    expect(read('-1')).toEqual(refused('outside-range'))
    expect(read('7.25')).toEqual(refused('too-many-decimals'))
    for (const written of ['1e1', '1 000', '1,000.5', '0x10', '.5', '5.', 'NaN', 'tio'])
      expect(read(written)).toEqual(refused('not-a-number'))
  })
})
