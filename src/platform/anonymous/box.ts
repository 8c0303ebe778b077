import './tables.ts'
import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { DatabaseActor } from '../database/actor.ts'
import { type Database, inRoom } from '../database/database.ts'
import type { Reader, Transaction } from '../database/tables.ts'
import { ok, type Result, refuse } from '../result.ts'
import {
  answerHash,
  type BoxKeys,
  boxKeys,
  newSalt,
  readRight,
  seal,
  signRight,
  takenHash,
  type UnsealedAnswer,
  unseal,
} from './right.ts'

export interface Holder {
  readonly id: string
  /** The group whose answers are also shown together; null where it would be too small to hide in. */
  readonly stratum: string | null
}

export type BoxRefusal = 'box-closed' | 'not-entitled' | 'right-taken-elsewhere' | 'right-not-valid'

/** Where anonymous answers are taken in. One for the whole program; it groups what arrives at the same moment. */
export interface AnswerBoxes {
  /** Opens a box: from now on `holders`, and nobody else, may take a right and answer. */
  open(
    trx: Transaction,
    boxId: string,
    associations: readonly string[],
    holders: readonly Holder[],
  ): Promise<void>
  /** Lets more holders in while the box is open. */
  admit(trx: Transaction, boxId: string, holders: readonly Holder[]): Promise<void>
  /**
   * Gives the holder (the transaction's actor) the right to answer. The same nonce gets the same right again, so an
   * answer from the server that was lost on the way costs nothing; another nonce is refused.
   */
  take(trx: Transaction, boxId: string, holderId: string, nonce: Buffer): Promise<Result<string, BoxRefusal>>
  /** Whether a right still counts: signed by this box, and the box open. */
  check(boxId: string, token: string): Promise<Result<void, BoxRefusal>>
  /** Keeps the answer, durably, in place of an earlier one of the same right. Answers after the commit. */
  handIn(boxId: string, token: string, answer: unknown): Promise<Result<void, BoxRefusal>>
  /** How many have taken their right, and how many answered. */
  turnout(db: Reader, boxId: string): Promise<{ entitled: number; taken: number; answered: number }>
  /**
   * Closes the box and gives its answers in an order drawn anew. Nothing of the single answer is left in the
   * database afterwards: the caller keeps what it counts, in the same transaction.
   * @param home the room that `trx` works in
   */
  close(trx: Transaction, boxId: string, home: 'association'): Promise<UnsealedAnswer[]>
}

const intake: DatabaseActor = { room: 'ballot_box', id: null, associations: [] }
const mostInOneStatement = 200

interface Waiting {
  readonly boxId: string
  readonly rightHash: Buffer
  readonly sealed: Buffer
  readonly done: (kept: boolean) => void
  readonly failed: (error: unknown) => void
}

/**
 * @param secret what rights are signed and answers sealed with, besides each box's own salt; never in the database
 * @param arrived called after answers are durable, once for each group, so that turnout can be shown
 */
