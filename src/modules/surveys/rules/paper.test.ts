import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aQuestionnaire } from '../builders.ts'
import { paperDifferences, paperKeys, readPaper, typedAs, unknownOf } from './paper.ts'

const form = aQuestionnaire()
const read = (typed: Record<string, string>) => readPaper(form, typed)

describe('a paper', () => {
  test('is typed with a key for each answer, and an empty place is no answer', () => {
    expect(
      read({ needs: '4', person: '2', help: '1, 3', hours: '7,5', tell: ' Bra! ', unknown: 'x' }),
    ).toEqual({
      written: { needs: '4', person: 'partly', help: 'work|health', hours: '7,5', tell: 'Bra!' },
      wrong: [],
    })
    expect(read({ needs: '', person: '  ' })).toEqual({ written: {}, wrong: [] })
    expect(read({ needs: 'V', help: 'v' }).written).toEqual({ needs: 'vet inte', help: 'vet inte' })
  })

  test('says which questions have keys that are none of theirs', () => {
    expect(read({ needs: '6', person: '1 2', help: '1 1', hours: '61', tell: 'ok' }).wrong).toEqual([
      'needs',
      'person',
      'help',
      'hours',
    ])
  })

  test('is typed the same whatever was chosen', () => {
    for (const question of form.questions) {
      const keys = [...paperKeys(question), ...[unknownOf(question) ?? []].flat()]
      if (keys.length === 0) continue
      fc.assert(
        fc.property(fc.constantFrom(...keys), ({ key, value }) => {
          expect(typedAs(question, value)).toBe(key)
          expect(read({ [question.id]: key }).written).toEqual({ [question.id]: value })
        }),
      )
    }
  })

  test('differs where it was typed otherwise, and not by the order of several answers', () => {
    const first = { needs: '4', help: 'work|health', hours: '7' }
    expect(paperDifferences(form, first, { needs: '4', help: 'health|work', hours: '7' })).toEqual([])
    expect(paperDifferences(form, first, { needs: '5', help: 'work' })).toEqual(['needs', 'help', 'hours'])
  })
})
