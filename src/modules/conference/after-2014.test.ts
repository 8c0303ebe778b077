import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProgram, type TestProgram, type Visitor } from '../../../tests/support/test-program.ts'
import { demoConferences } from './commands/demo.ts'

interface Expected {
  readonly voters: number
  readonly rounds: readonly {
    readonly round: number
    readonly in: number
    readonly accepted: number
    readonly dropped: number
    readonly kept: number
  }[]
  readonly comprehensiveProtocol: readonly number[]
  readonly coreProtocol: readonly { item: number; yes: number; of: number; percent: number }[]
}

const expected = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../demo/conference-2014/expected.json'), 'utf8'),
) as Expected

let program: TestProgram
let leader: Visitor
beforeAll(async () => {
  program = await aProgram()
  leader = await program.as('process-leader')
})
afterAll(() => program.close())

const report = `/conferences/${demoConferences.finished}/report`

/** Rows of a table as numbers and texts; the first row is names. */
async function table(name: string): Promise<string[][]> {
  const { html } = await leader.get(`${report}/tables/${name}.csv`)
  return html
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map(line => line.split(';'))
}

describe('the report of the conference of 2014', () => {
  test('has the comprehensive protocol of 41', async () => {
    const rows = (await table('comprehensive-protocol')).slice(1)
    expect(rows.map(row => Number(row[0]))).toEqual(expected.comprehensiveProtocol)
  })

  test('has the core protocol of 15, each with its votes', async () => {
    const rows = (await table('core-protocol')).slice(1)
    const core = rows.map(row => ({
      item: Number(row[0]),
      yes: Number(row[5]),
      of: Number(row[6]),
      percent: Math.round(Number(row[7]?.replace(',', '.')) * 100),
    }))
    expect(core).toEqual(expected.coreProtocol)
  })

  test('shows how many items went in, fell out and were kept in each round', async () => {
    const rows = (await table('flow')).slice(1)
    expect(rows.map(row => row.slice(2).map(Number))).toEqual(
      expected.rounds.map(round => [round.in, round.accepted, round.dropped, round.kept]),
    )
  })

  test('counts 23 of the 24 experts, and one who stayed away in nobody’s sight', async () => {
    const rows = (await table('turnout')).slice(1)
    expect(rows.map(row => Number(row[3]))).toEqual(expected.rounds.map(() => expected.voters))
    const page = await leader.get(report)
    expect(page.text).toContain('23 av 24 experter röstade, i 5 omröstningar.')
  })

  test('answers as page, PDF, Word and Excel within the time that a reader waits', async () => {
    for (const ending of ['', '.pdf', '.docx', '.xlsx']) {
      const answer = await leader.get(`${report}${ending}`)
      expect(answer.status, ending).toBe(200)
      expect(answer.bytes.length, ending).toBeGreaterThan(10_000)
    }
  })
})
