import { resolve } from 'node:path'
import pg from 'pg'
import { accountFor } from './account.ts'
import { addressOf, databaseName } from './address.ts'
import { reachableBinaries } from './binaries.ts'
import { clusterPaths, openCluster, openFolder } from './cluster.ts'
import { type Kept, keep } from './keeper.ts'
import { alreadyRunning, clearLock, holderOf, readLock } from './lock.ts'
import { EmbeddedDatabaseError } from './refusal.ts'
import { serverSettings } from './settings.ts'
import { makeSocketFolder, removeSocketFolder } from './socket-folder.ts'

/** What the launcher says goes here; console and Fastify's logger both fit. No personal data ever. */
export interface Log {
  info(message: string): void
  warn(message: string): void
}

export interface EmbeddedDatabase {
  /**
   * How `pg` and Kysely reach the database `mellanrum` as its superuser:
   * `postgres://mellanrum_admin:password@/mellanrum?host=/socket/folder&port=5432`. A secret: never logged.
   */
  readonly url: string
  /** Resolves when PostgreSQL has ended, asked to or not. */
  readonly ended: Promise<void>
  /** Ends all sessions, writes everything down and resolves when PostgreSQL is gone. May be called twice. */
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL 18 from the npm packages in `folder`, which it makes if needed and which is then its own.
 * PostgreSQL stops when `stop` is called and when this process ends, however it ends. It takes connections only
 * through a socket in a private folder, and only with the password that is kept in `folder`.
 * About a second in an empty folder, a tenth after that.
 * @throws EmbeddedDatabaseError with a `reason` and a sentence for the person who starts it
 */
export async function startEmbedded({
  folder,
  log,
}: {
  folder: string
  log: Log
}): Promise<EmbeddedDatabase> {
  const home = resolve(folder)
  const { data } = clusterPaths(home)
  const account = accountFor(data)
  await openFolder(home, account)
  const binaries = reachableBinaries(home, account)
  const { password } = await openCluster(home, binaries, account)
  await clearLock(data)
  const socketFolder = makeSocketFolder(account)
  const settings = serverSettings(socketFolder)
  const kept = keep({ binaries: binaries.folder, data, socketFolder, settings, account }, line =>
    pass(line, log),
  )
  if (!(await kept.ready)) {
    removeSocketFolder(socketFolder)
    throw didNotStart(data, kept)
  }
  const url = addressOf(databaseName, password, socketFolder)
  await ensureDatabase(url, addressOf('postgres', password, socketFolder)).catch(async error => {
    await kept.stop()
    throw error
  })
  kept.release()
  return { url, ended: kept.ended, stop: kept.stop }
}

/** Routine goes unsaid. What is said during a recovery tells how far it is. */
function pass(line: string, log: Log): void {
  if (/^LOG: {2}.*(recovery|redo|terminated by signal)/.test(line)) log.info(`PostgreSQL: ${line}`)
  if (/^(FATAL|PANIC):/.test(line) && !expected.test(line)) log.warn(`PostgreSQL: ${line}`)
}

/** The first is how we find that the database must be made; the second is what every open session hears at a stop. */
const expected = new RegExp(`database "${databaseName}" does not exist|terminating connection due to`)

function didNotStart(data: string, kept: Kept): EmbeddedDatabaseError {
  const lock = readLock(data)
  // Someone else's start took the lock between our look and PostgreSQL's.
  if (lock !== undefined && holderOf(lock.pid, data) === 'server') return alreadyRunning(data, lock.pid)
  return new EmbeddedDatabaseError(
    'did-not-start',
    `PostgreSQL did not start in ${data}. It said:\n${kept.lastWords()}`,
  )
}

const noSuchDatabase = '3D000'

/** Makes the database the first time; on all later starts it is only a trial connection. */
async function ensureDatabase(url: string, maintenanceUrl: string): Promise<void> {
  try {
    await queryOnce(url, 'select 1')
  } catch (error) {
    if ((error as { code?: string }).code !== noSuchDatabase) throw error
    // template0, since it alone promises to hold nothing that was sorted by another rule.
    await queryOnce(
      maintenanceUrl,
      `create database ${databaseName} template template0 encoding 'UTF8' locale_provider icu icu_locale 'sv-SE'`,
    )
  }
}

async function queryOnce(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
