import './tables.ts'
import { sql } from 'kysely'
import type { Reader, Transaction } from '../database/tables.ts'
import { inAnyOrder } from './order.ts'

export interface Holder {
  readonly id: string
  /** The group whose answers are also shown together; null where it would be too small to hide in. */
  readonly stratum: string | null
}

/** Lets these and nobody else take a right. */
export async function admit(trx: Transaction, boxId: string, holders: readonly Holder[]): Promise<void> {
  if (holders.length === 0) return
  await trx
    .insertInto('anonymous.entitlement')
    .values(
      inAnyOrder(holders).map(holder => ({
        box_id: boxId,
        holder_id: holder.id,
        stratum: holder.stratum,
        taken: null,
      })),
    )
    .execute()
}

/** The state of a box, and somebody's place among its holders. Either is undefined where the room does not see it. */
export async function findHolder(
  db: Reader,
  boxId: string,
  holderId: string,
): Promise<{ state: 'open' | 'closed' | undefined; holder: { stratum: string | null } | undefined }> {
  const [box, holder] = await Promise.all([
    db.selectFrom('anonymous.box').select('state').where('id', '=', boxId).executeTakeFirst(),
    db
      .selectFrom('anonymous.entitlement')
      .select('stratum')
      .where('box_id', '=', boxId)
      .where('holder_id', '=', holderId)
      .executeTakeFirst(),
  ])
  return { state: box?.state, holder }
}

/** Writes who took part in one statement and an order drawn anew, so that neither place nor age of a row tells who came first. */
export async function noteWhoTook(
  trx: Transaction,
  boxId: string,
  tookPart: (holderId: string) => boolean,
): Promise<void> {
  const rows = await trx
    .deleteFrom('anonymous.entitlement')
    .where('box_id', '=', boxId)
    .returningAll()
    .execute()
  if (rows.length === 0) return
  const noted = rows.map(row => ({ ...row, taken: tookPart(row.holder_id) }))
  await trx.insertInto('anonymous.entitlement').values(inAnyOrder(noted)).execute()
}

export interface Turnout {
  readonly entitled: number
  readonly taken: number
  readonly answered: number
}

/** While the box is open the counts of its two books, afterwards what was noted at the close. */
export async function turnoutOf(db: Reader, boxId: string): Promise<Turnout> {
  const { rows } = await sql<Turnout>`
    select count(*)::integer as entitled,
      coalesce(anonymous.count_taken(${boxId}), count(*) filter (where taken))::integer as taken,
      coalesce(anonymous.count_answers(${boxId}), (select answers from anonymous.box where id = ${boxId})) as answered
    from anonymous.entitlement where box_id = ${boxId}`.execute(db)
  return rows[0] ?? { entitled: 0, taken: 0, answered: 0 }
}
