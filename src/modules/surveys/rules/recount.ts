import type { Counted } from './count-sheets.ts'

/** Where what was counted as it came is not what the sheets say. */
export interface Difference {
  readonly measurementId: string
  readonly initiativeId: string
  /** Null: how many answered. */
  readonly measureId: string | null
  readonly counted: string
  readonly kept: string
}

/** Sums of decimal answers may be added in another order. Relative. */
const tolerance = 1e-9

/** What differs. A row without anything in it is the same as none. */
export function differences(counted: Counted, kept: Counted): Difference[] {
  return [
    ...compare(counted.answers, kept.answers, sameAnswers, isEmpty),
    ...compare(
      counted.responses.map(row => ({ ...row, measureId: null })),
      kept.responses.map(row => ({ ...row, measureId: null })),
      (one, other) => one.answered === other.answered,
      row => row.answered === 0,
    ),
  ]
}

type Row = {
  readonly measurementId: string
  readonly initiativeId: string
  readonly measureId: string | null
}

function compare<Counts extends Row>(
  counted: readonly Counts[],
  kept: readonly Counts[],
  isSame: (one: Counts, other: Counts) => boolean,
  isNothing: (row: Counts) => boolean,
): Difference[] {
  const byKey = (rows: readonly Counts[]) =>
    new Map(rows.filter(row => !isNothing(row)).map(row => [keyOf(row), row]))
  const [anew, before] = [byKey(counted), byKey(kept)]
  return [...new Set([...anew.keys(), ...before.keys()])].sort().flatMap(key => {
    const [one, other] = [anew.get(key), before.get(key)]
    const row = one ?? other
    if (!row || (one && other && isSame(one, other))) return []
    const { measurementId, initiativeId, measureId } = row
    return [{ measurementId, initiativeId, measureId, counted: said(one), kept: said(other) }]
  })
}

const keyOf = ({ measurementId, initiativeId, measureId }: Row) =>
  `${measurementId} ${initiativeId} ${measureId ?? ''}`

function said(row: Row | undefined): string {
  if (!row) return 'nothing'
  const { measurementId: _, initiativeId: __, measureId: ___, ...counts } = row
  return JSON.stringify(counts)
}

type Answers = Counted['answers'][number]

const isEmpty = (row: Answers) => row.n === 0 && row.unknown === 0

const sameAnswers = (one: Answers, other: Answers) =>
  one.n === other.n &&
  one.favourable === other.favourable &&
  one.unknown === other.unknown &&
  one.counts.length === other.counts.length &&
  one.counts.every((count, place) => count === other.counts[place]) &&
  isClose(one.sum, other.sum) &&
  isClose(one.sumOfSquares, other.sumOfSquares)

const isClose = (one: number, other: number) =>
  Math.abs(one - other) <= tolerance * Math.max(1, Math.abs(one), Math.abs(other))

/** Both together. */
export function mergeCounted(one: Counted, other: Counted): Counted {
  return {
    answers: together([...one.answers, ...other.answers], (a, b) => ({
      ...a,
      n: a.n + b.n,
      favourable: a.favourable + b.favourable,
      sum: a.sum + b.sum,
      sumOfSquares: a.sumOfSquares + b.sumOfSquares,
      counts: a.counts.map((count, place) => count + (b.counts[place] ?? 0)),
      unknown: a.unknown + b.unknown,
    })),
    responses: together(
      [...one.responses, ...other.responses].map(row => ({ ...row, measureId: null })),
      (a, b) => ({ ...a, answered: a.answered + b.answered }),
    ),
  }
}

function together<Counts extends Row>(
  rows: readonly Counts[],
  add: (one: Counts, other: Counts) => Counts,
): Counts[] {
  const sums = new Map<string, Counts>()
  for (const row of rows) {
    const before = sums.get(keyOf(row))
    sums.set(keyOf(row), before ? add(before, row) : row)
  }
  return [...sums.values()]
}
