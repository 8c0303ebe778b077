import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { audit } from '../../src/platform/audit/audit.ts'
import { findRunning } from '../../src/platform/database/embedded/running.ts'
import { aDataFolder, startProgram } from '../support/program-process.ts'
import { aDatabase, type TestDatabase } from '../support/test-database.ts'

const command = join(import.meta.dirname, '..', '..', 'script', 'mellanrum')

function verify(settings: Record<string, string>, ...given: string[]) {
  const environment = { ...process.env, DATABASE_URL: '', ...settings }
  const { status, stdout, stderr } = spawnSync(command, ['audit', 'verify', ...given], {
    encoding: 'utf8',
    env: environment,
  })
  return { status, lines: stdout.trim().split('\n'), stderr }
}

describe('audit verify', () => {
  let test_: TestDatabase
  let admin: pg.Client
  let settings: Record<string, string>
  beforeAll(async () => {
    test_ = await aDatabase()
    settings = { DATABASE_URL: test_.adminUrl }
    admin = new pg.Client({ connectionString: test_.adminUrl })
    await admin.connect()
    for (let number = 1; number <= 4; number++) {
      await test_.database.write({ room: 'system', id: null, associations: [] }, trx =>
        audit(trx, 'test.done', { number, id: randomUUID() }),
      )
    }
  })
  afterAll(async () => {
    await admin.end()
    await test_.remove()
  })

  /** Changes the audit as only somebody with every right to the database can, and puts it back afterwards. */
  async function tampered(statement: string, look: () => void) {
    await admin.query('create temporary table kept as select * from audit.entry')
    await admin.query('set session_replication_role = replica')
    try {
      await admin.query(statement)
      look()
      await admin.query('delete from audit.entry')
      await admin.query('insert into audit.entry select * from kept')
    } finally {
      await admin.query('reset session_replication_role')
      await admin.query('drop table kept')
    }
  }

  test('says how many entries there are, and the head to write down', () => {
    const { status, lines } = verify(settings)
    expect(status).toBe(0)
    expect(lines).toEqual([expect.stringMatching(/^4 entries, 0 faults, head [0-9a-f]{64}$/)])
  })

  test.each([
    ['a changed entry', `update audit.entry set action = 'test.else' where number = 2`, 'entry 2: changed'],
    ['a missing entry', 'delete from audit.entry where number = 2', 'entry 2: missing'],
    ['several missing', 'delete from audit.entry where number < 4', 'entries 1 to 3: missing'],
    [
      'an entry that was put in',
      `insert into audit.entry select 5, now(), null, 'room_system', 'test.put-in', '{}', '',
         audit.hash_of(5, now(), null, 'room_system', 'test.put-in', '{}', '')`,
      'entry 5: not what followed the one before',
    ],
  ])('finds %s, and ends with status 1', async (_what, statement, sentence) => {
    await tampered(statement, () => {
      const { status, lines } = verify(settings)
      expect(status).toBe(1)
      expect(lines).toContain(sentence)
    })
  })

  test('finds that the end was cut off, or the whole written anew, when told which head to expect', async () => {
    const [, head = ''] =
      verify(settings)
        .lines.at(-1)
        ?.match(/head (\w+)/) ?? []
    expect(verify(settings, '--expect', head).status).toBe(0)
    for (const statement of ['delete from audit.entry where number = 4', 'delete from audit.entry']) {
      await tampered(statement, () => {
        expect(verify(settings).status).toBe(0)
        const expecting = verify(settings, '--expect', head)
        expect(expecting.status).toBe(1)
        expect(expecting.lines[0]).toContain('the newest entry is not the expected one')
      })
    }
  })
})

test('audit verify looks into the program’s own PostgreSQL, while the program runs and when it does not', async () => {
  const folder = aDataFolder()
  const program = await startProgram({ MELLANRUM_DATA: folder.path, MELLANRUM_DEMO: 'no' })
  try {
    const settings = { MELLANRUM_DATA: folder.path }
    const running = verify(settings)
    expect(running).toMatchObject({ status: 0, stderr: '' })
    expect((await fetch(`${program.address}/health`)).status).toBe(200)
    await program.stop()
    expect(findRunning(join(folder.path, 'postgresql'))).toBeUndefined()
    expect(verify(settings)).toEqual(running)
  } finally {
    await program.kill()
    folder.remove()
  }
})
