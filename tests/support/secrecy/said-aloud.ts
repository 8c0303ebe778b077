import { type Leak, momentOf, nameOf, newRows, type Observation } from './observation.ts'
import { type Reader, readingsOf } from './readings.ts'

/** Words for a choice, by themselves: `yes`, but not the form `yes-no`. */
const choiceWords = /(?<![\p{L}\p{N}_-])(yes|no|abstain|ja|nej|avstår)(?![\p{L}\p{N}_-])/iu

/**
 * What can be read without any art: what only a phone should know, and ballots in one piece, at any time; a word that is
 * a choice while the vote is open; what somebody wrote in own words before that is published without a name.
 */
export function saidAloud(observation: Observation, reader: Reader): Leak[] {
  const leaks: Leak[] = []
  const closed = momentOf(observation, 'closed')
  const wordsClosed = momentOf(observation, 'evaluation-closed')
  const knownValues = new Set(
    observation.moments
      .slice(0, momentOf(observation, 'opened') + 1)
      .flatMap(({ rows }) => rows.flatMap(row => Object.values(row.columns))),
  )
  for (const { row, at } of newRows(observation)) {
    const happened = observation.moments[at]?.happened
    const tell = (what: string) =>
      leaks.push({
        rule: 'said-aloud',
        where: row.table,
        what: `${what}, after ${happened && nameOf(happened)}`,
      })
    const { secrets, ballots, words } = reader.row(row)
    const readable = [...secrets, ...ballots, ...(at < wordsClosed ? words : [])]
    for (const { name } of readable) tell(name)
    if (readable.length > 0 || at >= closed) continue
    for (const [column, value] of Object.entries(row.columns))
      if (value !== null && !knownValues.has(value) && saysAChoice(value)) tell(`a choice in ${column}`)
  }
  return leaks
}

const saysAChoice = (value: string): boolean =>
  readingsOf(value).some(bytes => choiceWords.test(printable(bytes)))

/** Bytes that are a text; noise holds any word of two letters sooner or later, and is none. */
function printable(bytes: Buffer): string {
  const text = bytes.toString()
  return /^[\p{L}\p{N}\p{P}\p{S}\p{Z}\s]*$/u.test(text) ? text : ''
}
