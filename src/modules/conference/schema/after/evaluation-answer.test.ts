import { describe, expect, test } from 'vitest'
import { readForm } from '../../../../platform/http/form.ts'
import { evaluation } from '../../messages/evaluation.ts'
import { evaluationAnswer, longestComment } from './evaluation-answer.ts'

const read = (body: unknown) => readForm(evaluationAnswer, body, evaluation.sv.error)

describe('an answer to the evaluation', () => {
  test('keeps the questions that were answered, and the comment without spaces around it', () => {
    expect(read({ information: 'good', heard: '', result: 'poor', comment: '  Tack!\r\n ' })).toEqual({
      ok: true,
      value: { information: 'good', result: 'poor', comment: 'Tack!' },
    })
  })

  test('may be a comment alone, or a single question alone', () => {
    expect(read({ comment: 'Mer kaffe' })).toMatchObject({ ok: true })
    expect(read({ programme: 'fair' })).toEqual({ ok: true, value: { programme: 'fair', comment: '' } })
  })

  test('that says nothing is refused at the first question', () => {
    expect(read({ information: '', comment: '   ' })).toMatchObject({
      ok: false,
      errors: { information: 'Svara på minst en fråga, eller skriv en kommentar.' },
    })
  })

  test('takes only the three answers', () => {
    expect(read({ heard: 'excellent' })).toMatchObject({
      ok: false,
      errors: { heard: 'Välj ett av de tre svaren.' },
    })
  })

  test('counts a line ending in the comment as one character', () => {
    const lines = 'rad\r\n'.repeat(longestComment / 4 - 1).concat('raden')
    expect(read({ comment: lines })).toMatchObject({ ok: false })
    expect(read({ comment: lines.slice(0, -1) })).toMatchObject({ ok: true })
  })

  test('carries nothing that the form did not ask for', () => {
    const taken = read({ information: 'good', name: 'Kim', expert: '7' })
    expect(taken).toEqual({ ok: true, value: { information: 'good', comment: '' } })
  })
})
