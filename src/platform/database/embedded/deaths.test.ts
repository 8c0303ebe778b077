import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  account,
  aPlace,
  isAlive,
  rows,
  serverPid,
  socketFolderOf,
  until,
} from '../../../../tests/support/embedded.ts'
import { identity } from './account.ts'

const place = aPlace()
const strangers: ChildProcess[] = []
let used: string

beforeAll(async () => {
  used = place.folder()
  const database = await place.start(used)
  await rows(database.url, 'create table kept (number int)')
  await database.stop()
})
afterAll(async () => {
  for (const stranger of strangers) stranger.kill('SIGKILL')
  await place.clear()
})

describe('a program that is killed with -9', () => {
  test('takes PostgreSQL with it, and nothing that was committed is lost', async () => {
    const folder = place.folder(used)
    const program = await place.program(folder)
    const server = serverPid(folder)
    await rows(program.url, 'insert into kept values (1)')
    await program.kill()
    await until('PostgreSQL is gone', () => !isAlive(server))
    await until('its socket is gone', () => !existsSync(socketFolderOf(program.url)))
    const again = await place.start(folder)
    expect(await rows(again.url, 'select * from kept')).toEqual([{ number: 1 }])
  })

  test('can be started again at once, while its PostgreSQL still ends', async () => {
    const folder = place.folder(used)
    for (const number of [1, 2, 3]) {
      const program = await place.program(folder)
      await rows(program.url, `insert into kept values (${number})`)
      await program.kill()
    }
    const again = await place.start(folder)
    expect(await rows(again.url, 'select count(*)::int as rows from kept')).toEqual([{ rows: 3 }])
  })

  test('together with PostgreSQL starts again with what was committed', async () => {
    const folder = place.folder(used)
    const program = await place.program(folder)
    await rows(program.url, 'insert into kept values (1)')
    process.kill(serverPid(folder), 'SIGKILL')
    await program.kill()
    await until('its socket is gone', () => !existsSync(socketFolderOf(program.url)))
    const again = await place.start(folder)
    expect(await rows(again.url, 'select * from kept')).toEqual([{ number: 1 }])
  })

  test('at any moment of the start leaves no PostgreSQL behind', async () => {
    const folder = place.folder(used)
    for (const delayMilliseconds of [0, 1, 2, 5, 10, 20]) {
      let server = 0
      const dying = place.program(folder, {
        begun: async child => {
          await until('PostgreSQL begins', () => serverPid(folder) > 0)
          server = serverPid(folder)
          await pause(delayMilliseconds)
          child.kill('SIGKILL')
        },
      })
      await dying.catch(() => undefined)
      await until('PostgreSQL is gone', () => server > 0 && !isAlive(server))
    }
  })

  test('while it makes the database leaves nothing that the next start stumbles over', async () => {
    const folder = place.folder()
    const dying = place.program(folder, {
      begun: child =>
        until('the making has begun', () => existsSync(folder) && readdirSync(folder).some(isHalfMade)).then(
          () => child.kill('SIGKILL'),
        ),
    })
    await expect(dying).rejects.toThrow('the program ended')
    const again = await place.start(folder)
    expect(await rows(again.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

const isHalfMade = (name: string) => name.startsWith('cluster.new-')

test('a half-made database that was left behind long ago is cleared away, a recent one is left alone', async () => {
  const folder = place.folder(used)
  const [old, recent] = ['cluster.new-1-old', 'cluster.new-1-recent'].map(name => join(folder, name)) as [
    string,
    string,
  ]
  mkdirSync(old)
  mkdirSync(recent)
  utimesSync(old, 0, 0)
  await place.start(folder)
  expect([existsSync(old), existsSync(recent)]).toEqual([false, true])
})

test('Ctrl-C in the terminal reaches the program and not PostgreSQL, which the program still needs', async () => {
  const folder = place.folder(used)
  const program = await place.program(folder) // leads its own process group and ignores SIGINT
  process.kill(-(program.child.pid ?? 0), 'SIGINT')
  await pause(200)
  expect(await rows(program.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

describe('a folder whose PostgreSQL runs', () => {
  test('refuses a second start, names the process, and goes on', async () => {
    const folder = place.folder(used)
    const program = await place.program(folder)
    const second = place.start(folder)
    await expect(second).rejects.toMatchObject({ reason: 'already-running' })
    await expect(second).rejects.toThrow(`process ${serverPid(folder)}`)
    expect(await rows(program.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('is given to one of two that start at the same moment, also when it is empty', async () => {
    const folder = place.folder()
    const both = await Promise.allSettled([place.start(folder), place.start(folder)])
    const started = both.flatMap(one => (one.status === 'fulfilled' ? [one.value] : []))
    const refused = both.flatMap(one => (one.status === 'rejected' ? [one.reason.reason] : []))
    expect(refused).toEqual(['already-running'])
    expect(started).toHaveLength(1)
    expect(await rows(started[0]?.url ?? '', 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('a lock that was left behind', () => {
  test('is no obstacle when its number now belongs to another program of the same account', async () => {
    const folder = place.folder(used)
    const stranger = await aStranger('echo $$; exec sleep 60')
    leaveLock(folder, stranger)
    const database = await place.start(folder)
    expect(await rows(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(isAlive(stranger)).toBe(true)
  })

  test('is no obstacle when its number belongs to nobody, or is no number at all', async () => {
    const folder = place.folder(used)
    const gone = await aStranger('echo $$')
    await until('the number is free', () => !isAlive(gone))
    for (const left of [gone, 'half a li']) {
      leaveLock(folder, left)
      await (await place.start(folder)).stop()
    }
  })

  test('is waited for when its process has ended and its parent will soon collect it', async () => {
    const folder = place.folder(used)
    const zombie = await aZombie({ collectedAfterMilliseconds: 700 })
    leaveLock(folder, zombie)
    await (await place.start(folder)).stop()
    expect(isAlive(zombie)).toBe(false)
  })

  test('is taken away when its process has ended and its parent never collects it', async () => {
    const folder = place.folder(used)
    const zombie = await aZombie({ collectedAfterMilliseconds: 60_000 })
    leaveLock(folder, zombie)
    const database = await place.start(folder)
    expect(await rows(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(isAlive(zombie)).toBe(true)
  })
})

/** A process of the account that PostgreSQL runs as; the number that the script prints. */
async function aStranger(script: string): Promise<number> {
  const stranger = spawn('/bin/sh', ['-c', script], {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'ignore'],
    ...identity(account),
  })
  strangers.push(stranger)
  const line = await new Promise<string>(resolve =>
    createInterface({ input: stranger.stdout }).once('line', resolve),
  )
  return Number(line)
}

/** A process that has ended and whose parent is too busy to notice it. */
async function aZombie({
  collectedAfterMilliseconds,
}: {
  collectedAfterMilliseconds: number
}): Promise<number> {
  const child = spawn(process.execPath, ['--eval', busyParent, String(collectedAfterMilliseconds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  strangers.push(child)
  const line = await new Promise<string>(resolve =>
    createInterface({ input: child.stdout }).once('line', resolve),
  )
  await until('the child has ended', () => / Z /.test(readFileSync(`/proc/${line}/stat`, 'utf8')))
  return Number(line)
}

const busyParent = `
  const child = require('node:child_process').spawn('true')
  require('node:fs').writeSync(1, child.pid + '\\n')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(process.argv[1]))
  setInterval(() => {}, 1000)
`

/** As a PostgreSQL leaves it that was killed. */
function leaveLock(folder: string, pid: number | string): void {
  const data = join(folder, 'cluster/data')
  const lines = [pid, data, 1_700_000_000, 5432, '/tmp/mellanrum-gone', '', '  5432001   98765', 'ready   ']
  writeFileSync(join(data, 'postmaster.pid'), `${lines.join('\n')}\n`, { mode: 0o600 })
}
