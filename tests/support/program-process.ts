import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const main = join(import.meta.dirname, '..', '..', 'dist', 'main.js')

/** The built program in a process of its own, as it runs in earnest. */
export interface ProgramProcess {
  /** Where it answers: `http://127.0.0.1:PORT`. */
  readonly address: string
  readonly pid: number
  /** What it logged so far, a JSON object a line. */
  readonly log: readonly string[]
  /** Ends it as `kill -9` does. */
  kill(): Promise<void>
  /** Asks it to end; resolves with its exit status. */
  stop(): Promise<number | null>
}

/** A folder for MELLANRUM_DATA that PostgreSQL's account can come to also when we are root. */
export function aDataFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'mellanrum-process-'))
  chmodSync(path, 0o711)
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/**
 * Starts the built program and waits until it answers.
 * @param settings its environment, on top of a free port and what Node needs
 */
export async function startProgram(settings: Readonly<Record<string, string>>): Promise<ProgramProcess> {
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    env: { PATH: process.env.PATH, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
  const endWith = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  const log: string[] = []
  createInterface({ input: child.stdout }).on('line', line => log.push(line))
  const address = await addressFrom(child, ended)
  return {
    address,
    pid: child.pid ?? 0,
    log,
    kill: async () => {
      await endWith('SIGKILL')
    },
    stop: () => endWith('SIGTERM'),
  }
}

function addressFrom(child: ChildProcess, ended: Promise<unknown>): Promise<string> {
  const said: string[] = []
  return new Promise((resolve, reject) => {
    if (!child.stderr) throw new Error('the program has no standard error')
    createInterface({ input: child.stderr }).on('line', line => {
      said.push(line)
      const [, address] = line.match(/answers on (http:\S+)/) ?? []
      if (address) resolve(address)
    })
    void ended.then(() => reject(new Error(`the program ended:\n${said.join('\n')}`)))
  })
}
