import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import { beginAs, type DatabaseActor, type Room } from './actor.ts'
import type { Reader, Tables, Transaction } from './tables.ts'

// Counts fit in a JavaScript number here, and dates without time stay text: no time zone may move a day.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)

export interface Log {
  info(facts: object, sentence: string): void
  warn(facts: object, sentence: string): void
  error(facts: object, sentence: string): void
}

export interface Database {
  /** Runs `work` in a read-only transaction in the actor's room. */
  read<Value>(actor: DatabaseActor, work: (db: Reader) => Promise<Value>): Promise<Value>
  /** Runs `work` in a transaction in the actor's room; committed when it returns, rolled back when it throws. */
  write<Value>(actor: DatabaseActor, work: (trx: Transaction) => Promise<Value>): Promise<Value>
  /** The pool itself, as the program's login without a room: for the job queue, which has a schema of its own. */
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** The settings that every connection of the program shares. */
export const poolOptions = (url: string, size: number): pg.PoolConfig => ({
  connectionString: url,
  max: size,
  // Statements go out without waiting for each other's answers: BEGIN, actor and the first query are one flight.
  pipeline: true,
  application_name: 'mellanrum',
  idleTimeoutMillis: 60_000,
  connectionTimeoutMillis: 10_000,
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 60_000,
})

/** @param url the address that logs in as `mellanrum_app` */
export function openDatabase(url: string, log: Log, size = 10): Database {
  const pool = new pg.Pool(poolOptions(url, size))
  // Without a listener, a connection that breaks while idle would end the program.
  pool.on('error', error => log.warn({ error: error.message }, 'an idle database connection broke'))
  return {
    pool,
    read: (actor, work) => transact(pool, actor, 'read only', work),
    write: (actor, work) =>
      transact(pool, actor, 'read write', work as (db: Reader) => ReturnType<typeof work>),
    close: () => pool.end(),
  }
}

async function transact<Value>(
  pool: pg.Pool,
  actor: DatabaseActor,
  mode: 'read only' | 'read write',
  work: (db: Reader) => Promise<Value>,
): Promise<Value> {
  const opening = beginAs(actor, mode)
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    // Not waited for: it travels together with the first query, which fails if this did.
    const begun = client.query(opening).catch(error => {
      broken = error
    })
    const value = await work(kyselyOn(client))
    if (mode === 'read only') {
      // Nothing to keep: the answer need not wait for the commit.
      client.query('commit').then(
        () => client.release(),
        error => client.release(error),
      )
      await begun
      if (broken) throw broken
      return value
    }
    await begun
    if (broken) throw broken
    const end = await client.query('commit')
    // A transaction that failed on the way answers COMMIT with ROLLBACK, and no error.
    if (end.command !== 'COMMIT') throw new Error('the transaction was rolled back')
    client.release()
    return value
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      failed => client.release(failed),
    )
    throw broken ?? error
  }
}

/** Continues the transaction in another room, for `work` only; then it is back in `home`. */
export async function inRoom<Value>(
  trx: Transaction,
  room: Room,
  home: Room,
  work: () => Promise<Value>,
): Promise<Value> {
  await trx.executeQuery(CompiledQuery.raw(`set local role room_${room}`))
  const value = await work()
  await trx.executeQuery(CompiledQuery.raw(`set local role room_${home}`))
  return value
}

const known = new WeakMap<pg.PoolClient, Kysely<Tables>>()

/** Kysely over one connection that is already in a transaction; made once for each connection. */
function kyselyOn(client: pg.PoolClient): Reader {
  const remembered = known.get(client)
  if (remembered) return remembered
  const connection: DatabaseConnection = {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const result = await client.query(query.sql, [...query.parameters])
      return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
    },
    streamQuery() {
      throw new Error('rows are not streamed inside a pipelined transaction')
    },
  }
  const nothing = async () => {}
  const kysely = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => ({
        init: nothing,
        acquireConnection: async () => connection,
        releaseConnection: nothing,
        destroy: nothing,
        beginTransaction: refuseNested,
        commitTransaction: refuseNested,
        rollbackTransaction: refuseNested,
      }),
      createIntrospector: db => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  known.set(client, kysely)
  return kysely
}

const refuseNested = async () => {
  throw new Error('already in a transaction: pass it on instead')
}
