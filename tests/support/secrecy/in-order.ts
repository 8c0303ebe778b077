import { type Happening, type Leak, momentOf, type Observation, type StoredRow } from './observation.ts'
import type { Reader } from './readings.ts'

/** Below this many, an order may coincide by chance. */
const fewestInOrder = 14
/** Of 14 in an order drawn at random, one in a million comes so close to a given one. */
const coincides = 0.93

/**
 * The order in which the voters came, found again in anything that can be sorted: where a row lies, which transaction
 * wrote it, any of its values. A row is a voter's when it names one and no other, or holds what one voter said.
 */
export function inOrder(observation: Observation, reader: Reader): Leak[] {
  const sequences = sequencesOf(observation)
  const leaks = new Map<string, Leak>()
  for (const { when, rows } of viewsOf(observation)) {
    for (const [table, own] of Map.groupBy(rows, row => row.table)) {
      for (const { whose, rowsOf } of ownersIn(observation, reader, own)) {
        for (const { key, sortedBy } of keysOf(own)) {
          if (key === whose) continue
          for (const { kind, voters } of sequences) {
            const strength = strongest(voters, rowsOf, sortedBy)
            if (strength >= coincides)
              leaks.set(`${table} ${key} ${kind}`, {
                rule: 'in-order',
                where: table,
                what: `${key} has the order of ${kind} (${strength.toFixed(2)}), ${when}`,
              })
          }
        }
      }
    }
  }
  return [...leaks.values()]
}

/** Who came after whom, for each thing that was done one after the other. */
function sequencesOf({ moments }: Observation): { kind: Happening['kind']; voters: number[] }[] {
  const kinds = ['right', 'ballot', 'evaluated'] as const
  return kinds.map(kind => ({
    kind,
    voters: moments.flatMap(({ happened }) => (happened.kind === kind ? [...happened.voters] : [])),
  }))
}

/** When the rows are looked at: live ones before and after what may rewrite them, and all versions together. */
function viewsOf(observation: Observation): { when: string; rows: readonly StoredRow[] }[] {
  const { moments } = observation
  const live = (at: number) => (moments[at]?.rows ?? []).filter(row => !row.isDead)
  const closed = momentOf(observation, 'closed')
  return [
    { when: 'before the close', rows: live(closed - 1) },
    { when: 'after the close', rows: live(closed) },
    { when: 'at last', rows: live(moments.length - 1) },
    { when: 'with dead rows', rows: [...new Set(moments.flatMap(({ rows }) => rows))] },
  ]
}

type RowsOf = ReadonlyMap<number, readonly StoredRow[]>

/** Ways to say whose a row is: by what it mentions, or by a column that holds the voters' numbers or names. */
function ownersIn(
  { voters }: Observation,
  reader: Reader,
  rows: readonly StoredRow[],
): { whose: string; rowsOf: RowsOf }[] {
  const mentioned = (row: StoredRow) => {
    const { persons, speakers } = reader.row(row)
    const [voter, ...others] = new Set([...persons, ...speakers])
    return others.length === 0 ? voter : undefined
  }
  const labels = new Map(voters.flatMap((one, voter) => one.labels.map(label => [label, voter] as const)))
  const columns = Object.keys(rows[0]?.columns ?? {})
  return [
    { whose: '', voterOf: mentioned },
    ...columns.map(column => ({
      whose: column,
      voterOf: (row: StoredRow) => labels.get(row.columns[column] ?? ''),
    })),
  ].map(({ whose, voterOf }) => {
    const rowsOf = new Map<number, StoredRow[]>()
    for (const row of rows) {
      const voter = voterOf(row)
      if (voter !== undefined) rowsOf.set(voter, [...(rowsOf.get(voter) ?? []), row])
    }
    return { whose, rowsOf }
  })
}

type Key = { readonly key: string; readonly sortedBy: (row: StoredRow) => number | string }

function keysOf(rows: readonly StoredRow[]): Key[] {
  const columns = Object.keys(rows[0]?.columns ?? {}).map((column): Key => {
    const isNumber = rows.every(row => row.isDead || /^-?\d+(\.\d+)?$/.test(row.columns[column] ?? '0'))
    return {
      key: column,
      sortedBy: row => (isNumber ? Number(row.columns[column]) : (row.columns[column] ?? '')),
    }
  })
  return [
    // A block holds fewer than a thousand lines.
    { key: 'the place', sortedBy: row => row.place[0] * 1000 + row.place[1] },
    { key: 'the transaction', sortedBy: row => row.xmin },
    { key: 'the last transaction', sortedBy: row => row.xmax },
    ...columns,
  ]
}

/** How close the order comes (1: it is the same, or the same backwards), by each voter's first row or last. */
function strongest(sequence: readonly number[], rowsOf: RowsOf, sortedBy: Key['sortedBy']): number {
  const present = sequence.filter(voter => rowsOf.has(voter))
  if (present.length < fewestInOrder) return 0
  const values = present.map(voter => (rowsOf.get(voter) ?? []).map(sortedBy).toSorted(compare))
  return Math.max(
    ...[values.map(own => own[0] ?? 0), values.map(own => own.at(-1) ?? 0)].map(ends =>
      Math.abs(rankCorrelation(ends)),
    ),
  )
}

const compare = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Spearman's rho between the values and the order in which they are given; equal values share their rank. */
export function rankCorrelation(values: readonly (number | string)[]): number {
  const sorted = values.toSorted(compare)
  const ranks = values.map(value => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2)
  const middle = (values.length - 1) / 2
  const sum = (of: (place: number) => number) => ranks.reduce((total, _, place) => total + of(place), 0)
  const deviation = (place: number) => (ranks[place] ?? 0) - middle
  const spread = sum(place => deviation(place) ** 2) * sum(place => (place - middle) ** 2)
  return spread === 0 ? 0 : sum(place => deviation(place) * (place - middle)) / Math.sqrt(spread)
}
