import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { EmbeddedDatabaseError } from './refusal.ts'

/**
 * What the process is that a folder's postmaster.pid names:
 * `server` runs this folder, `zombie` has ended but is not yet collected by its parent, `stranger` only has the
 * number that a server once had, `gone` does not exist.
 */
export type Holder = 'server' | 'zombie' | 'stranger' | 'gone'

const patienceMilliseconds = 2_000
const patienceWhileStoppingMilliseconds = 60_000

/**
 * Waits for a server of this folder that is just ending, and takes away a lock that nobody holds any more.
 * PostgreSQL itself takes every living process with the number, even a zombie, for a server.
 * Should two starts come here at once, PostgreSQL's shared memory key, which is the folder's inode, still lets
 * only one of them run.
 * @throws EmbeddedDatabaseError `already-running`
 */
export async function clearLock(data: string): Promise<void> {
  const began = Date.now()
  for (;;) {
    const lock = readLock(data)
    if (lock === undefined) return
    const holder = holderOf(lock.pid, data)
    if (holder === 'gone' || holder === 'stranger') return removeLock(data, lock)
    const waited = Date.now() - began
    if (holder === 'zombie' && waited > patienceMilliseconds) return removeLock(data, lock)
    if (holder === 'server' && waited > patience(lock)) throw alreadyRunning(data, lock.pid)
    await pause(20)
  }
}

export function alreadyRunning(data: string, pid: number): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    'already-running',
    `The database in ${data} is already in use: PostgreSQL runs there as process ${pid}. ` +
      `Stop the Mellanrum that started it (or PostgreSQL itself: kill -INT ${pid}), ` +
      'or set MELLANRUM_DATA to another folder.',
  )
}

interface Lock {
  readonly pid: number
  /** PostgreSQL's own word for what it is doing: `starting`, `ready`, `stopping`, … */
  readonly state: string
  /** Where it takes connections. */
  readonly socketFolder: string
  readonly text: string
}

const patience = (lock: Lock) =>
  lock.state === 'stopping' ? patienceWhileStoppingMilliseconds : patienceMilliseconds

/** The lock of a server, alive or not; undefined when there is none. */
export function readLock(data: string): Lock | undefined {
  const text = textOf(join(data, 'postmaster.pid'))
  if (text === undefined) return undefined
  const lines = text.split('\n')
  // A lock file that is being written or was cut short names no process; nobody can hold it.
  return {
    pid: Math.abs(Number.parseInt(lines[0] ?? '', 10)) || 0,
    state: lines[7]?.trim() ?? '',
    socketFolder: lines[4] ?? '',
    text,
  }
}

function removeLock(data: string, judged: Lock): void {
  if (readLock(data)?.text === judged.text) rmSync(join(data, 'postmaster.pid'), { force: true })
}

export function holderOf(pid: number, data: string): Holder {
  if (pid <= 0) return 'gone'
  return process.platform === 'linux' ? holderByProc(pid, data) : holderByPs(pid, data)
}

function holderByProc(pid: number, data: string): Holder {
  const status = textOf(`/proc/${pid}/stat`)
  if (status === undefined) return 'gone'
  // "1234 (name, may hold spaces and brackets) S 1 …"
  if ('ZX'.includes(status.slice(status.lastIndexOf(')') + 2).charAt(0))) return 'zombie'
  const workingFolder = linkOf(`/proc/${pid}/cwd`)
  if (workingFolder !== undefined) return workingFolder === realpathSync(data) ? 'server' : 'stranger'
  // In a container without CAP_SYS_PTRACE even root may not see the folder of another account's process.
  return (textOf(`/proc/${pid}/cmdline`) ?? '').split('\0').includes(data) ? 'server' : 'stranger'
}

function holderByPs(pid: number, data: string): Holder {
  const line = spawnSync('ps', ['-o', 'stat=,command=', '-p', String(pid)], {
    encoding: 'utf8',
  }).stdout.trim()
  if (line === '') return 'gone'
  if (line.startsWith('Z')) return 'zombie'
  return line.includes(` ${data}`) ? 'server' : 'stranger'
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}
