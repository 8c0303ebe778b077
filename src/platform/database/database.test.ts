import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDatabase, onDatabase, silentLog, type TestDatabase } from '../../../tests/support/test-database.ts'
import type { DatabaseActor } from './actor.ts'
import { openDatabase } from './database.ts'
import { MigrationRefused, migrate } from './migrate.ts'

const migrations = join(import.meta.dirname, '..', '..', '..', 'migrations')
const visitor: DatabaseActor = { room: 'public', id: null, associations: [] }
const system: DatabaseActor = { room: 'system', id: null, associations: [] }

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

const ask = async <Row extends pg.QueryResultRow>(query: string) => (await admin.query<Row>(query)).rows

describe('a transaction', () => {
  test('that throws leaves nothing behind', async () => {
    const tokenHash = Buffer.from(randomUUID())
    const row = {
      token_hash: tokenHash,
      subject_kind: 'test',
      subject_id: randomUUID(),
      scope: '{}',
      seen_at: new Date(),
      idle_ends_at: new Date(),
      ends_at: new Date(),
    }
    const failing = test_.database.write(system, async trx => {
      await trx.insertInto('platform.session').values(row).execute()
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    const rows = await test_.database.read(system, db =>
      db.selectFrom('platform.session').select('token_hash').where('token_hash', '=', tokenHash).execute(),
    )
    expect(rows).toEqual([])
  })

  test('whose statement failed does not count as committed, also when the error was swallowed', async () => {
    const swallowing = test_.database.write(system, trx =>
      sql`select 1/0`.execute(trx).then(
        () => {},
        () => {},
      ),
    )
    await expect(swallowing).rejects.toThrow()
  })

  test('that only reads cannot write', async () => {
    const writing = test_.database.read(system, db => sql`delete from platform.session`.execute(db))
    await expect(writing).rejects.toThrow('read-only transaction')
  })

  test('carries its actor and no other, however many run on the same connections', async () => {
    const seen = await Promise.all(
      Array.from({ length: 60 }, async () => {
        const actor: DatabaseActor = { room: 'public', id: randomUUID(), associations: [randomUUID()] }
        const answer = await test_.database.read(actor, async db => {
          const { rows } = await sql<{
            id: string
            associations: string[]
            room: string
          }>`select platform.actor_id() as id, platform.actor_associations() as associations, current_role as room`.execute(
            db,
          )
          return rows[0]
        })
        return { actor, answer }
      }),
    )
    for (const { actor, answer } of seen) {
      expect(answer).toEqual({ id: actor.id, associations: actor.associations, room: 'room_public' })
    }
  })

  test('of one question carries its actor too, also when the same question comes from other rooms in between', async () => {
    const rooms = ['public', 'association', 'party', 'system'] as const
    const seen = await Promise.all(
      Array.from({ length: 80 }, async (_, index) => {
        const room = rooms[index % rooms.length] ?? 'public'
        const actor: DatabaseActor = { room, id: randomUUID(), associations: [] }
        const answer = await test_.database.ask(actor, db =>
          db.selectNoFrom([sql<string>`platform.actor_id()`.as('id'), sql<string>`current_role`.as('role')]),
        )
        return { actor, answer }
      }),
    )
    for (const { actor, answer } of seen)
      expect(answer).toEqual([{ id: actor.id, role: `room_${actor.room}` }])
  })

  test('of one question tells what was wrong with it, and harms nobody who comes after', async () => {
    for (let time = 0; time < 20; time++) {
      const forbidden = test_.database.ask(visitor, db =>
        db.selectFrom('platform.session').select('subject_id'),
      )
      await expect(forbidden).rejects.toThrow('permission denied')
      const next = test_.database.ask(system, db =>
        db.selectFrom('platform.session').select('subject_id').limit(0),
      )
      expect(await next).toEqual([])
    }
  })

  test('sees what another one has committed, also in a question that PostgreSQL has prepared', async () => {
    const subject = randomUUID()
    const count = async () =>
      (
        await test_.database.ask(system, db =>
          db.selectFrom('platform.session').select('token_hash').where('subject_id', '=', subject),
        )
      ).length
    for (let sessions = 0; sessions < 8; sessions++) {
      expect(await count()).toBe(sessions)
      await test_.database.write(system, trx =>
        trx
          .insertInto('platform.session')
          .values({
            token_hash: Buffer.from(randomUUID()),
            subject_kind: 'test',
            subject_id: subject,
            scope: '{}',
            seen_at: new Date(),
            idle_ends_at: new Date(),
            ends_at: new Date(),
          })
          .execute(),
      )
    }
  })

  test('refuses an actor that is no uuid, before anything reaches the database', async () => {
    for (const id of ["x'; drop table platform.session; --", '', 'null']) {
      await expect(test_.database.read({ ...visitor, id }, async () => 1)).rejects.toThrow('uuid')
      await expect(test_.database.read({ ...visitor, associations: [id] }, async () => 1)).rejects.toThrow(
        'uuid',
      )
    }
  })

  test('after many failures still finds a connection', async () => {
    for (let time = 0; time < 40; time++) {
      await test_.database
        .read(visitor, db => sql`select * from platform.session`.execute(db))
        .catch(() => {})
    }
    expect(await test_.database.read(visitor, async () => 'there')).toBe('there')
  })

  test('survives that the server ends its connection', async () => {
    const own = openDatabase(test_.appUrl, silentLog, 2)
    await own.read(visitor, async db => (await sql`select 1`.execute(db)).rows)
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'mellanrum_app' and datname = current_database()`,
    )
    await new Promise(resolve => setTimeout(resolve, 100))
    expect(await own.read(visitor, async db => (await sql`select 1 as one`.execute(db)).rows)).toEqual([
      { one: 1 },
    ])
    await own.close()
  })
})

describe('the program’s login', () => {
  test('is no superuser, owns nothing and inherits nothing', async () => {
    const [role] = await ask(
      `select rolsuper, rolcreaterole, rolcreatedb, rolinherit, rolbypassrls from pg_roles where rolname = 'mellanrum_app'`,
    )
    expect(role).toEqual({
      rolsuper: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolinherit: false,
      rolbypassrls: false,
    })
    expect(await ask(`select relname from pg_class where relowner = 'mellanrum_app'::regrole`)).toEqual([])
  })

  test('without a room reads none of our tables', async () => {
    const readable = await ask<{ name: string }>(`
      select format('%s.%s', nspname, relname) as name from pg_class join pg_namespace n on n.oid = relnamespace
      where relkind in ('r', 'p', 'v') and nspname not in ('pg_catalog', 'information_schema', 'jobs')
        and has_table_privilege('mellanrum_app', pg_class.oid, 'select')`)
    expect(readable).toEqual([])
  })

  test('cannot become the owner', async () => {
    const app = new pg.Client({ connectionString: test_.appUrl })
    await app.connect()
    await expect(app.query('set role mellanrum_owner')).rejects.toThrow('permission denied')
    await expect(app.query('create table public.mine ()')).rejects.toThrow('permission denied')
    await app.end()
  })
})

describe('the walls', () => {
  /** Tables that hold nothing about any person, and so need no row-level security. */
  const impersonal = [
    'platform.installation',
    'platform.migration',
    'platform.outbox',
    'platform.session',
    'organisations.association',
  ]

  test('stand on every table with personal data, also for the owner', async () => {
    const open = await ask<{ name: string }>(`
      select format('%s.%s', nspname, relname) as name from pg_class join pg_namespace n on n.oid = relnamespace
      where relkind in ('r', 'p') and nspname not in ('pg_catalog', 'information_schema', 'jobs')
        and not (relrowsecurity and relforcerowsecurity) order by 1`)
    expect(open.map(row => row.name).filter(name => !impersonal.includes(name))).toEqual([])
  })

  test('give rights to rooms only, never to everybody', async () => {
    const publicGrants = await ask(`
      select table_schema, table_name, privilege_type from information_schema.role_table_grants
      where grantee = 'PUBLIC' and table_schema not in ('pg_catalog', 'information_schema')`)
    expect(publicGrants).toEqual([])
  })

  test('keep every function that acts as the owner from everybody', async () => {
    const open = await ask(`
      select proname from pg_proc join pg_namespace n on n.oid = pronamespace
      where prosecdef and nspname not in ('pg_catalog', 'information_schema', 'jobs')
        and has_function_privilege('public', pg_proc.oid, 'execute')`)
    expect(open).toEqual([])
  })

  test('let sessions be seen by the system alone', async () => {
    const rooms = await ask<{ room: string }>(`
      select rolname as room from pg_roles where rolname like 'room_%' and has_table_privilege(rolname, 'platform.session', 'select')`)
    expect(rooms).toEqual([{ room: 'room_system' }])
  })
})

describe('migrating', () => {
  test('again changes nothing, also when several processes start at once', async () => {
    const results = await Promise.all([1, 2, 3].map(() => migrate(test_.adminUrl, migrations)))
    for (const { applied, appUrl } of results)
      expect({ applied, appUrl }).toEqual({ applied: [], appUrl: test_.appUrl })
  })

  test('of several databases on one server at once does not trip over the roles they share', async () => {
    const names = Array.from({ length: 6 }, () => `mellanrum_test_roles_${randomUUID().slice(0, 8)}`)
    for (const name of names) await admin.query(`create database ${name}`)
    try {
      const migrateAll = () =>
        Promise.all(names.map(name => migrate(onDatabase(test_.adminUrl, name), migrations)))
      for (const { applied } of await migrateAll()) expect(applied.length).toBeGreaterThan(0)
      for (let time = 0; time < 5; time++) await migrateAll()
    } finally {
      for (const name of names) await admin.query(`drop database ${name} with (force)`)
    }
  })

  test('refuses a migration that was changed after it had been applied, and a database newer than the program', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mellanrum-migrations-'))
    cpSync(migrations, folder, { recursive: true })
    writeFileSync(join(folder, '0001-platform-foundation.sql'), 'select 1;')
    await expect(migrate(test_.adminUrl, folder)).rejects.toThrow(MigrationRefused)
    rmSync(join(folder, '0001-platform-foundation.sql'))
    await expect(migrate(test_.adminUrl, folder)).rejects.toThrow(/newer version/)
    rmSync(folder, { recursive: true })
  })

  test('that fails leaves the database as it was and names the migration', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mellanrum-migrations-'))
    cpSync(migrations, folder, { recursive: true })
    writeFileSync(join(folder, '9999-platform-broken.sql'), 'create table platform.half (); select broken;')
    await expect(migrate(test_.adminUrl, folder)).rejects.toThrow(/9999-platform-broken/)
    expect(await ask(`select to_regclass('platform.half') as half`)).toEqual([{ half: null }])
    rmSync(folder, { recursive: true })
  })
})