export function answerBoxes(
  database: Database,
  secret: string,
  arrived: (trx: Transaction, boxId: string) => Promise<unknown>,
): AnswerBoxes {
  // A salt never changes while its box is open, and the statement below asks the database whether it still is.
  const keysOf = new Map<string, BoxKeys>()

  async function keysFor(boxId: string): Promise<BoxKeys | undefined> {
    return keysOf.get(boxId) ?? database.read(intake, db => readKeys(db, boxId))
  }

  /** In a transaction that is in the ballot box's room. */
  async function readKeys(db: Reader, boxId: string): Promise<BoxKeys | undefined> {
    const box = await db
      .selectFrom('anonymous.box')
      .select('salt')
      .where('id', '=', boxId)
      .where('state', '=', 'open')
      .executeTakeFirst()
    if (!box?.salt) return undefined
    const keys = boxKeys(secret, box.salt)
    keysOf.set(boxId, keys)
    return keys
  }

  const queue: Waiting[] = []
  let writing = false

  /** Group commit: what arrives while one group is written becomes the next group. */
  async function writeAll() {
    if (writing) return
    writing = true
    // What came in the same turn of the event loop goes together.
    await new Promise(setImmediate)
    while (queue.length > 0) await writeGroup(queue.splice(0, mostInOneStatement))
    writing = false
  }

  async function writeGroup(group: Waiting[]) {
    try {
      const open = await keep(group)
      for (const one of group) one.done(open.has(one.boxId))
    } catch (error) {
      // One answer's failure must not fail the others: each gets its own try.
      if (group.length === 1) group[0]?.failed(error)
      else for (const one of group) await writeGroup([one])
    }
  }

  /** Keeps a group in one transaction. @returns the boxes that are open; answers to others were not kept */
  async function keep(group: readonly Waiting[]): Promise<Set<string>> {
    // The same right twice in one group: the later one counts, as if they had come one after the other.
    const last = new Map(group.map(one => [one.rightHash.toString('base64'), one]))
    const rows = [...last.values()]
    return database.write(intake, async trx => {
      const boxes = [...new Set(rows.map(row => row.boxId))].sort()
      const open = await trx
        .selectFrom('anonymous.box')
        .select('id')
        .where('id', 'in', boxes)
        .where('state', '=', 'open')
        .orderBy('id')
        .forShare()
        .execute()
      const openIds = new Set(open.map(box => box.id))
      const kept = rows.filter(row => openIds.has(row.boxId))
      if (kept.length > 0) {
        await sql`
          insert into anonymous.sealed_answer (box_id, right_hash, sealed)
          select * from unnest(${kept.map(row => row.boxId)}::uuid[], ${kept.map(row => row.rightHash)}::bytea[], ${kept.map(row => row.sealed)}::bytea[])
          on conflict (box_id, right_hash) do update set sealed = excluded.sealed`.execute(trx)
        for (const boxId of openIds) await arrived(trx, boxId)
      }
      return openIds
    })
  }

  return {
    async open(trx, boxId, associations, holders) {
      await trx
        .insertInto('anonymous.box')
        .values({ id: boxId, state: 'open', associations: [...associations], salt: newSalt(), answers: null })
        .execute()
      await admit(trx, boxId, holders)
    },

    admit,

    async take(trx, boxId, holderId, nonce) {
      const taken = takenHash(boxId, nonce)
      const box = await trx
        .selectFrom('anonymous.box')
        .select('state')
        .where('id', '=', boxId)
        .executeTakeFirst()
      if (box?.state !== 'open') return refuse('box-closed')
      const own = await trx
        .selectFrom('anonymous.entitlement')
        .select(['stratum', 'taken'])
        .where('box_id', '=', boxId)
        .where('holder_id', '=', holderId)
        .forUpdate()
        .executeTakeFirst()
      if (!own) return refuse('not-entitled')
      if (own.taken && !own.taken.equals(taken)) return refuse('right-taken-elsewhere')
      if (!own.taken) {
        await trx
          .updateTable('anonymous.entitlement')
          .set({ taken })
          .where('box_id', '=', boxId)
          .where('holder_id', '=', holderId)
          .execute()
      }
      // In this same transaction: one that waits for a second connection while it holds one can wait for ever.
      const keys =
        keysOf.get(boxId) ?? (await inRoom(trx, 'ballot_box', 'public', () => readKeys(trx, boxId)))
      return keys ? ok(signRight(keys, { boxId, nonce, stratum: own.stratum })) : refuse('box-closed')
    },

    async check(boxId, token) {
      const keys = await keysFor(boxId)
      if (!keys) return refuse('box-closed')
      return readRight(keys, boxId, token) ? ok(undefined) : refuse('right-not-valid')
    },

    async handIn(boxId, token, answer) {
      const keys = await keysFor(boxId)
      if (!keys) return refuse('box-closed')
      const right = readRight(keys, boxId, token)
      if (!right) return refuse('right-not-valid')
      const sealed = seal(keys, right, answer)
      const kept = await new Promise<boolean>((done, failed) => {
        queue.push({ boxId, rightHash: answerHash(right), sealed, done, failed })
        void writeAll()
      })
      if (kept) return ok(undefined)
      keysOf.delete(boxId)
      return refuse('box-closed')
    },

    async turnout(db, boxId) {
      const [counts] = (
        await sql<{ entitled: number; taken: number; answered: number }>`
          select count(*)::integer as entitled, count(taken)::integer as taken,
            coalesce((select answers from anonymous.box where id = ${boxId}), anonymous.count_answers(${boxId})) as answered
          from anonymous.entitlement where box_id = ${boxId}`.execute(db)
      ).rows
      return counts ?? { entitled: 0, taken: 0, answered: 0 }
    },

    async close(trx, boxId, home) {
      const sealed = await inRoom(trx, 'ballot_box', home, async () => {
        // Waits for every group that is being written, and makes those that come later find the box closed.
        const box = await trx
          .selectFrom('anonymous.box')
          .select('salt')
          .where('id', '=', boxId)
          .forUpdate()
          .executeTakeFirstOrThrow()
        const rows = await trx
          .deleteFrom('anonymous.sealed_answer')
          .where('box_id', '=', boxId)
          .returning('sealed')
          .execute()
        return { salt: box.salt, rows }
      })
      if (!sealed.salt) throw new Error('the box is closed already')
      const keys = boxKeys(secret, sealed.salt)
      const answers = shuffled(sealed.rows.map(row => unseal(keys, boxId, row.sealed)))
      await trx
        .updateTable('anonymous.box')
        .set({ state: 'closed', salt: null, answers: answers.length })
        .where('id', '=', boxId)
        .execute()
      await forgetOrder(trx, boxId)
      keysOf.delete(boxId)
      return answers
    },
  }
}

async function admit(trx: Transaction, boxId: string, holders: readonly Holder[]) {
  if (holders.length === 0) return
  await trx
    .insertInto('anonymous.entitlement')
    .values(
      shuffled(holders).map(holder => ({
        box_id: boxId,
        holder_id: holder.id,
        stratum: holder.stratum,
        taken: null,
      })),
    )
    .execute()
}

/** Writes who took part anew in one statement, so that neither place nor age of a row tells who came first. */
async function forgetOrder(trx: Transaction, boxId: string) {
  const rows = await trx
    .deleteFrom('anonymous.entitlement')
    .where('box_id', '=', boxId)
    .returningAll()
    .execute()
  if (rows.length > 0) await trx.insertInto('anonymous.entitlement').values(shuffled(rows)).execute()
}

/** Fisher-Yates with the operating system's randomness. */
function shuffled<Value>(values: readonly Value[]): Value[] {
  const order = [...values]
  for (let index = order.length - 1; index > 0; index--) {
    const other = randomInt(index + 1)
    ;[order[index], order[other]] = [order[other] as Value, order[index] as Value]
  }
  return order
}
