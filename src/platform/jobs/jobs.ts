import './tables.ts'
import { CompiledQuery, sql } from 'kysely'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { DatabaseActor } from '../database/actor.ts'
import type { Database, Log } from '../database/database.ts'
import { type Listener, listen } from '../database/listen.ts'
import type { Transaction } from '../database/tables.ts'

const schema = 'jobs'
const outboxChannel = 'mellanrum_outbox'
const system: DatabaseActor = { room: 'system', id: null, associations: [] }

/** Ids and plain facts only: a job is kept in the database until it is done, and for a while after. */
export type JobPayload = Record<string, string | number | boolean | null>

/** Puts a job where it starts after the commit, and never if the transaction fails. */
export async function enqueue(
  trx: Transaction,
  queue: string,
  payload: JobPayload,
  startAfter?: Date,
): Promise<void> {
  await trx
    .insertInto('platform.outbox')
    .values({ queue, payload: JSON.stringify(payload), start_after: startAfter ?? null })
    .execute()
  await sql`select pg_notify(${outboxChannel}, '')`.execute(trx)
}

export interface Queue {
  readonly name: string
  readonly work: (payload: JobPayload) => Promise<void>
  /** For a queue that runs by itself: a cron expression in Swedish time. */
  readonly every?: string
}

export interface Jobs {
  close(): Promise<void>
}

/** How a job that failed is tried again: after 10 s, 20 s, 40 s … and then it stays as failed, to be seen. */
const retries = { retryLimit: 8, retryDelay: 10, retryBackoff: true, expireInSeconds: 300 }

/**
 * Makes the queue's own tables and the queues, as the owner, so that the program needs no right to do so.
 * @param url the administrator's address
 */
export async function prepareJobs(url: string, queues: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'mellanrum migration' })
  client.on('error', () => {})
  await client.connect()
  try {
    // Several processes may start at once.
    await client.query('select pg_advisory_lock(7265225)')
    await client.query('set role mellanrum_owner')
    const boss = new PgBoss({
      db: { executeSql: (text, values) => client.query(text, values as unknown[]) },
      schema,
      supervise: false,
      schedule: false,
      migrate: true,
    })
    boss.on('error', () => {})
    await boss.start()
    for (const name of queues) {
      if (!(await boss.getQueue(name))) await boss.createQueue(name, retries)
    }
    await boss.stop({ graceful: false })
    await client.query(`grant usage on schema ${schema} to mellanrum_app`)
    await client.query(
      `grant select, insert, update, delete on all tables in schema ${schema} to mellanrum_app`,
    )
    await client.query(`grant usage on all sequences in schema ${schema} to mellanrum_app`)
    await client.query(`grant execute on all functions in schema ${schema} to mellanrum_app`)
  } finally {
    await client.end()
  }
}

/**
 * Starts to work on jobs. What commands put in the outbox is moved to the queue as soon as it is committed.
 * @param url the program's own address
 */
export async function openJobs(
  url: string,
  database: Database,
  queues: readonly Queue[],
  log: Log,
): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.pool.query(text, values as unknown[]) },
    schema,
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    cronMonitorIntervalSeconds: 30,
  })
  boss.on('error', error => log.error({ error: error.message }, 'the job queue reported an error'))
  await boss.start()
  for (const queue of queues) {
    await boss.work<JobPayload>(queue.name, { pollingIntervalSeconds: 1 }, async jobs => {
      for (const job of jobs) await queue.work(job.data)
    })
    if (queue.every) await boss.schedule(queue.name, queue.every, {}, { tz: 'Europe/Stockholm' })
  }

  let moving: Promise<void> | undefined
  let again = false
  /** Moves what is committed, in one transaction: a job is in the outbox or in the queue, never in both or neither. */
  async function move() {
    do {
      again = false
      await database.write(system, async trx => {
        const rows = await trx
          .selectFrom('platform.outbox')
          .selectAll()
          .forUpdate()
          .skipLocked()
          .limit(100)
          .execute()
        if (rows.length === 0) return
        await sql`reset role`.execute(trx)
        for (const row of rows) {
          await boss.send(row.queue, row.payload as JobPayload, {
            ...(row.start_after && { startAfter: row.start_after }),
            db: { executeSql: (text, values) => trx.executeQuery(CompiledQuery.raw(text, values)) },
          })
        }
        await sql`set local role room_system`.execute(trx)
        await trx
          .deleteFrom('platform.outbox')
          .where(
            'id',
            'in',
            rows.map(row => row.id),
          )
          .execute()
        again ||= rows.length === 100
      })
    } while (again)
  }

  function moveSoon() {
    again = true
    moving ??= move()
      .catch(error => log.error({ error: (error as Error).message }, 'the outbox could not be emptied'))
      .finally(() => {
        moving = undefined
      })
  }

  const listener: Listener = await listen(url, outboxChannel, log, moveSoon, moveSoon)
  // A notification can be lost with its connection; what is left is looked for now and then.
  const rounds = setInterval(moveSoon, 15_000)
  moveSoon()
  return {
    async close() {
      clearInterval(rounds)
      await listener.close()
      await moving
      await boss.stop({ graceful: true, timeout: 5_000 })
    },
  }
}
