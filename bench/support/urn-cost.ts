/**
 * What it costs to keep a whole urn anew, beside what it would cost to keep the same ballots as rows: with PostgreSQL
 * alone, without the program.
 */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { openBook, roomFor, sealBook } from '../../src/platform/anonymous/sealed-book.ts'
import { median, round } from './figures.ts'

export interface UrnCost {
  readonly ballots: number
  readonly urnBytes: number
  readonly openMs: number
  readonly sealMs: number
  /** The urn's one row is written anew, and committed. */
  readonly writeMs: number
  /** What that adds to PostgreSQL's log. */
  readonly logBytes: number
  /** The same ballots, each as a row of its own, in one statement, and committed. */
  readonly rowsMs: number
  /** Sealed and written whole, for each time as rows. */
  readonly timesTheRows: number
}

const times = 15

/** @param noted what is kept of one ballot, in bytes */
export async function measureUrn(adminUrl: string, ballots: number, noted: number): Promise<UrnCost> {
  const key = randomBytes(32)
  const book = new Map(
    Array.from({ length: ballots }, () => [randomBytes(32).toString('hex'), randomBytes(noted)]),
  )
  const room = roomFor(ballots, noted)
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('create schema bench')
    await client.query('create table bench.urn (sealed bytea not null)')
    await client.query('alter table bench.urn alter column sealed set storage external')
    await client.query('create table bench.ballot (hash bytea primary key, noted bytea not null)')
    await client.query('insert into bench.urn values ($1)', [sealBook(key, 'bench', new Map(), room)])
    const cost = { open: [] as number[], seal: [] as number[], write: [] as number[], rows: [] as number[] }
    const logBytes: number[] = []
    for (let time = 0; time < times; time++) {
      let sealed: Buffer = Buffer.alloc(0)
      cost.seal.push(await took(() => (sealed = sealBook(key, 'bench', book, room))))
      cost.open.push(await took(() => openBook(key, 'bench', sealed)))
      const before = await logged(client)
      cost.write.push(await took(() => client.query('update bench.urn set sealed = $1', [sealed])))
      logBytes.push((await logged(client)) - before)
      const hashes = [...book.keys()].map(hash => Buffer.from(hash, 'hex'))
      cost.rows.push(
        await took(() =>
          client.query('insert into bench.ballot select * from unnest($1::bytea[], $2::bytea[])', [
            hashes,
            [...book.values()],
          ]),
        ),
      )
      await client.query('truncate bench.ballot')
    }
    const ms = (taken: readonly number[]) => round(median(taken), 1)
    return {
      ballots,
      urnBytes: room,
      openMs: ms(cost.open),
      sealMs: ms(cost.seal),
      writeMs: ms(cost.write),
      logBytes: median(logBytes),
      rowsMs: ms(cost.rows),
      timesTheRows: round((median(cost.seal) + median(cost.write)) / median(cost.rows), 2),
    }
  } finally {
    await client.query('drop schema if exists bench cascade')
    await client.end()
  }
}

async function took(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Bytes of the write-ahead log so far. */
async function logged(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>(
    `select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as bytes`,
  )
  return Number(rows[0]?.bytes)
}
