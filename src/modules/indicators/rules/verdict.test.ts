import { describe, expect, test } from 'vitest'
import { newcombe } from './proportion.ts'
import { judge } from './verdict.ts'

const change = (before: number, now: number, n: number) =>
  newcombe({ favourable: now, n }, { favourable: before, n })

describe('a change in words', () => {
  test('is higher or lower when its interval lies on one side of zero', () => {
    expect(judge(change(40, 70, 100), true)).toEqual({ verdict: 'higher', news: 'better' })
    expect(judge(change(70, 40, 100), true)).toEqual({ verdict: 'lower', news: 'worse' })
  })

  test('is no certain difference when zero is within its interval', () => {
    expect(judge(change(40, 45, 100), true)).toEqual({ verdict: 'no-certain-difference', news: 'none' })
    expect(judge({ difference: 0.1, low: 0, high: 0.2 }, true).verdict).toBe('no-certain-difference')
  })

  test('is no certain difference when it does not stand among the others', () => {
    expect(judge(change(40, 70, 100), false).verdict).toBe('no-certain-difference')
  })

  test('is good news downwards where lower is better', () => {
    expect(judge(change(70, 40, 100), true, 'lower')).toEqual({ verdict: 'lower', news: 'better' })
    expect(judge(change(40, 70, 100), true, 'lower')).toEqual({ verdict: 'higher', news: 'worse' })
  })
})
