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

export interface Fault {
  /** The first and the last entry that it is about: the same, except where several in a row are missing. */
  readonly position: number
  readonly through: number
  readonly fault: 'missing' | 'changed' | 'does-not-follow'
}

export interface Verified {
  readonly entries: number
  /**
   * Hash of the newest entry, hexadecimal. Kept elsewhere, it also shows that nothing was cut off at the end, or that
   * the whole chain was written anew.
   */
  readonly head: string
  readonly faults: readonly Fault[]
}

const batch = 10_000

/**
 * Reads the whole chain and finds each row that was changed, taken out or put in.
 * @param client logged in as somebody who may act as the owner
 */
export async function verifyAudit(client: pg.Client): Promise<Verified> {
  const faults: Fault[] = []
  let position = 0
  let head: Buffer = Buffer.alloc(0)
  let entries = 0
  await client.query('begin read only isolation level repeatable read; set local role mellanrum_owner')
  // From the very first that there is: an entry below 1 was put in by hand.
  let last = '-9223372036854775808'
  for (;;) {
    const { rows } = await client.query<{ number: string; hash: Buffer; previous: Buffer; expected: Buffer }>(
      `select number::text as number, hash, previous,
         audit.hash_of(number, done_at, actor, room, action, subject, previous) as expected
       from audit.entry where number > $1::bigint order by entry.number limit ${batch}`,
      [last],
    )
    for (const row of rows) {
      const number = Number(row.number)
      const note = (fault: Fault['fault'], from = number, through = from) =>
        faults.push({ position: from, through, fault })
      if (number > position + 1) note('missing', position + 1, number - 1)
      if (!row.hash.equals(row.expected)) note('changed')
      else if (number <= position || (number === position + 1 && !row.previous.equals(head))) {
        note('does-not-follow')
      }
      position = number
      head = row.hash
      entries++
      last = row.number
    }
    if (rows.length < batch) break
  }
  await client.query('commit')
  return { entries, head: head.toString('hex'), faults }
}
