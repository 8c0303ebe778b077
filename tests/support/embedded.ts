import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import {
  type Account,
  accountFor,
  closedFolder,
  identity,
} from '../../src/platform/database/embedded/account.ts'
import { type EmbeddedDatabase, startEmbedded } from '../../src/platform/database/embedded/start.ts'

const launcher = join(import.meta.dirname, '../../src/platform/database/embedded/start.ts')

export const isRoot = process.getuid?.() === 0

/** Keeps what the launcher says. */
export function aLog() {
  const lines: string[] = []
  const add = (line: string) => {
    lines.push(line)
  }
  return { lines, info: add, warn: add }
}

/** Folders and processes of one test file, which `clear` takes away again. */
export function aPlace() {
  const top = mkdtempSync(join(tmpdir(), 'mellanrum-place-'))
  chmodSync(top, 0o711)
  const running: { stop(): Promise<unknown> }[] = []
  let folders = 0

  /** A folder of its own to start in; it holds a finished, stopped database if `used` was given one. */
  const folder = (used?: string, name = `folder-${folders++}`): string => {
    const path = join(top, name)
    if (used !== undefined) execFileSync('cp', ['-a', used, path])
    return path
  }

  const start = async (where: string, log = aLog()): Promise<EmbeddedDatabase> => {
    const database = await startEmbedded({ folder: where, log })
    running.push(database)
    return database
  }

  /** A program of its own that starts PostgreSQL in the folder and then waits to be killed. */
  const program = async (where: string, options: ProgramOptions = {}): Promise<Program> => {
    const started = await aProgram(where, options)
    running.push({ stop: () => started.kill() })
    return started
  }

  const clear = async () => {
    for (const each of running.splice(0)) await each.stop()
    execFileSync('chmod', ['-R', 'u+rwX', top]) // what a test has closed
    rmSync(top, { recursive: true, force: true })
  }

  return { top, folder, start, program, clear }
}

interface ProgramOptions {
  /** Whose program it is; otherwise ours. */
  account?: Account
  /** Is told of the process before it has started PostgreSQL. */
  begun?: (child: ChildProcess) => void
}

export interface Program {
  readonly url: string
  readonly child: ChildProcess
  /** As `kill -9` does, or as another signal does. */
  kill(signal?: NodeJS.Signals): Promise<void>
}

const source = `
  import { startEmbedded } from ${JSON.stringify(launcher)}
  process.on('SIGINT', () => {})
  process.stdin.once('end', () => process.exit()).resume() // the test run is gone
  const database = await startEmbedded({ folder: process.argv[1], log: { info() {}, warn() {} } })
  console.log(database.url)
`

async function aProgram(folder: string, { account, begun }: ProgramOptions): Promise<Program> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source, folder], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...identity(account),
  })
  begun?.(child)
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()))
  let complaint = ''
  child.stderr.on('data', part => {
    complaint += part
  })
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    void exited.then(() => reject(new Error(`the program ended: ${complaint}`)))
  })
  return {
    url,
    child,
    kill: async (signal = 'SIGKILL') => {
      child.kill(signal)
      await exited
    },
  }
}

/** The rows of one query on a connection of its own. */
export async function rows(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** The number of the server's process, as its lock says; 0 when there is none. */
export function serverPid(folder: string): number {
  const lock = join(folder, 'cluster/data/postmaster.pid')
  return existsSync(lock) ? Number.parseInt(readFileSync(lock, 'utf8'), 10) || 0 : 0
}

export const socketFolderOf = (url: string) =>
  new URL(url.replace('@/', '@host/')).searchParams.get('host') ?? ''

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Waits until it is so. Fails after five seconds. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  for (const began = Date.now(); !isSo(); await pause(5)) {
    if (Date.now() - began > 5_000) throw new Error(`waited five seconds in vain: ${what}`)
  }
}

/** The account that PostgreSQL gets for new data: another one as root, otherwise ourselves. */
export const account = accountFor('/nowhere')

/** Whether a program of another account can run from this checkout. */
export const othersReachCheckout =
  account !== undefined && closedFolder(join(launcher, '..'), account) === undefined && canRunNode(account)

function canRunNode(other: Account): boolean {
  return closedFolder(join(process.execPath, '..'), other) === undefined && existsSync(process.execPath)
}

/** A folder that belongs to the account, to start a program of that account in. */
export function folderOf(owner: Account, path: string): string {
  mkdirSync(path, { mode: 0o755 })
  execFileSync('chown', [`${owner.uid}:${owner.gid}`, path])
  return path
}
