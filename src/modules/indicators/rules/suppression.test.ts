import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nationalParts, shownParts } from './suppression.ts'

const tableOf = (counts: readonly number[]) => new Map(counts.entries())
const shownOf = (counts: readonly number[]) => [...shownParts(tableOf(counts)).parts]
const sum = (counts: readonly number[]) => counts.reduce((all, n) => all + n, 0)

describe('what is shown of parts', () => {
  test('is all when all have five', () => {
    expect(shownParts(tableOf([5, 9, 30]))).toEqual({ total: true, parts: new Set([0, 1, 2]) })
  })

  test('leaves out a small one, and the smallest of the others with it', () => {
    expect(shownOf([30, 3, 12, 8])).toEqual([0, 2])
  })

  test('needs no more when the small ones are five or more together', () => {
    expect(shownOf([30, 3, 12, 4])).toEqual([0, 2])
  })

  test('needs no more when a part is empty', () => {
    expect(shownOf([30, 0, 12])).toEqual([0, 2])
  })

  test('hides equally small parts together, so that the choice tells nothing', () => {
    expect(shownOf([30, 3, 8, 8])).toEqual([0])
  })

  test('hides one more where the hidden parts can only have four each', () => {
    expect(shownOf([4, 30, 4, 12])).toEqual([1])
  })

  test('is not even the total when that is below five', () => {
    expect(shownParts(tableOf([2, 1]))).toEqual({ total: false, parts: new Set() })
    expect(shownParts(tableOf([]))).toEqual({ total: false, parts: new Set() })
  })
})

/** Mostly small units, where the danger is. */
const respondents = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 8 }) },
  { weight: 1, arbitrary: fc.nat({ max: 60 }) },
)
const initiatives = fc.array(respondents, { minLength: 1, maxLength: 8 })

/** The n of each query that one may ask of the initiatives of an association. */
const query = fc.func(fc.boolean())

test('no sum of shown parts, and no total without shown parts, counts one to four', () => {
  fc.assert(
    fc.property(initiatives, query, (counts, picks) => {
      const { total, parts } = shownParts(tableOf(counts))
      const picked = [...parts].filter(part => picks(part)).map(part => counts[part] ?? 0)
      const answers = [sum(picked), ...(total ? [sum(counts), sum(counts) - sum(picked)] : [])]
      for (const answer of answers) expect([1, 2, 3, 4]).not.toContain(answer)
    }),
    { numRuns: 2000 },
  )
})

test('nor does any way down from the country over associations to initiatives', () => {
  // A sequence of looks: the country without some associations, and without some initiatives of the others.
  const country = fc.array(initiatives, { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(country, query, query, (associations, picksAssociation, picksInitiative) => {
      const totals = associations.map(sum)
      const national = nationalParts(tableOf(totals))
      if (!national.total) return
      const looks = [...national.parts].map(association => {
        const counts = associations[association] ?? []
        const all = sum(counts)
        if (picksAssociation(association)) return { shown: all, left: 0 }
        const shown = sum(
          [...shownParts(tableOf(counts)).parts]
            .filter(part => picksInitiative(association, part))
            .map(part => counts[part] ?? 0),
        )
        return { shown, left: all - shown }
      })
      const figure = sum([...national.parts].map(association => totals[association] ?? 0))
      expect(figure - sum(looks.map(({ shown }) => shown))).toBe(sum(looks.map(({ left }) => left)))
      for (const { shown, left } of looks) {
        expect([1, 2, 3, 4]).not.toContain(shown)
        expect([1, 2, 3, 4]).not.toContain(left)
      }
      expect([1, 2, 3, 4]).not.toContain(sum(looks.map(({ left }) => left)))
    }),
    { numRuns: 2000 },
  )
})

/** All tables with so many parts of at most so many. */
function* tables(parts: number, most: number): Generator<readonly number[]> {
  if (parts === 0) yield []
  else for (const table of tables(parts - 1, most)) for (let n = 0; n <= most; n++) yield [...table, n]
}

test.each([
  [1, 20],
  [2, 30],
  [3, 20],
  [4, 11],
  [5, 7],
])(
  'who knows the rule finds no count of one to four either: all tables of %i parts up to %i',
  (parts, most) => {
    // What is seen, and for each part all that it can be when that is seen.
    const seen = new Map<string, readonly Set<number>[]>()
    for (const table of tables(parts, most)) {
      const { total, parts: shown } = shownParts(tableOf(table))
      const view = [
        total ? sum(table) : 'hidden',
        ...table.map((n, part) => (shown.has(part) ? n : 'hidden')),
      ]
      const possible = seen.get(view.join()) ?? table.map(() => new Set<number>())
      for (const [part, n] of table.entries()) possible[part]?.add(n)
      seen.set(view.join(), possible)
    }
    const found = [...seen].filter(([, possible]) =>
      possible.some(counts => counts.size === 1 && [1, 2, 3, 4].some(few => counts.has(few))),
    )
    expect(found).toEqual([])
  },
)

test('the country is the sum of associations that have five themselves', () => {
  expect(nationalParts(tableOf([4, 5, 30]))).toEqual({ total: true, parts: new Set([1, 2]) })
  expect(nationalParts(tableOf([4, 4, 4]))).toEqual({ total: false, parts: new Set() })
})
