import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { descendants, type LineageItem, merge, reword, split, undo } from './lineage.ts'

const item = (number: number, changes: Partial<LineageItem> = {}): LineageItem => ({
  number,
  kind: 'process',
  perspective: 'participant',
  wordingSv: `Lydelse ${number}`,
  wordingEn: `Wording ${number}`,
  explanation: '',
  retired: false,
  derived: null,
  derivedFrom: [],
  ...changes,
})

const nothing: ReadonlySet<number> = new Set()
const numbers = (items: readonly LineageItem[]) => items.map(({ number }) => number)

function done<Value>(result: { ok: true; value: Value } | { ok: false; refusal: string }): Value {
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

describe('merging', () => {
  test('makes one new item of several and retires them', () => {
    const { items, added, retired } = done(
      merge([item(1), item(2), item(5)], [1, 2], { wordingSv: '  Ny lydelse ' }, nothing),
    )
    expect(added).toEqual([
      item(6, { wordingSv: 'Ny lydelse', wordingEn: '', derived: 'merged', derivedFrom: [1, 2] }),
    ])
    expect(retired).toEqual([1, 2])
    expect(items).toEqual([item(1, { retired: true }), item(2, { retired: true }), item(5), ...added])
  })

  test('keeps the explanations of all, and a perspective they share', () => {
    const items = [
      item(1, { explanation: 'Ett' }),
      item(2, { explanation: 'Två', perspective: 'staff' }),
      item(3, { explanation: 'Ett' }),
    ]
    const { added } = done(merge(items, [1, 2, 3], { wordingSv: 'Ny' }, nothing))
    expect(added).toMatchObject([{ explanation: 'Ett\n\nTvå', perspective: '' }])
  })

  test('of different kinds asks for the kind of the result', () => {
    const items = [item(1), item(2, { kind: 'effect' })]
    expect(merge(items, [1, 2], { wordingSv: 'Ny' }, nothing)).toEqual({ ok: false, refusal: 'kinds-differ' })
    expect(done(merge(items, [1, 2], { wordingSv: 'Ny', kind: 'effect' }, nothing)).added).toMatchObject([
      { kind: 'effect' },
    ])
  })

  test('may keep the wording of one of them', () => {
    expect(merge([item(1), item(2)], [1, 2], { wordingSv: 'Lydelse 1' }, nothing).ok).toBe(true)
  })
})

describe('splitting', () => {
  test('makes several new items of one, with its kind, perspective and explanation', () => {
    const { added, retired } = done(
      split(
        [item(1, { explanation: 'Varför' })],
        1,
        [{ wordingSv: 'A' }, { wordingSv: 'B', wordingEn: 'Bee' }],
        nothing,
      ),
    )
    const from1 = { explanation: 'Varför', derived: 'split', derivedFrom: [1] } as const
    expect(added).toEqual([
      item(2, { ...from1, wordingSv: 'A', wordingEn: '' }),
      item(3, { ...from1, wordingSv: 'B', wordingEn: 'Bee' }),
    ])
    expect(retired).toEqual([1])
  })
})

describe('rewording', () => {
  test('makes a new item and does not let the old English stand beside the new Swedish', () => {
    expect(done(reword([item(1)], 1, { wordingSv: 'Bättre lydelse' }, nothing)).added).toEqual([
      item(2, { wordingSv: 'Bättre lydelse', wordingEn: '', derived: 'reworded', derivedFrom: [1] }),
    ])
  })

  test('of the English or the explanation alone keeps the rest', () => {
    const { added } = done(reword([item(1)], 1, { wordingSv: 'Lydelse 1', explanation: 'Därför' }, nothing))
    expect(added).toMatchObject([{ wordingSv: 'Lydelse 1', wordingEn: 'Wording 1', explanation: 'Därför' }])
  })

  test('of an item that has no wording yet gives it one', () => {
    expect(reword([item(1, { wordingSv: '', wordingEn: '' })], 1, { wordingSv: 'Nu' }, nothing).ok).toBe(true)
  })
})

describe('is refused by name', () => {
  const items = [item(1), item(2), item(3, { retired: true })]
  const ny = { wordingSv: 'Ny' }
  test.each([
    ['item-unknown', merge(items, [1, 9], ny, nothing)],
    ['item-unknown', reword(items, 9, ny, nothing)],
    ['item-retired', merge(items, [1, 3], ny, nothing)],
    ['item-retired', split(items, 3, [ny, { wordingSv: 'Annan' }], nothing)],
    ['item-in-open-round', merge(items, [1, 2], ny, new Set([2]))],
    ['item-in-open-round', split(items, 2, [ny, { wordingSv: 'Annan' }], new Set([2]))],
    ['item-in-open-round', reword(items, 2, ny, new Set([2]))],
    ['same-item-twice', merge(items, [1, 1], ny, nothing)],
    ['too-few-items', merge(items, [1], ny, nothing)],
    ['too-few-parts', split(items, 1, [ny], nothing)],
    ['wording-empty', merge(items, [1, 2], { wordingSv: ' \n' }, nothing)],
    ['wording-empty', split(items, 1, [ny, { wordingSv: '' }], nothing)],
    ['wording-empty', reword(items, 1, { wordingSv: '' }, nothing)],
    ['wording-unchanged', reword(items, 1, { wordingSv: ' Lydelse  1 ' }, nothing)],
    ['same-wording-twice', split(items, 1, [ny, { wordingSv: 'ny ' }], nothing)],
  ])('%s', (refusal, result) => {
    expect(result).toEqual({ ok: false, refusal })
  })
})

describe('taking back', () => {
  const start = [item(1), item(2), item(3)]

  test('brings back the items as they were', () => {
    const merged = done(merge(start, [1, 2], { wordingSv: 'Ny' }, nothing))
    expect(done(undo(merged.items, 4, nothing))).toEqual({ items: start, removed: [4], restored: [1, 2] })
  })

  test('of one part of a split takes back all parts', () => {
    const parts = done(split(start, 1, [{ wordingSv: 'A' }, { wordingSv: 'B' }], nothing))
    expect(done(undo(parts.items, 5, nothing))).toEqual({ items: start, removed: [4, 5], restored: [1] })
  })

  test('is refused when something was built on it, or it was never derived', () => {
    const parts = done(split(start, 1, [{ wordingSv: 'A' }, { wordingSv: 'B' }], nothing))
    const further = done(reword(parts.items, 5, { wordingSv: 'C' }, nothing))
    expect(undo(further.items, 4, nothing)).toEqual({ ok: false, refusal: 'result-derived-further' })
    expect(undo(parts.items, 4, new Set([5]))).toEqual({ ok: false, refusal: 'result-used' })
    expect(undo(parts.items, 2, nothing)).toEqual({ ok: false, refusal: 'not-derived' })
    expect(undo(parts.items, 9, nothing)).toEqual({ ok: false, refusal: 'item-unknown' })
  })
})

test('the lineage of an item is told nearest first', () => {
  const merged = done(merge([item(1), item(2)], [1, 2], { wordingSv: 'Ny' }, nothing))
  const reworded = done(reword(merged.items, 3, { wordingSv: 'Nyare' }, nothing))
  const parts = done(split(reworded.items, 4, [{ wordingSv: 'A' }, { wordingSv: 'B' }], nothing))
  expect(numbers(descendants(parts.items, 1))).toEqual([3, 4, 5, 6])
  expect(numbers(descendants(parts.items, 4))).toEqual([5, 6])
  expect(descendants(parts.items, 6)).toEqual([])
})

describe('whatever is merged, split, reworded and taken back', () => {
  type Step = { what: 'merge' | 'split' | 'reword' | 'undo'; picks: number[] }
  const step: fc.Arbitrary<Step> = fc.record({
    what: fc.constantFrom('merge', 'split', 'reword', 'undo'),
    picks: fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }),
  })
  const take = (items: readonly LineageItem[], { what, picks }: Step, at: number): readonly LineageItem[] => {
    const live = items.filter(({ retired }) => !retired)
    const chosen = picks.map(pick => live[pick % live.length]?.number ?? 0)
    const [first = 0] = chosen
    const draft = { wordingSv: `Steg ${at}` }
    const result =
      what === 'merge'
        ? merge(items, [...new Set(chosen)], draft, nothing)
        : what === 'split'
          ? split(items, first, [draft, { wordingSv: `Steg ${at} b` }], nothing)
          : what === 'reword'
            ? reword(items, first, draft, nothing)
            : undo(items, first, nothing)
    return result.ok ? result.value.items : items
  }
  const start = Array.from({ length: 6 }, (_, at) => item(at + 1))

  test('no item is its own ancestor, nothing is lost, and every original leads to a living item', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), steps => {
        const items = steps.reduce(take, start)
        for (const { number, derivedFrom } of items) {
          expect(numbers(descendants(items, number))).not.toContain(number)
          for (const origin of derivedFrom) expect(numbers(descendants(items, origin))).toContain(number)
          expect(derivedFrom.every(origin => origin < number)).toBe(true)
        }
        for (const original of start) {
          expect(items).toContainEqual({ ...original, retired: expect.any(Boolean) })
          const itself = items.filter(({ number }) => number === original.number)
          const line = [...itself, ...descendants(items, original.number)]
          expect(line.some(({ retired }) => !retired)).toBe(true)
        }
        // Retired is exactly what something was made of.
        const madeInto = new Set(items.flatMap(({ derivedFrom }) => derivedFrom))
        expect(new Set(numbers(items.filter(({ retired }) => retired)))).toEqual(madeInto)
      }),
      { numRuns: 60 },
    )
  })

  test('taking back a step gives what was there before it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), step, (steps, last) => {
        const before = steps.reduce(take, start)
        const after = take(before, last, 99)
        fc.pre(last.what !== 'undo' && after !== before)
        const newest = after.at(-1)?.number ?? 0
        expect(done(undo(after, newest, nothing)).items).toEqual(before)
      }),
    )
  })
})
