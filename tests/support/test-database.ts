import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../src/platform/database/database.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { prepareJobs } from '../../src/platform/jobs/jobs.ts'

const migrations = join(import.meta.dirname, '..', '..', 'migrations')
/** A change in any migration makes another template, also on a server that is kept between runs. */
const template = `mellanrum_template_${fingerprint(migrations)}`
const lock = 7_265_299

export const silentLog = { info() {}, warn() {}, error() {} }

export interface TestDatabase {
  /** As the administrator: what an operator's DATABASE_URL is. */
  readonly adminUrl: string
  /** As the program. */
  readonly appUrl: string
  readonly database: Database
  remove(): Promise<void>
}

function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)))
  return hash.digest('hex').slice(0, 12)
}

/** The same server, another database. Keeps the form of the address, with a host or a socket folder. */
export function onDatabase(url: string, name: string): string {
  const [address = '', parameters] = url.split('?')
  const slash = address.lastIndexOf('/')
  return `${address.slice(0, slash)}/${name}${parameters ? `?${parameters}` : ''}`
}

async function asAdministrator<Value>(
  url: string,
  work: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * A database of its own for one test file, copied from a template that has all migrations: about 40 ms.
 * The first that asks makes the template; the others wait for it.
 */
export async function aDatabase(queues: readonly string[] = []): Promise<TestDatabase> {
  const server = onDatabase(inject('databaseUrl'), 'postgres')
  const name = `mellanrum_test_${randomBytes(6).toString('hex')}`
  await asAdministrator(server, async client => {
    await client.query('select pg_advisory_lock($1)', [lock])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
    if (!rowCount) {
      await client.query(`drop database if exists ${template}_new`)
      await client.query(
        `create database ${template}_new template template0 encoding 'UTF8' locale_provider icu icu_locale 'sv-SE' locale 'C.UTF-8'`,
      )
      await migrate(onDatabase(server, `${template}_new`), migrations)
      await prepareJobs(onDatabase(server, `${template}_new`), [])
      await client.query(`alter database ${template}_new rename to ${template}`)
    }
    await client.query(`create database ${name} template ${template}`)
    await client.query('select pg_advisory_unlock($1)', [lock])
  })
  const adminUrl = onDatabase(server, name)
  const { appUrl } = await migrate(adminUrl, migrations)
  if (queues.length > 0) await prepareJobs(adminUrl, queues)
  const database = openDatabase(appUrl, silentLog)
  return {
    adminUrl,
    appUrl,
    database,
    async remove() {
      await database.close()
      await asAdministrator(server, client => client.query(`drop database ${name} with (force)`))
    },
  }
}
