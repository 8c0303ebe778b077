import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Answer, add, emptyStatistic, merge, subtract } from './statistic.ts'

const options = 4
const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constant<Answer>('unknown'),
  fc.record({
    favourable: fc.boolean(),
    chosen: fc.uniqueArray(fc.nat({ max: options - 1 }), { minLength: 1 }),
    number: fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: undefined }),
  }),
)
const answers = fc.array(answer, { maxLength: 60 })
const statisticOf = (given: readonly Answer[]) => given.reduce(add, emptyStatistic(options))

test('an answer that was added and taken away leaves nothing behind', () => {
  fc.assert(
    fc.property(answers, answer, (given, one) => {
      const statistic = statisticOf(given)
      expect(subtract(add(statistic, one), one)).toEqual(statistic)
    }),
  )
})

test('two units merged are as if all had answered in one', () => {
  fc.assert(
    fc.property(answers, answers, (here, there) => {
      expect(merge(statisticOf(here), statisticOf(there))).toEqual(statisticOf([...here, ...there]))
    }),
  )
})

test('who does not know is counted apart and is not in n', () => {
  const statistic = statisticOf(['unknown', { favourable: true, chosen: [3], number: 4 }, 'unknown'])
  expect(statistic).toEqual({
    n: 1,
    favourable: 1,
    sum: 4,
    sumOfSquares: 16,
    counts: [0, 0, 0, 1],
    unknown: 2,
  })
})

test('who chooses several is one respondent', () => {
  const statistic = statisticOf([{ favourable: true, chosen: [0, 2], number: undefined }])
  expect(statistic).toMatchObject({ n: 1, favourable: 1, counts: [1, 0, 1, 0] })
})
