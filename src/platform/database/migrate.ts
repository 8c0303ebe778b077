import { createHash, createHmac, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { rooms } from './actor.ts'

export interface Migrated {
  /** The address that the program itself uses from here on: the login `mellanrum_app`. */
  readonly appUrl: string
  /** Names of the migrations that were applied now, in order. */
  readonly applied: readonly string[]
}

/** The database is not what the program knows: newer, changed by hand, or with too few rights. */
export class MigrationRefused extends Error {}

const appLogin = 'mellanrum_app'
const owner = 'mellanrum_owner'
/** Any number, the same in every process: who holds it migrates, the others wait. */
const migrationLock = 7_265_221

/**
 * Brings the database to the newest form: roles, then each migration in its own transaction, in order.
 * Several processes may start at once; one migrates and the others wait for it.
 *
 * @param url an address that may create roles (a superuser, or CREATEROLE and owner of the database)
 * @param folder where `NNNN-module-what.sql` lie
 * @throws {MigrationRefused} when an applied migration was changed or is unknown here
 */
export async function migrate(url: string, folder: string): Promise<Migrated> {
  const client = new pg.Client({ connectionString: url, application_name: 'mellanrum migration' })
  // A connection that breaks between two statements is reported by the next statement.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await prepareRoles(client)
    const applied = await applyMigrations(client, folder)
    const password = await appPassword(client, url)
    await onRoles(client, `alter role ${appLogin} password ${pg.escapeLiteral(password)}`)
    return { appUrl: loginUrl(url, password, client.database ?? ''), applied }
  } finally {
    await client.end()
  }
}

async function prepareRoles(client: pg.Client) {
  const wanted = [
    `${owner} nologin`,
    `${appLogin} login noinherit nosuperuser nocreatedb nocreaterole`,
    ...rooms.map(room => `room_${room} nologin`),
  ]
  const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles')
  const existing = new Set(rows.map(row => row.rolname))
  for (const role of wanted) {
    if (!existing.has(role.split(' ')[0] ?? '')) await onRoles(client, `create role ${role}`)
  }
  const database = pg.escapeIdentifier(client.database ?? '')
  for (const statement of [
    ...rooms.map(room => `grant room_${room} to ${appLogin}`),
    `grant ${owner} to current_user`,
    `grant create, connect on database ${database} to ${owner}`,
    `revoke all on database ${database} from public`,
    `grant connect on database ${database} to ${appLogin}`,
  ]) {
    await onRoles(client, statement)
  }
  await client.query('revoke all on schema public from public')
}

const roleTries = 50
const rolePauseMs = 20
/** Somebody else wrote the same role at the same moment, or made it first. */
const isRoleCollision = ({ code, message }: pg.DatabaseError): boolean =>
  code === '23505' || code === '42710' || (code === 'XX000' && message.includes('concurrently'))

/**
 * Runs a statement about roles. They belong to the whole cluster, so another installation's migration can be at the same
 * place, and no lock reaches from one database to another: who comes second tries again.
 */
async function onRoles(client: pg.Client, statement: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await client.query(statement)
      return
    } catch (error) {
      if (tries === roleTries || !isRoleCollision(error as pg.DatabaseError)) throw error
      if ((error as pg.DatabaseError).code === '42710') return
      await new Promise(resolve => setTimeout(resolve, rolePauseMs * Math.random()))
    }
  }
}

async function applyMigrations(client: pg.Client, folder: string): Promise<string[]> {
  await client.query(`set role ${owner}`)
  await client.query('create schema if not exists platform')
  await client.query(`
    create table if not exists platform.migration (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    )`)
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migration',
  )
  const done = new Map(rows.map(row => [row.name, row.checksum]))
  const files = readdirSync(folder)
    .filter(file => file.endsWith('.sql'))
    .sort()
  const unknown = [...done.keys()].filter(name => !files.includes(name))
  if (unknown.length > 0) {
    throw new MigrationRefused(
      `The database has been migrated by a newer version of the program (${unknown.join(', ')}).`,
    )
  }
  const applied: string[] = []
  for (const file of files) {
    const sql = readFileSync(join(folder, file), 'utf8')
    const checksum = createHash('sha256').update(sql).digest('hex')
    const before = done.get(file)
    if (before === checksum) continue
    if (before) throw new MigrationRefused(`The migration ${file} was changed after it had been applied.`)
    await client.query('begin')
    try {
      await client.query(sql)
      await client.query('insert into platform.migration (name, checksum) values ($1, $2)', [file, checksum])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw new Error(`The migration ${file} failed: ${(error as Error).message}`, { cause: error })
    }
    applied.push(file)
  }
  await client.query('reset role')
  return applied
}

/**
 * The password of the program's login. Derived from the administrator's password where there is one, so that
 * every process and every installation on the same cluster arrives at the same; otherwise drawn once and kept
 * where only the owner reads it.
 */
async function appPassword(client: pg.Client, url: string): Promise<string> {
  const { password: administrator } = partsOf(url)
  if (administrator) return createHmac('sha256', administrator).update(appLogin).digest('hex')
  await client.query(`set role ${owner}`)
  await client.query('create table if not exists platform.app_password (password text not null)')
  await client.query(
    'insert into platform.app_password select $1 where not exists (select from platform.app_password)',
    [randomBytes(32).toString('hex')],
  )
  const { rows } = await client.query<{ password: string }>('select password from platform.app_password')
  await client.query('reset role')
  return rows[0]?.password ?? ''
}

function loginUrl(url: string, password: string, database: string): string {
  const { host, parameters } = partsOf(url)
  return `postgres://${appLogin}:${password}@${host}/${encodeURIComponent(database)}${parameters}`
}

/** The WHATWG parser needs a host, and `postgres://user:password@/database?host=/socket` has none. */
function partsOf(url: string): { password: string; host: string; parameters: string } {
  const [, credentials = '', host = '', parameters = ''] =
    url.match(/^postgres(?:ql)?:\/\/(?:([^@/]*)@)?([^/?]*)[^?]*(\?.*)?$/) ?? []
  const colon = credentials.indexOf(':')
  return { password: colon < 0 ? '' : decodeURIComponent(credentials.slice(colon + 1)), host, parameters }
}
