import { type Leak, momentOf, nameOf, type Observation } from './observation.ts'
import type { Reader } from './readings.ts'

const address =
  /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])|(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{1,4}(?![\w:])/i
const choice = /item-\d+=|"choice"/

/** Who, from where or what in a line of the log, also of what failed; and a line for each ballot, which has its time. */
export function logLines(observation: Observation, reader: Reader): Leak[] {
  const { moments } = observation
  const leaks: Leak[] = []
  // Before, the program has told where it answers.
  for (const { happened, log } of moments.slice(momentOf(observation, 'opened'))) {
    const tell = (what: string) =>
      leaks.push({ rule: 'log', where: 'log', what: `${what}, after ${nameOf(happened)}` })
    for (const line of log) {
      const { persons, secrets, ballots, words } = reader.bytes(Buffer.from(line))
      for (const { name } of [...secrets, ...ballots, ...words]) tell(name)
      for (const voter of persons) tell(`voter ${voter}`)
      if (address.test(withoutTime(line))) tell('an address')
      if (choice.test(line)) tell('a choice')
    }
  }
  const ballots = moments.filter(({ happened }) => happened.kind === 'ballot')
  if (ballots.length > 0 && ballots.every(({ log }) => log.length > 0))
    leaks.push({ rule: 'log', where: 'log', what: 'has a line for each ballot' })
  return leaks
}

const withoutTime = (line: string): string => line.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '')
