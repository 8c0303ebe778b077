import { sql } from 'kysely'
import type pg from 'pg'
import type { Transaction } from '../database/tables.ts'

/**
 * Writes what was done to the audit, in the same transaction: what is not audited is not done.
 * @param action `module.what-happened`
 * @param subject ids only; never a name, a text or an answer
 */
export async function audit(
  trx: Transaction,
  action: string,
  subject: Record<string, string | number | boolean>,
): Promise<void> {
  await sql`select audit.append(${action}, ${JSON.stringify(subject)}::jsonb)`.execute(trx)
}

export interface Verified {
  readonly entries: number
  /** Hash of the newest entry, hexadecimal: kept elsewhere, it also shows that nothing was cut off at the end. */
  readonly head: string
  readonly faults: readonly {
    readonly position: number
    readonly fault: 'missing' | 'changed' | 'does-not-follow'
  }[]
}

const batch = 10_000

/**
 * Reads the whole chain and finds each row that was changed, taken out or put in.
 * @param client logged in as somebody who may act as the owner
 */
export async function verifyAudit(client: pg.Client): Promise<Verified> {
  const faults: { position: number; fault: 'missing' | 'changed' | 'does-not-follow' }[] = []
  let position = 0
  let head: Buffer = Buffer.alloc(0)
  let entries = 0
  await client.query('begin read only isolation level repeatable read; set local role mellanrum_owner')
  for (;;) {
    const { rows } = await client.query<{
      position: number
      hash: Buffer
      previous: Buffer
      expected: Buffer
    }>(
      `select number::int as position, hash, previous,
         audit.hash_of(number, done_at, actor, room, action, subject, previous) as expected
       from audit.entry where number > $1 order by number limit ${batch}`,
      [position],
    )
    for (const row of rows) {
      for (let gone = position + 1; gone < row.position; gone++)
        faults.push({ position: gone, fault: 'missing' })
      if (!row.hash.equals(row.expected)) faults.push({ position: row.position, fault: 'changed' })
      else if (row.position === position + 1 && !row.previous.equals(head)) {
        faults.push({ position: row.position, fault: 'does-not-follow' })
      }
      position = row.position
      head = row.hash
      entries++
    }
    if (rows.length < batch) break
  }
  await client.query('commit')
  return { entries, head: head.toString('hex'), faults }
}
