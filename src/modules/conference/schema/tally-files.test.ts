import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { InputFile } from './input-file.ts'
import { runTally, type TallyFiles } from './tally-files.ts'

const conference2014 = new URL('../../../../demo/conference-2014/', import.meta.url)
const from2014 = (name: string): InputFile => ({ name, bytes: readFileSync(new URL(name, conference2014)) })
const files2014: TallyFiles = {
  itemsFile: from2014('items.csv'),
  rulesFile: from2014('rules.json'),
  ballotsFile: from2014('ballots.csv'),
}

/** The published outcome, as its file has it. */
type Expected = {
  voters: number
  rounds: {
    round: number
    in: number
    accepted: number
    dropped: number
    kept: number
    acceptedByKind?: Record<string, number>
  }[]
  comprehensiveProtocol: number[]
  coreProtocol: { item: number; yes: number; of: number; percent: number }[]
}
const expected: Expected = JSON.parse(readFileSync(new URL('expected.json', conference2014), 'utf8'))

const file = (name: string, text: string): InputFile => ({ name, bytes: new TextEncoder().encode(text) })

describe('the conference of 2014', () => {
  const answer = runTally(files2014)
  if (answer.status === 2) throw new Error(answer.errors.join('\n'))
  const { output } = answer

  test('is counted without ties', () => {
    expect(answer.status).toBe(0)
    expect(output.rounds.flatMap(round => round.ties)).toEqual([])
    expect(output).not.toHaveProperty('awaits')
  })

  test('has the published size of every round', () => {
    const sizes = output.rounds.map(({ round, ballots, items, accepted, dropped, kept }) => ({
      round,
      ballots,
      in: items,
      accepted: accepted.length,
      dropped: dropped.length,
      kept: kept.length,
    }))
    const published = expected.rounds.map(({ round, in: size, accepted, dropped, kept }) => ({
      round,
      ballots: expected.voters,
      in: size,
      accepted,
      dropped,
      kept,
    }))
    expect(sizes).toEqual(published)
    const core = output.rounds[4]?.accepted ?? []
    expect({
      process: core.filter(item => item <= 97).length,
      effect: core.filter(item => item > 97).length,
    }).toEqual(expected.rounds[4]?.acceptedByKind)
  })

  test('gives the 41 of the comprehensive protocol', () => {
    expect(output.comprehensiveProtocol).toEqual(expected.comprehensiveProtocol)
  })

  test('gives the 15 of the core protocol, with k of n beside each percentage', () => {
    expect(output.coreProtocol).toEqual(expected.coreProtocol)
  })
})

test('a third process item with 13 yes ties for the last two core seats, and the count stops there', () => {
  const [heading = '', ...rows] = new TextDecoder().decode(files2014.ballotsFile.bytes).trimEnd().split('\n')
  // Items 7 and 54 took the last process seats with 13 yes. Item 16 gets as many, by turning no into yes.
  const yesTo16 = rows.filter(row => row.startsWith('5,') && row.endsWith(',16,yes')).length
  let missing = 13 - yesTo16
  const raised = rows.map(row => {
    if (missing === 0 || !row.startsWith('5,') || !row.endsWith(',16,no')) return row
    missing--
    return row.replace(',no', ',yes')
  })
  const answer = runTally({ ...files2014, ballotsFile: file('ballots.csv', [heading, ...raised].join('\n')) })
  if (answer.status === 2) throw new Error(answer.errors.join('\n'))
  expect(answer.status).toBe(3)
  expect(answer.output.rounds[4]?.ties).toEqual([{ cut: 'accept', items: [7, 16, 54], seats: 2 }])
  expect(answer.output.comprehensiveProtocol).toEqual(expected.comprehensiveProtocol)
  expect(answer.output.coreProtocol).toEqual([])
})
