import type { Writable } from 'node:stream'
import {
  type Compilable,
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
  /** As `read`, but all that `work` asks is answered as of one instant. For what must add up. */
  snapshot<Value>(actor: DatabaseActor, work: (db: Reader) => Promise<Value>): Promise<Value>
  /** The rows of one question, in the actor's room: the transaction around it travels with it, there and back once. */
  ask<Row>(actor: DatabaseActor, question: (db: Reader) => Compilable<Row>): Promise<Row[]>
  /** Runs `work` in a transaction in the actor's room; committed when it returns, rolled back when it throws. */
  write<Value>(actor: DatabaseActor, work: (trx: Transaction) => Promise<Value>): Promise<Value>
  /** The pool itself, as the program's login without a room: for the job queue, which has a schema of its own. */
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** The settings that every connection of the program shares. */
const poolOptions = (url: string, size: number): pg.PoolConfig => ({
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
    read: async (actor, work) => read(pool, beginAs(actor, 'read only'), work),
    snapshot: async (actor, work) =>
      read(pool, beginAs(actor, 'isolation level repeatable read read only'), work),
    ask: (actor, question) => ask(pool, actor, question(speechless)),
    write: (actor, work) => write(pool, actor, work),
    close: () => pool.end(),
  }
}

async function read<Value>(
  pool: pg.Pool,
  opening: string,
  work: (db: Reader) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect()
  sendTogether(client)
  // Not waited for: it travels together with the first query, which fails if this did.
  const begun = settled(client.query(opening))
  try {
    const value = await work(kyselyOn(client))
    throwIfFailed(await begun)
    return value
  } catch (error) {
    throwIfFailed(await begun)
    throw error
  } finally {
    endReading(client)
  }
}

/** There is nothing to keep, so nobody waits for the end; whoever gets the connection next is served after it. */
function endReading(client: pg.PoolClient) {
  void settled(client.query('commit'))
  client.release()
}

async function ask<Row>(pool: pg.Pool, actor: DatabaseActor, question: Compilable<Row>): Promise<Row[]> {
  const opening = beginAs(actor, 'read only')
  const compiled = question.compile()
  const client = await pool.connect()
  sendTogether(client)
  const begun = settled(client.query(opening))
  const answer = settled(client.query<Row & pg.QueryResultRow>(prepared(compiled)))
  endReading(client)
  throwIfFailed(await begun)
  const answered = await answer
  if (answered.status === 'rejected') throw answered.reason
  return answered.value.rows
}

async function write<Value>(
  pool: pg.Pool,
  actor: DatabaseActor,
  work: (trx: Transaction) => Promise<Value>,
): Promise<Value> {
  const opening = beginAs(actor, 'read write')
  const client = await pool.connect()
  sendTogether(client)
  const begun = settled(client.query(opening))
  try {
    const value = await work(kyselyOn(client) as Transaction)
    throwIfFailed(await begun)
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
    throwIfFailed(await begun)
    throw error
  }
}

/** What became of it, to be looked at later: an error that nobody waits for yet would end the program. */
const settled = <Value>(promise: Promise<Value>): Promise<PromiseSettledResult<Value>> =>
  promise.then(
    value => ({ status: 'fulfilled', value }),
    reason => ({ status: 'rejected', reason }),
  )

function throwIfFailed(result: PromiseSettledResult<unknown>): void {
  if (result.status === 'rejected') throw result.reason
}

/**
 * What is asked in this turn of the event loop leaves in one piece: each piece costs a call to the system here and wakes
 * PostgreSQL there, which is more than what a small question costs in itself.
 */
function sendTogether(client: pg.PoolClient) {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Writable } }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

const timesUntilPrepared = 3
const mostPrepared = 100
const asked = new Map<string, number>()

/**
 * A question as it is sent. What is asked again and again is prepared: PostgreSQL then keeps how to answer it, for each
 * connection. Not what says `*`: that would be wrong as soon as a newer version of the program has added a column.
 */
function prepared(query: CompiledQuery): pg.QueryConfig {
  const { sql: text } = query
  const values = [...query.parameters]
  const times = asked.get(text) ?? 0
  if (times < timesUntilPrepared) {
    // Texts without end, such as lists of changing length, fill neither our memory nor PostgreSQL's.
    if (times > 0 || asked.size < mostPrepared) asked.set(text, times + 1)
    return { text, values }
  }
  return { text, values, ...(!everyColumn.test(text) && { name: nameOf(text) }) }
}

const everyColumn = /(select|returning|\.)\s*\*/
const names = new Map<string, string>()
function nameOf(text: string): string {
  const name = names.get(text) ?? `q${names.size}`
  names.set(text, name)
  return name
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
      const result = await client.query(prepared(query))
      return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
    },
    streamQuery() {
      throw new Error('rows are not streamed inside a pipelined transaction')
    },
  }
  const kysely = kyselyWith(async () => connection)
  known.set(client, kysely)
  return kysely
}

function kyselyWith(acquireConnection: () => Promise<DatabaseConnection>): Reader {
  const nothing = async () => {}
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => ({
        init: nothing,
        acquireConnection,
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
}

const refuseNested = async () => {
  throw new Error('already in a transaction: pass it on instead')
}

/** For questions that are only put into words. */
const speechless = kyselyWith(async () => {
  throw new Error('a question is given to ask, not executed')
})
