import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const data = join(root, 'demo', 'conference-2014')
const folder = mkdtempSync(join(tmpdir(), 'mellanrum-command-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function mellanrum(...given: string[]) {
  const { status, stdout, stderr } = spawnSync(join(root, 'script', 'mellanrum'), given, { encoding: 'utf8' })
  return { status, stdout, stderr }
}

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const items = join(data, 'items.csv')
const rules = join(data, 'rules.json')
const ballots = join(data, 'ballots.csv')
const tally = (itemsFile: string, rulesFile: string, ballotsFile: string) =>
  mellanrum(
    'conference',
    'tally',
    '--items',
    itemsFile,
    '--rules',
    rulesFile,
    '--ballots',
    ballotsFile,
    '--json',
  )

describe('conference tally', () => {
  test('gives the published outcome of 2014', () => {
    const expected = JSON.parse(readFileSync(join(data, 'expected.json'), 'utf8'))
    const { status, stdout } = tally(items, rules, ballots)
    const output = JSON.parse(stdout)
    expect(status).toBe(0)
    expect(output.comprehensiveProtocol).toEqual(expected.comprehensiveProtocol)
    expect(output.coreProtocol).toEqual(expected.coreProtocol)
    expect(
      output.rounds.map((round: Record<string, unknown[]>) => [
        round.round,
        round.items,
        round.accepted?.length,
        round.dropped?.length,
        round.kept?.length,
      ]),
    ).toEqual(
      expected.rounds.map((round: Record<string, number>) => [
        round.round,
        round.in,
        round.accepted,
        round.dropped,
        round.kept,
      ]),
    )
  })

  test('stops at a tie with exit status 3 and the tie in the output', () => {
    const tiedRules = fileOf(
      'tie.json',
      '[{"round":1,"items":"all","ballot":"yes-no","accept":{"top":1},"drop":"none","protocol":"core"}]',
    )
    const tiedItems = fileOf('tie-items.csv', 'item,kind\n1,process\n2,process\n')
    const tiedBallots = fileOf('tie-ballots.csv', 'round,ballot,item,choice\n1,1,1,yes\n1,1,2,yes\n')
    const { status, stdout } = tally(tiedItems, tiedRules, tiedBallots)
    expect(status).toBe(3)
    expect(JSON.parse(stdout).rounds[0].ties).toEqual([{ cut: 'accept', items: [1, 2], seats: 1 }])
  })

  test('names every error with file and line, and prints nothing else', () => {
    const wrong = fileOf(
      'wrong.csv',
      'round,ballot,item,choice\n1,1,1,yes\n1,1,999,yes\n1,1,1,no\n1,2,2,kanske\n',
    )
    const { status, stdout, stderr } = tally(items, rules, wrong)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(
      stderr
        .trim()
        .split('\n')
        .map(line => line.slice(0, line.indexOf(': '))),
    ).toEqual([3, 4, 5].map(line => `${wrong}:${line}`))
  })

  test('refuses a file that is not UTF-8, or lacks a column, or is not there', () => {
    for (const path of [
      fileOf('latin.csv', Buffer.from('round,ballot,item,choice\n1,1,1,n\xe5gon\n', 'latin1')),
      fileOf('column.csv', 'round,ballot,item\n1,1,1\n'),
      join(folder, 'nowhere.csv'),
    ]) {
      const { status, stdout, stderr } = tally(items, rules, path)
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toContain(`${path}:`)
    }
  })
})

describe('conference groups', () => {
  const groups = (seed: string) =>
    mellanrum(
      'conference',
      'groups',
      '--experts',
      join(data, 'experts.csv'),
      '--groups',
      '4',
      '--sittings',
      '3',
      '--seed',
      seed,
      '--json',
    )

  test('reaches the bound for the experts of 2014, with each association in every group', () => {
    const { status, stdout } = groups('1')
    const { sittings, repeatedMeetings, bound, imbalance } = JSON.parse(stdout) as {
      sittings: number[][][]
      repeatedMeetings: number
      bound: number
      imbalance: number
    }
    expect({ status, bound, imbalance }).toEqual({ status: 0, bound: 16, imbalance: 0 })
    expect(repeatedMeetings).toBeLessThanOrEqual(17)
    const association = (id: number) => Math.floor((id - 1) / 8)
    for (const group of sittings.flat()) expect(new Set(group.map(association)).size).toBe(3)
  })

  test('gives the same groups for the same seed, and others for another', () => {
    expect(groups('7').stdout).toBe(groups('7').stdout)
    expect(groups('7').stdout).not.toBe(groups('8').stdout)
  })

  test('says what is missing or wrong in what was typed', () => {
    const answer = mellanrum(
      'conference',
      'groups',
      '--experts',
      join(data, 'experts.csv'),
      '--groups',
      'four',
      '--sittings',
      '3',
      '--seed',
      '1',
    )
    expect(answer).toMatchObject({ status: 2, stdout: '' })
    expect(answer.stderr).toContain('--groups')
    expect(mellanrum('conference', 'groups').stderr).toContain('--experts is missing')
  })
})

describe('the command line', () => {
  test('tells what it can do, and fails for what it cannot', () => {
    expect(mellanrum('--help').status).toBe(0)
    const unknown = mellanrum('conference', 'win')
    expect(unknown.status).toBe(2)
    expect(unknown.stderr).toContain('conference tally')
  })
})
