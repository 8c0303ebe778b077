import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { readConfig } from './config.ts'
import { runGroups, runTally, tallyText } from './modules/conference/index.ts'
import { figureRows, figuresText } from './modules/indicators/index.ts'
import { countAnswers, recount } from './modules/surveys/index.ts'
import { verifyAudit } from './platform/audit/audit.ts'
import { openDatabase } from './platform/database/database.ts'
import { findRunning } from './platform/database/embedded/running.ts'
import { startEmbedded } from './platform/database/embedded/start.ts'

const usage = `Usage: script/mellanrum COMMAND

  conference tally --items F --rules F --ballots F [--json]
      Counts a conference. Exit status 3: a tie at a cut stands. 2: a file is wrong, one line for each error.
  conference groups --experts F --groups N --sittings N --seed N [--json]
      Makes groups in which people meet as few others twice as possible.
  indicators compute --questionnaire F --answers F [--json]
      Counts answers: shares with their intervals, and nothing about fewer than five. Exit status 2: a file is wrong.
  indicators recount [--json]
      Counts all sheets anew and compares with what was counted as they came. Exit status 1: something differs.
  audit verify [--expect HASH]
      Checks that no row of the audit was changed or taken away. Exit status 1: something was.
`

/** What the one who typed the command can mend. Becomes lines on standard error and exit status 2. */
class WrongInput extends Error {}

const text = { type: 'string' } as const

function options<Name extends string>(
  given: string[],
  names: readonly Name[],
): Record<Name, string> & { json: boolean } {
  const { values } = parse(given, names)
  const missing = names.filter(name => typeof values[name] !== 'string')
  if (missing.length > 0) throw new WrongInput(missing.map(name => `--${name} is missing`).join('\n'))
  return values as Record<Name, string> & { json: boolean }
}

function parse(given: string[], names: readonly string[]): { values: Record<string, unknown> } {
  try {
    return parseArgs({
      args: given,
      options: {
        ...Object.fromEntries(names.map(name => [name, text])),
        json: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new WrongInput((error as Error).message)
  }
}

function file(path: string): { name: string; bytes: Uint8Array } {
  try {
    return { name: path, bytes: readFileSync(path) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new WrongInput(
      `${path}:1: ${code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`}`,
    )
  }
}

function wholeNumber(name: string, written: string, lowest: number): number {
  const value = Number(written)
  if (!/^-?\d+$/.test(written) || !Number.isSafeInteger(value) || value < lowest) {
    throw new WrongInput(
      `--${name} must be a whole number${lowest > 0 ? ` from ${lowest}` : ''}, not "${written}"`,
    )
  }
  return value
}

const print = (line: string) => process.stdout.write(`${line}\n`)

function conferenceTally(given: string[]): number {
  const { items, rules, ballots, json } = options(given, ['items', 'rules', 'ballots'])
  const answer = runTally({ itemsFile: file(items), rulesFile: file(rules), ballotsFile: file(ballots) })
  if (answer.status === 2) throw new WrongInput(answer.errors.join('\n'))
  print(json ? JSON.stringify(answer.output) : tallyText(answer.output).trimEnd())
  return answer.status
}

async function conferenceGroups(given: string[]): Promise<number> {
  const { experts, groups, sittings, seed, json } = options(given, ['experts', 'groups', 'sittings', 'seed'])
  const answer = await runGroups({
    expertsFile: file(experts),
    groups: wholeNumber('groups', groups, 1),
    sittings: wholeNumber('sittings', sittings, 1),
    seed: wholeNumber('seed', seed, Number.MIN_SAFE_INTEGER),
  })
  if (answer.status === 2) throw new WrongInput(answer.errors.join('\n'))
  const { output } = answer
  if (json) print(JSON.stringify(output))
  else {
    for (const [place, sitting] of output.sittings.entries()) {
      print(`Sitting ${place + 1}`)
      for (const [number, group] of sitting.entries()) print(`  Group ${number + 1}: ${group.join(', ')}`)
    }
    print(`Repeated meetings: ${output.repeatedMeetings} (no arrangement has fewer than ${output.bound})`)
  }
  return 0
}

function indicatorsCompute(given: string[]): number {
  const { questionnaire, answers, json } = options(given, ['questionnaire', 'answers'])
  const count = countAnswers({ questionnaireFile: file(questionnaire), answersFile: file(answers) })
  if (!count.ok) throw new WrongInput(count.errors.join('\n'))
  const figures = figureRows(count.counted)
  print(json ? JSON.stringify(figures) : figuresText(figures).trimEnd())
  return 0
}

/** Asks the installation's database. One that runs is asked; where none does, it is started for this question. */
async function withDatabase(ask: (url: string) => Promise<number>): Promise<number> {
  const config = readConfig(process.env)
  const folder = join(config.folder, 'postgresql')
  const running = config.databaseUrl ?? findRunning(folder)
  const embedded = running ? undefined : await startEmbedded({ folder, log: silent })
  try {
    return await ask(running ?? embedded?.url ?? '')
  } finally {
    await embedded?.stop()
  }
}

const silent = { info() {}, warn() {}, error() {} }

const indicatorsRecount = (given: string[]): Promise<number> => {
  const { json } = options(given, [])
  return withDatabase(async url => {
    const database = openDatabase(url, silent)
    try {
      const result = await recount(database, (waves, of) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${waves} of ${of} waves`)
      })
      if (process.stderr.isTTY) process.stderr.write('\n')
      const { waves, sheets, differences } = result
      if (json) print(JSON.stringify(result))
      else {
        for (const one of differences)
          print(
            `${one.measurementId} ${one.initiativeId} ${one.measureId ?? 'answered'}: ${one.kept}, recounted ${one.counted}`,
          )
        print(`${waves} waves, ${sheets} sheets, ${differences.length} differences`)
      }
      return differences.length > 0 ? 1 : 0
    } finally {
      await database.close()
    }
  })
}

const auditVerify = (given: string[]): Promise<number> => {
  const { values } = parse(given, ['expect'])
  return withDatabase(url => verify(url, values.expect))
}

async function verify(url: string, expected: unknown): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    const { entries, head, faults } = await verifyAudit(client)
    for (const { position, through, fault } of faults) {
      const entries = position === through ? `entry ${position}` : `entries ${position} to ${through}`
      print(`${entries}: ${faultWords[fault]}`)
    }
    const isCut = typeof expected === 'string' && expected !== head
    if (isCut) print(`the newest entry is not the expected one: entries were taken away or added at the end`)
    print(`${entries} entries, ${faults.length} faults, head ${head || '(none)'}`)
    return faults.length > 0 || isCut ? 1 : 0
  } finally {
    await client.end()
  }
}

const faultWords = {
  missing: 'missing',
  changed: 'changed',
  'does-not-follow': 'not what followed the one before',
}

const commands: Readonly<Record<string, (given: string[]) => number | Promise<number>>> = {
  'conference tally': conferenceTally,
  'conference groups': conferenceGroups,
  'indicators compute': indicatorsCompute,
  'indicators recount': indicatorsRecount,
  'audit verify': auditVerify,
}

async function run(argv: string[]): Promise<number> {
  const command = commands[argv.slice(0, 2).join(' ')]
  if (!command) {
    process.stderr.write(usage)
    return argv.length === 0 || argv.includes('--help') ? 0 : 2
  }
  return command(argv.slice(2))
}

run(process.argv.slice(2)).then(
  status => {
    process.exitCode = status
  },
  error => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 2
  },
)
