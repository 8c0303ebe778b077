import { statSync } from 'node:fs'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aLog, aPlace, rows, serverPid, socketFolderOf, until } from '../../../../tests/support/embedded.ts'
import type { EmbeddedDatabase } from './start.ts'

const place = aPlace()
const log = aLog()
let folder: string
let database: EmbeddedDatabase

beforeAll(async () => {
  folder = place.folder()
  database = await place.start(folder, log)
})
afterAll(() => place.clear())

describe('a PostgreSQL started in an empty folder', () => {
  test('is version 18, durable, and sorts and folds Swedish letters right', async () => {
    const [row] = await rows(
      database.url,
      `select current_setting('server_version_num')::int / 10000 as major,
              current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
              lower('ÅÄÖ') as lower, current_database() as database,
              (select string_agg(letter, '' order by letter) from unnest('{ö,a,å,z,ä}'::text[]) letter) as sorted`,
    )
    expect(row).toEqual({
      major: 18,
      fsync: 'on',
      commit: 'on',
      lower: 'åäö',
      database: 'mellanrum',
      sorted: 'azåäö',
    })
  })

  test('is not reached over the network', async () => {
    const [row] = await rows(database.url, `select current_setting('listen_addresses') as addresses`)
    expect(row).toEqual({ addresses: '' })
  })

  test('lets nobody in without the password, not even through the socket', async () => {
    await expect(rows(database.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
      /password authentication failed/,
    )
  })

  test('has its socket, its data and its password where others may not look', () => {
    const modeOf = (path: string) => statSync(path).mode & 0o777
    expect(modeOf(socketFolderOf(database.url))).toBe(0o700)
    expect(modeOf(join(folder, 'cluster/data'))).toBe(0o700)
    expect(modeOf(join(folder, 'cluster/password'))).toBe(0o600)
  })

  test('logs neither a statement that fails nor its values', async () => {
    await rows(database.url, 'create table letter (secret text unique)')
    await rows(database.url, `insert into letter values ('Astrid')`)
    await expect(rows(database.url, `insert into letter values ('Astrid')`)).rejects.toThrow(/duplicate key/)
    await expect(rows(database.url, `select 'Astrid'::int`)).rejects.toThrow(/invalid input syntax/)
    expect(log.lines.join('\n')).not.toContain('Astrid')
  })
})

describe('stop', () => {
  test('ends PostgreSQL at once, also with an open session; twice is as good as once', async () => {
    const stopped = await place.start(place.folder())
    const server = serverPid(place.folder(undefined, 'folder-1'))
    const session = createConnection(join(socketFolderOf(stopped.url), '.s.PGSQL.5432'))
    await new Promise(resolve => session.once('connect', resolve))
    session.on('error', () => {})
    await Promise.all([stopped.stop(), stopped.stop()])
    await stopped.stop()
    expect(() => process.kill(server, 0)).toThrow(/ESRCH/)
    expect(() => statSync(socketFolderOf(stopped.url))).toThrow(/ENOENT/)
  })

  test('keeps everything for the next start', async () => {
    const where = place.folder()
    const first = await place.start(where)
    await rows(first.url, 'create table kept as select 7 as number')
    await first.stop()
    const second = await place.start(where)
    expect(await rows(second.url, 'select * from kept')).toEqual([{ number: 7 }])
  })

  test('is not needed to learn that PostgreSQL has ended', async () => {
    const where = place.folder()
    const lost = await place.start(where)
    let ended = false
    void lost.ended.then(() => {
      ended = true
    })
    process.kill(serverPid(where), 'SIGKILL')
    await until('the end is told', () => ended)
  })
})
