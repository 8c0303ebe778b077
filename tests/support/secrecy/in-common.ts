import {
  fewestToHideIn,
  type Leak,
  momentOf,
  newRows,
  type Observation,
  type StoredRow,
} from './observation.ts'
import type { Reader } from './readings.ts'

/**
 * Whatever can join the two: a value, or a transaction, that stands where one voter is known, or a few, and where an answer
 * is. An answer may be in whatever was written when somebody voted, and in whatever names a choice afterwards.
 */
export function inCommon(observation: Observation, reader: Reader): Leak[] {
  const { moments } = observation
  const allRows = new Set(moments.flatMap(({ rows }) => rows))
  const votersBy = new Map<string, Set<number>>()
  for (const row of allRows) {
    const { persons } = reader.row(row)
    if (persons.size === 0) continue
    for (const token of tokensOf(row)) {
      const voters = votersBy.get(token) ?? new Set()
      for (const voter of persons) if (observation.voters[voter]?.ballots.length) voters.add(voter)
      votersBy.set(token, voters)
    }
  }

  const closed = momentOf(observation, 'closed')
  const leaks: Leak[] = []
  for (const { row, at } of newRows(observation)) {
    const kind = moments[at]?.happened.kind
    const isAnswer =
      at < closed
        ? kind === 'ballot' || kind === 'changed' || kind === 'at-once'
        : reader.row(row).speakers.size > 0 ||
          Object.values(row.columns).some(value => value && isChoice(value))
    if (!isAnswer) continue
    for (const token of tokensOf(row)) {
      const voters = votersBy.get(token)
      if (voters && voters.size > 0 && voters.size < fewestToHideIn)
        leaks.push({
          rule: 'in-common',
          where: row.table,
          what: `${token} leads to voter ${[...voters].join(', ')}`,
        })
    }
  }
  return leaks
}

const isChoice = (value: string): boolean => /^(yes|no|abstain)$/.test(value)

/** What is not there by chance: values that are longer than a small number, the words in them, and the transactions. */
function tokensOf({ columns, xmin, xmax }: StoredRow): Set<string> {
  const transactions = [xmin, xmax].filter(id => id > 2).map(id => `transaction ${id}`)
  const values = Object.values(columns).filter(value => value !== null)
  return new Set([...transactions, ...values, ...values.flatMap(wordsOf)].filter(isTelling))
}

const longestWithWords = 10_000
const wordsOf = (value: string): string[] =>
  value.length > longestWithWords ? [] : value.split(/[^\p{L}\p{N}_\\:.+-]+/u)

const isTelling = (token: string): boolean => token.length >= 4 && !/^\d{1,5}$/.test(token)
