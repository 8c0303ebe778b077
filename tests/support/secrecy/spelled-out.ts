import { type Leak, momentOf, type Observation, type StoredRow } from './observation.ts'

/**
 * A ballot may be written in any letters: 1, 0 and 2, or y, n and a, a byte or a row for each item. What gives it away is
 * which items have the same choice. Looked for at any time, since single ballots are never kept: in each value, along each
 * row, and down each column of a table's rows in the order in which they lie or in that of any of their numbers.
 */
export function spelledOut(observation: Observation): Leak[] {
  const { voters, moments } = observation
  const ballots = voters.flatMap((one, voter) =>
    one.ballots.map(ballot => ({ voter, shape: shapeOf(ballot) })),
  )
  const shapes = new Map(ballots.map(({ voter, shape }) => [shape.join(), voter]))
  const lengths = [...new Set(ballots.map(({ shape }) => shape.length))]
  const whoseIn = (signs: ArrayLike<string | number>): number | undefined => {
    for (const length of lengths) {
      for (let from = 0; from + length <= signs.length; from++) {
        const shape = windowShape(signs, from, length)
        const voter = shape && shapes.get(shape.join())
        if (voter !== undefined) return voter
      }
    }
    return undefined
  }

  const leaks = new Map<string, Leak>()
  const tell = (table: string, how: string, voter: number | undefined) => {
    if (voter !== undefined)
      leaks.set(`${table} ${how}`, {
        rule: 'spelled-out',
        where: table,
        what: `the ballot of voter ${voter} ${how}`,
      })
  }
  const opened = momentOf(observation, 'opened')
  const seen = new Set(moments.slice(0, opened + 1).flatMap(({ rows }) => rows))
  for (const { rows } of moments.slice(opened + 1)) {
    const fresh = rows.filter(row => !seen.has(row))
    for (const row of fresh) {
      seen.add(row)
      for (const [column, value] of Object.entries(row.columns))
        for (const signs of signsOf(value ?? '')) tell(row.table, `in ${column}`, whoseIn(signs))
      tell(row.table, 'along a row', whoseIn(Object.values(row.columns).map(value => value ?? '')))
    }
    const changed = new Set(fresh.filter(row => !row.isDead).map(row => row.table))
    for (const [table, own] of Map.groupBy(rows, row => row.table)) {
      if (!changed.has(table)) continue
      for (const { order, sorted } of ordersOf(own.filter(row => !row.isDead)))
        for (const column of Object.keys(own[0]?.columns ?? {}))
          tell(table, `down ${column} ${order}`, whoseIn(sorted.map(row => row.columns[column] ?? '')))
    }
  }
  return [...leaks.values()]
}

/** Each sign by where it came first: `yes no yes` is 0 1 0, as are `1 0 1` and `no yes no`. */
const shapeOf = (signs: readonly string[]): number[] => {
  const firsts = [...new Set(signs)]
  return signs.map(sign => firsts.indexOf(sign))
}

const choices = 3

/** The shape of a piece; undefined as soon as there are more signs than choices. */
function windowShape(signs: ArrayLike<string | number>, from: number, length: number): number[] | undefined {
  const firsts: (string | number)[] = []
  const shape: number[] = []
  for (let at = from; at < from + length; at++) {
    const sign = signs[at] as string | number
    let place = firsts.indexOf(sign)
    if (place < 0) place = firsts.push(sign) - 1
    if (place >= choices) return undefined
    shape.push(place)
  }
  return shape
}

/** A value letter by letter, word by word and, where it is written as bytes, byte by byte. */
function signsOf(value: string): ArrayLike<string | number>[] {
  if (/^\\x([0-9a-f]{2})+$/.test(value)) return [Buffer.from(value.slice(2), 'hex')]
  return [[...value], value.split(/[^\p{L}\p{N}]+/u).filter(word => word !== '')]
}

/** As they lie, and by each column that is a number. */
function ordersOf(rows: readonly StoredRow[]): { order: string; sorted: StoredRow[] }[] {
  const lying = rows.toSorted((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1])
  const numbered = Object.keys(rows[0]?.columns ?? {})
    .filter(column => rows.every(row => /^-?\d+$/.test(row.columns[column] ?? '')))
    .filter(column => new Set(rows.map(row => row.columns[column])).size > 1)
  return [
    { order: 'as the rows lie', sorted: lying },
    ...numbered.map(column => ({
      order: `by ${column}`,
      sorted: lying.toSorted((a, b) => Number(a.columns[column]) - Number(b.columns[column])),
    })),
  ]
}
