import { describe, expect, test } from 'vitest'
import { checkBallot, choicesOf } from './ballot.ts'

const items = new Set([1, 2, 3])

describe('a yes-no ballot', () => {
  test('holds yes, no or abstain for each item, and may leave items blank', () => {
    const checked = checkBallot('yes-no', items, [
      { item: 1, choice: 'yes' },
      { item: 3, choice: 'abstain' },
    ])
    expect(checked).toEqual({
      ok: true,
      ballot: new Map([
        [1, 'yes'],
        [3, 'abstain'],
      ]),
    })
  })

  test('may be handed in empty', () => {
    expect(checkBallot('yes-no', items, [])).toEqual({ ok: true, ballot: new Map() })
  })

  test('is refused with everything that is wrong in it', () => {
    const checked = checkBallot('yes-no', items, [
      { item: 1, choice: 'yes' },
      { item: 1, choice: 'no' },
      { item: 2, choice: 'maybe' },
      { item: 3, choice: 7 },
      { item: 4, choice: 'yes' },
    ])
    expect(checked).toEqual({
      ok: false,
      problems: [
        { problem: 'item-twice', item: 1 },
        { problem: 'choice-not-allowed', item: 2 },
        { problem: 'choice-not-allowed', item: 3 },
        { problem: 'item-not-in-round', item: 4 },
      ],
    })
  })
})

describe('a ballot to choose from', () => {
  test('may choose as many as it says, and no more', () => {
    const choose = (...chosen: number[]) =>
      checkBallot(
        { choose: 2 },
        items,
        chosen.map(item => ({ item, choice: 'yes' })),
      )
    expect(choose(1, 3).ok).toBe(true)
    expect(choose(1, 2, 3)).toEqual({
      ok: false,
      problems: [{ problem: 'too-many-chosen', chosen: 3, atMost: 2 }],
    })
  })

  test('has no abstain, for not choosing is not voting', () => {
    expect(choicesOf({ choose: 2 })).not.toContain('abstain')
  })
})

describe('a ballot to rate on', () => {
  const rate = (choice: unknown) => checkBallot('rating-1-9', items, [{ item: 1, choice }])

  test('takes 1 to 9, as numbers or as a form sends them, and abstain', () => {
    for (const choice of [1, '1', 9, '9', 'abstain']) expect(rate(choice).ok).toBe(true)
    expect(rate('7')).toEqual({ ok: true, ballot: new Map([[1, 7]]) })
  })

  test('takes nothing else', () => {
    for (const choice of [0, 10, 4.5, '07', ' 7', 'yes', '', null, undefined, {}])
      expect(rate(choice).ok).toBe(false)
  })
})
