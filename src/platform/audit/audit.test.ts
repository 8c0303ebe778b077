import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aDatabase, type TestDatabase } from '../../../tests/support/test-database.ts'
import { type DatabaseActor, rooms } from '../database/actor.ts'
import { audit, verifyAudit } from './audit.ts'

const staff: DatabaseActor = { room: 'association', id: randomUUID(), associations: [randomUUID()] }

let test_: TestDatabase
let admin: pg.Client
beforeAll(async () => {
  test_ = await aDatabase()
  admin = new pg.Client({ connectionString: test_.adminUrl })
  await admin.connect()
})
afterAll(async () => {
  await admin.end()
  await test_.remove()
})

const append = (action: string, actor = staff) =>
  test_.database.write(actor, trx => audit(trx, action, { conferenceId: 'one', number: 2 }))

/** What somebody with every right to the database does: the trigger is only in the way of accidents. */
async function tamper(statement: string, ...values: unknown[]) {
  await admin.query('set session_replication_role = replica')
  await admin.query(statement, values)
  await admin.query('reset session_replication_role')
}

beforeEach(async () => {
  await tamper('delete from audit.entry')
  for (const action of ['test.one', 'test.two', 'test.three', 'test.four']) await append(action)
})

describe('the chain', () => {
  test('verifies as it was written, and its head is the hash of the newest entry', async () => {
    const { rows } = await admin.query<{ hash: Buffer }>('select hash from audit.entry where number = 4')
    expect(await verifyAudit(admin)).toEqual({ entries: 4, head: rows[0]?.hash.toString('hex'), faults: [] })
  })

  test('says who did what in which room, and when', async () => {
    const { rows } = await admin.query('select * from audit.entry where number = 1')
    expect(rows[0]).toMatchObject({
      actor: staff.id,
      room: 'room_association',
      action: 'test.one',
      subject: { conferenceId: 'one', number: 2 },
    })
    expect(Math.abs(Date.now() - rows[0].done_at.getTime())).toBeLessThan(60_000)
  })

  test('is one, without gaps, also when many write at once and some change their minds', async () => {
    const writes = Array.from({ length: 60 }, (_, index) =>
      test_.database.write(staff, async trx => {
        await audit(trx, `test.at-once-${index}`, {})
        if (index % 3 === 0) throw new Error('changed my mind')
      }),
    )
    const results = await Promise.allSettled(writes)
    expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(40)
    expect(await verifyAudit(admin)).toMatchObject({ entries: 44, faults: [] })
  })

  test('is read whole, however long', async () => {
    await tamper(
      `insert into audit.entry select n, now(), null, 'room_system', 'test.long', '{}', '', '' from generate_series(5, 10050) as n`,
    )
    const { entries, faults } = await verifyAudit(admin)
    expect(entries).toBe(10_050)
    expect(faults).toHaveLength(10_046)
  })
})

describe('verifying finds', () => {
  test.each([
    [`set action = 'test.else'`],
    [`set subject = '{"conferenceId": "another", "number": 2}'`],
    [`set actor = null`],
    [`set done_at = done_at + interval '1 microsecond'`],
    [`set room = 'room_public'`],
    [`set hash = sha256('made up')`],
    [`set previous = sha256('made up')`],
  ])('a row that was changed: %s', async change => {
    await tamper(`update audit.entry ${change} where number = 2`)
    const { faults } = await verifyAudit(admin)
    expect(faults[0]).toEqual({ position: 2, through: 2, fault: 'changed' })
  })

  test('a row that was changed and given the hash that fits', async () => {
    await tamper(
      `update audit.entry set action = 'test.else',
         hash = audit.hash_of(number, done_at, actor, room, 'test.else', subject, previous) where number = 2`,
    )
    expect((await verifyAudit(admin)).faults).toEqual([{ position: 3, through: 3, fault: 'does-not-follow' }])
  })

  test('a row that was taken out of the middle, and rows at the beginning', async () => {
    await tamper('delete from audit.entry where number = 3')
    expect((await verifyAudit(admin)).faults).toEqual([{ position: 3, through: 3, fault: 'missing' }])
    await tamper('delete from audit.entry where number < 3')
    expect((await verifyAudit(admin)).faults).toEqual([{ position: 1, through: 3, fault: 'missing' }])
  })

  test('a row that was taken out, when the later ones were numbered anew', async () => {
    await tamper('delete from audit.entry where number = 2')
    await tamper('update audit.entry set number = number - 1 where number > 2')
    expect((await verifyAudit(admin)).faults).toEqual([
      { position: 2, through: 2, fault: 'changed' },
      { position: 3, through: 3, fault: 'changed' },
    ])
  })

  test('that the last row was taken out, by the head that was written down before', async () => {
    const before = await verifyAudit(admin)
    await tamper('delete from audit.entry where number = 4')
    const after = await verifyAudit(admin)
    expect(after.faults).toEqual([])
    expect(after.head).not.toBe(before.head)
  })

  test.each([
    [0, 'does-not-follow'],
    [-7, 'does-not-follow'],
    [5, 'does-not-follow'],
    ['9000000000', 'missing'],
  ])('a row that was put in as number %s', async (number, fault) => {
    await tamper(
      `insert into audit.entry select $1::bigint, now(), null, 'room_association', 'test.put-in', '{}', '',
         audit.hash_of($1::bigint, now(), null, 'room_association', 'test.put-in', '{}', '')`,
      number,
    )
    expect((await verifyAudit(admin)).faults.map(one => one.fault)).toContain(fault)
  })

  test('a row that was put between two others', async () => {
    await tamper('update audit.entry set number = number + 10 where number > 2')
    await tamper('update audit.entry set number = number - 9 where number > 10')
    await tamper(
      `insert into audit.entry select 3, now(), null, 'room_association', 'test.put-in', '{}', hash,
         audit.hash_of(3, now(), null, 'room_association', 'test.put-in', '{}', hash) from audit.entry where number = 2`,
    )
    expect((await verifyAudit(admin)).faults.map(one => one.position)).toEqual([4, 5])
  })
})

describe('nobody who works in a room', () => {
  const actorIn = (room: (typeof rooms)[number]): DatabaseActor => ({ ...staff, room })

  test.each(rooms)('%s reads the audit, or changes it', async room => {
    for (const statement of [
      'select count(*) from audit.entry',
      'insert into audit.entry select * from audit.entry',
      `update audit.entry set action = 'else'`,
      'delete from audit.entry',
      'truncate audit.entry',
    ]) {
      await expect(
        test_.database.write(actorIn(room), trx => sql.raw(statement).execute(trx)),
        statement,
      ).rejects.toThrow('permission denied')
    }
  })

  test('ballot_box writes to it: who answers anonymously leaves no trace', async () => {
    await expect(append('test.answered', actorIn('ballot_box'))).rejects.toThrow('permission denied')
  })

  test('gets past its door: an owner who updates, deletes or truncates is stopped too', async () => {
    for (const statement of [
      `update audit.entry set action = 'else'`,
      'delete from audit.entry',
      'truncate audit.entry',
    ]) {
      await expect(admin.query(statement)).rejects.toThrow('append-only')
    }
  })

  test('writes in the name of somebody else', async () => {
    await test_.database.write(staff, trx => audit(trx, 'test.mine', { actor: randomUUID() }))
    const { rows } = await admin.query('select actor from audit.entry order by number desc limit 1')
    expect(rows[0].actor).toBe(staff.id)
  })
})
