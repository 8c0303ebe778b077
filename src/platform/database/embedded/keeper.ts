import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Account, childEnvironment, identity } from './account.ts'

/**
 * The keeper is a shell between us and PostgreSQL. It reads a pipe that only our program holds open: when the
 * pipe closes, because we close it or because we are dead (also by kill -9), it stops PostgreSQL. So an orderly
 * stop and a sudden death take the same way.
 *
 * SIGINT ends the sessions and writes everything down; it is repeated, since a server that has just been started
 * does not listen yet. If it takes too long SIGQUIT ends it at once, and the next start recovers. The keeper
 * waits for PostgreSQL, so that no zombie remains, and then removes the socket's folder. It ignores the signals
 * that a service manager sends to everyone: the program decides when PostgreSQL goes. And it says nothing itself,
 * since a word to a program that is dead would end it too early.
 */
const keeperScript = `
socket_folder=$1 orderly_seconds=$2; shift 2
trap '' INT TERM HUP
exec 3<&0 4>&2 2>/dev/null </dev/null
"$@" 3<&- 2>&4 4>&- &
server=$!
exec 4>&-
(
  while read -r line <&3; do :; done
  tenths=$((orderly_seconds * 10))
  while [ $tenths -gt 0 ]; do
    [ $((tenths % 5)) -ne 0 ] || kill -INT $server
    sleep 0.1
    tenths=$((tenths - 1))
  done
  kill -QUIT $server
) &
watch=$!
exec 3<&-
wait $server
status=$?
kill -KILL $watch
rm -rf "$socket_folder"
exit $status
`

const orderlySeconds = 30

/** Where and as whom PostgreSQL runs. */
export interface Place {
  readonly binaries: string
  readonly data: string
  /** Is removed, with all that is in it, when PostgreSQL has ended. */
  readonly socketFolder: string
  readonly settings: Readonly<Record<string, string>>
  readonly account: Account | undefined
}

/** A PostgreSQL under a keeper. */
export interface Kept {
  /** Resolves when it takes connections: true; or with false when it ended before that. */
  readonly ready: Promise<boolean>
  /** Resolves when PostgreSQL and the keeper have ended, for whatever reason. */
  readonly ended: Promise<void>
  /** The last lines of its log, for the sentence when it did not start. */
  readonly lastWords: () => string
  /** Lets the process end even while PostgreSQL runs; its end stops PostgreSQL. */
  readonly release: () => void
  readonly stop: () => Promise<void>
}

/** @param onLine is called with each line that PostgreSQL logs, such as `LOG:  checkpoint complete`. */
export function keep(place: Place, onLine: (line: string) => void): Kept {
  const keeper = spawn('/bin/sh', ['-c', keeperScript, 'mellanrum-keeper', ...keeperArguments(place)], {
    cwd: '/',
    env: childEnvironment,
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true, // its own group: Ctrl-C reaches us, and not PostgreSQL before we are done with it
    ...identity(place.account),
  })
  const words: string[] = []
  const ended = new Promise<void>(resolve => {
    keeper.once('exit', () => resolve())
    keeper.once('error', error => {
      words.push(error.message)
      resolve()
    })
  })
  const ready = new Promise<boolean>(resolve => {
    void ended.then(() => resolve(false))
    createInterface({ input: keeper.stderr }).on('line', line => {
      words.push(line)
      if (words.length > 20) words.shift()
      onLine(line)
      if (line.includes('ready to accept connections')) resolve(true)
    })
  })
  // When the keeper is gone the pipe is broken, which the end tells already.
  keeper.stdin.on('error', () => {})
  return {
    ready,
    ended,
    lastWords: () => words.join('\n'),
    release: () => reference(keeper, 'unref'),
    stop: () => {
      reference(keeper, 'ref')
      keeper.stdin.end()
      return ended
    },
  }
}

function keeperArguments({ binaries, data, socketFolder, settings }: Place): string[] {
  const set = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return [socketFolder, String(orderlySeconds), join(binaries, 'bin/postgres'), '-D', data, ...set]
}

function reference(keeper: ChildProcess, change: 'ref' | 'unref'): void {
  for (const handle of [keeper, keeper.stdin, keeper.stderr] as { ref?(): void; unref?(): void }[]) {
    handle[change]?.()
  }
}
