import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aQuestionnaire } from '../builders.ts'
import { type Go, secondsUntilClosed, takeStep } from './answer-steps.ts'
import type { Written } from './sheet.ts'

const form = aQuestionnaire()
const last = form.questions.length
const first = { view: 'one', at: 0, reviewed: false } as const
const go = fc.constantFrom<Go>('next', 'back', 'skip', 'check', 'all', 'one', 0, 3, 99)

describe('the way through the questions', () => {
  test('never leaves them, and loses an answer only where one skips it', () => {
    fc.assert(
      fc.property(fc.array(go, { maxLength: 30 }), steps => {
        let place: Parameters<typeof takeStep>[1] = first
        let written: Written = { needs: '4', person: 'yes', hours: '7,5' }
        for (const step of steps) {
          const taken = takeStep(form, place, step, written)
          expect(taken.at).toBeGreaterThanOrEqual(0)
          expect(taken.at).toBeLessThanOrEqual(last)
          expect(taken.problems).toEqual([])
          const left = form.questions[place.at]?.id
          for (const [question, answer] of Object.entries(written))
            if (step !== 'skip' || question !== left) expect(taken.written[question]).toBe(answer)
          place = taken
          written = taken.written
        }
      }),
    )
  })

  test('stops at an answer that cannot be one, and at nothing when one goes back', () => {
    const written = { hours: '61' }
    const at = form.questions.findIndex(question => question.id === 'hours')
    expect(takeStep(form, { ...first, at }, 'next', written)).toMatchObject({
      at,
      problems: [{ question: 'hours', problem: 'outside-range' }],
    })
    expect(takeStep(form, { ...first, at }, 'back', written)).toMatchObject({ at: at - 1, problems: [] })
    expect(takeStep(form, { ...first, view: 'all' }, 'check', written).problems).toHaveLength(1)
  })
})

test('a right is kept over the last day, and never longer than browsers keep anything', () => {
  const now = new Date('2026-10-31T20:00:00Z')
  const afterLastDay = (Date.parse('2026-11-01T00:00:00+01:00') - now.getTime()) / 1000
  expect(secondsUntilClosed('2026-10-31', now)).toBeGreaterThan(afterLastDay)
  expect(secondsUntilClosed('2099-10-31', now)).toBe(400 * 24 * 3600)
})
