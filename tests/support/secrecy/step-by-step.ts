import {
  fewestToHideIn,
  type Happening,
  type Leak,
  type Moment,
  nameOf,
  type Observation,
  type StoredRow,
} from './observation.ts'
import type { Reader } from './readings.ts'

/** Written by PostgreSQL and the job queue at times of their own. They are searched for voters, but not compared. */
const ownTimes = /^(jobs|pg_catalog|pg_toast)\./

/**
 * Compares each moment with the one before. When one voter has done something, nothing that changed may name a few
 * voters; and what changed must look the same whoever did it and whatever they said: as many rows, of the same lengths,
 * numbers that grow by the same. Sealed values must have nothing in common with what they were.
 */
export function stepByStep(observation: Observation, reader: Reader): Leak[] {
  const steps = observation.moments.slice(1).map((after, place) => {
    const before = observation.moments[place] as Moment
    const had = new Set(before.rows)
    const has = new Set(after.rows)
    return {
      happened: after.happened,
      came: after.rows.filter(row => !had.has(row)),
      went: before.rows.filter(row => !has.has(row)),
    }
  })
  return [
    ...steps.flatMap(step => namedIn(step, reader)),
    ...(['right', 'ballot', 'changed'] as const).flatMap(kind =>
      differences(steps.filter(({ happened }) => happened.kind === kind && happened.voters.length === 1)),
    ),
    ...rowsOfTheirOwn(steps.filter(({ happened }) => happened.kind === 'ballot')),
    ...steps.flatMap(piecemeal),
  ]
}

interface Step {
  readonly happened: Happening
  readonly came: readonly StoredRow[]
  readonly went: readonly StoredRow[]
}

function namedIn({ happened, came, went }: Step, reader: Reader): Leak[] {
  return [...Map.groupBy([...came, ...went], row => row.table)].flatMap(([table, rows]) => {
    // A version that was swept away, or that has just died, tells nothing that it did not tell before.
    const telling = rows.filter(row => !row.isDead || came.includes(row))
    const named = new Set(telling.flatMap(row => [...reader.row(row).persons]))
    const isFew = named.size > 0 && named.size < fewestToHideIn
    if (!isFew) return []
    const what = `${nameOf(happened)} changes what names voter ${[...named].join(', ')}`
    return [{ rule: 'step-by-step', where: table, what } as const]
  })
}

/** Tables in which the same kind of step does not always look the same. */
function differences(steps: readonly Step[]): Leak[] {
  const looksBy = new Map<string, Set<string>>()
  const tables = new Set(steps.flatMap(({ came, went }) => [...came, ...went].map(row => row.table)))
  for (const table of tables) {
    if (ownTimes.test(table)) continue
    looksBy.set(table, new Set(steps.map(step => lookOf(step, table))))
  }
  return [...looksBy]
    .filter(([, looks]) => looks.size > 1)
    .map(([table, looks]) => ({
      rule: 'step-by-step',
      where: table,
      what: `${steps[0]?.happened.kind} looks different from voter to voter: ${[...looks].slice(0, 2).join(' or ')}`,
    }))
}

function lookOf({ came, went }: Step, table: string): string {
  // A row that was only locked, or an old version that was swept, is no change of what it holds.
  const versions = (rows: readonly StoredRow[]) => rows.filter(row => row.table === table && !row.isDead)
  const keyOf = (row: StoredRow) => JSON.stringify([row.place, row.xmin, row.columns])
  const [after, before] = [versions(came), versions(went)]
  const [keptKeys, newKeys] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))]
  const made = after.filter(row => !keptKeys.has(keyOf(row)))
  const gone = before.filter(row => !newKeys.has(keyOf(row)))
  if (made.length + gone.length === 0) return 'nothing'
  const columns = Object.keys((made[0] ?? gone[0])?.columns ?? {})
  const look = (column: string) => {
    const values = (rows: readonly StoredRow[]) => rows.map(row => row.columns[column] ?? null)
    const isNumber = [...values(made), ...values(gone)].every(
      value => value === null || /^-?\d{1,15}$/.test(value),
    )
    const sum = (rows: readonly StoredRow[]) =>
      values(rows).reduce((total, value) => total + Number(value), 0)
    if (isNumber) return `${column} +${sum(made) - sum(gone)}`
    return `${column} ${values(made)
      .map(value => value?.length ?? -1)
      .toSorted()}`
  }
  return [`${made.length} for ${gone.length} rows`, ...columns.map(look)].join(', ')
}

/** A table that has one row more after each ballot: answers that lie one by one have an age and a place. */
function rowsOfTheirOwn(ballots: readonly Step[]): Leak[] {
  const growth = (table: string, { came, went }: Step) =>
    came.filter(row => row.table === table && !row.isDead).length -
    went.filter(row => row.table === table && !row.isDead).length
  const tables = new Set(ballots.flatMap(({ came }) => came.map(row => row.table)))
  return [...tables]
    .filter(table => !ownTimes.test(table))
    .filter(table => ballots.length > 0 && ballots.every(step => growth(table, step) > 0))
    .map(table => ({ rule: 'step-by-step', where: table, what: 'has a row more after each ballot' }))
}

const shortestSealed = 64
const pieceBytes = 8

/** A sealed value that was written anew only in part: which part tells whose. */
function piecemeal({ happened, came, went }: Step): Leak[] {
  if (!['right', 'ballot', 'changed'].includes(happened.kind)) return []
  const sealed = (rows: readonly StoredRow[]) =>
    rows.flatMap(row =>
      row.isDead || ownTimes.test(row.table)
        ? []
        : Object.entries(row.columns)
            .filter(([, value]) => value?.startsWith('\\x') && value.length >= 2 * shortestSealed)
            .map(([column, value]) => ({
              where: `${row.table}`,
              column,
              bytes: Buffer.from(value?.slice(2) ?? '', 'hex'),
            })),
    )
  const before = sealed(went)
  return sealed(came).flatMap(({ where, column, bytes }) => {
    const was = before.find(one => one.where === where && one.column === column)
    if (!was || !haveInCommon(was.bytes, bytes)) return []
    return [
      {
        rule: 'step-by-step',
        where,
        what: `${nameOf(happened)} writes only a part of ${column} anew`,
      } as const,
    ]
  })
}

function haveInCommon(one: Buffer, other: Buffer): boolean {
  const pieces = new Set<bigint>()
  for (let at = 0; at + pieceBytes <= one.length; at++) pieces.add(one.readBigUInt64BE(at))
  for (let at = 0; at + pieceBytes <= other.length; at++)
    if (pieces.has(other.readBigUInt64BE(at))) return true
  return false
}
