import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countEvaluation,
  type EvaluationAnswer,
  evaluationAnswers,
  evaluationQuestions,
} from './evaluation.ts'

const many = (count: number, answer: EvaluationAnswer) => Array.from({ length: count }, () => answer)
const anAnswer: fc.Arbitrary<EvaluationAnswer> = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...evaluationQuestions), fc.constantFrom(...evaluationAnswers)),
    fc.constantFrom('', 'Bra mat', ' '),
  )
  .map(([given, comment]) => ({ ...given, comment }))

describe('counting the evaluation', () => {
  test('gives all three answers of a question, also those that nobody gave', () => {
    const count = countEvaluation([
      ...many(4, { heard: 'good', comment: '' }),
      ...many(2, { heard: 'poor', comment: '' }),
    ])
    expect(count.questions).toEqual([{ question: 'heard', answers: { good: 4, fair: 0, poor: 2 } }])
  })

  test('with four answers says nothing but that there were four', () => {
    const all = Object.fromEntries(evaluationQuestions.map(question => [question, 'poor' as const]))
    expect(countEvaluation(many(4, { ...all, comment: 'Jag var missnöjd' }))).toEqual({
      answered: 4,
      questions: [],
      comments: [],
    })
  })

  test('holds back a question that only four of many answered', () => {
    const count = countEvaluation([
      ...many(4, { met: 'poor', result: 'good', comment: '' }),
      ...many(9, { result: 'good', comment: '' }),
    ])
    expect(count.questions.map(({ question }) => question)).toEqual(['result'])
  })

  test('never shows a question that fewer than five answered, and comments only when five answered', () => {
    fc.assert(
      fc.property(fc.array(anAnswer, { maxLength: 12 }), answers => {
        const count = countEvaluation(answers)
        for (const { answers: given } of count.questions) {
          expect(given.good + given.fair + given.poor).toBeGreaterThanOrEqual(5)
        }
        if (answers.length < 5) expect(count.comments).toEqual([])
        expect(count.comments).not.toContain('')
      }),
    )
  })

  test('counts the same whatever order the answers come in', () => {
    fc.assert(
      fc.property(fc.array(anAnswer, { maxLength: 12 }), answers => {
        const there = countEvaluation(answers)
        const back = countEvaluation(answers.toReversed())
        expect(back.questions).toEqual(there.questions)
        expect(back.comments.toSorted()).toEqual(there.comments.toSorted())
      }),
    )
  })
})
