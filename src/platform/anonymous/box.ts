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

export type BoxRefusal =
  | 'box-closed'
  | 'not-entitled'
  | 'right-taken-elsewhere'
  | 'right-not-valid'
  /** There are as many answers as rights were taken: somebody whose right was given anew had answered before. */
  | 'rights-used-up'
  | 'right-not-taken'

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
  /**
   * Takes a lost right back, so that its holder may take another. Nobody can tell which answer, if any, came with the
   * lost one; so it is refused when every right that was taken may have been used (`rights-used-up`), and from then on a
   * new answer is kept only while there are fewer answers than rights taken. In the room of those who lead the box.
   */
  reissue(trx: Transaction, boxId: string, holderId: string): Promise<Result<void, BoxRefusal>>
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
  readonly done: (result: Result<void, BoxRefusal>) => void
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
      const results = (await keep(group)) ?? (await keep(group))
      if (!results) throw new Error('the boxes cannot be locked')
      for (const one of group) one.done(results(one))
    } catch (error) {
      // One answer's failure must not fail the others: each gets its own try.
      if (group.length === 1) group[0]?.failed(error)
      else for (const one of group) await writeGroup([one])
    }
  }

  /** Boxes in which a right was given anew, as far as this process has met them. */
  const reissued = new Set<string>()

  /**
   * Keeps a group in one transaction.
   * @returns what became of each answer, when it is durable; undefined when it must be tried again with a stronger lock
   */
  async function keep(
    group: readonly Waiting[],
  ): Promise<((one: Waiting) => Result<void, BoxRefusal>) | undefined> {
    // The same right twice in one group: the later one counts, as if they had come one after the other.
    const last = new Map(group.map(one => [one.rightHash.toString('base64'), one]))
    const rows = [...last.values()]
    return database.write(intake, async trx => {
      const boxes = [...new Set(rows.map(row => row.boxId))].sort()
      const openIds = await lockBoxes(trx, boxes)
      if (!openIds) return undefined
      const tooMany = new Set<string>()
      for (const boxId of openIds) {
        if (!reissued.has(boxId)) continue
        const ofBox = rows.filter(row => row.boxId === boxId)
        for (const hash of await beyondRights(trx, boxId, ofBox)) tooMany.add(hash)
      }
      const fits = (one: Waiting) => !tooMany.has(one.rightHash.toString('base64'))
      const kept = rows.filter(row => openIds.has(row.boxId) && fits(row))
      if (kept.length > 0) {
        await sql`
          insert into anonymous.sealed_answer (box_id, right_hash, sealed)
          select * from unnest(${kept.map(row => row.boxId)}::uuid[], ${kept.map(row => row.rightHash)}::bytea[], ${kept.map(row => row.sealed)}::bytea[])
          on conflict (box_id, right_hash) do update set sealed = excluded.sealed`.execute(trx)
        for (const boxId of openIds) await arrived(trx, boxId)
      }
      return one => {
        if (!openIds.has(one.boxId)) return refuse('box-closed')
        return fits(one) ? ok(undefined) : refuse('rights-used-up')
      }
    })
  }

  /**
   * Keeps the boxes from being closed until the end of the transaction. Where no right was given anew there can be no
   * more answers than rights taken, and the groups of several processes are written side by side; where one was, they
   * are written one after the other, and counted.
   * @returns the open boxes; undefined when the lock turned out to be too weak: made stronger in the same transaction,
   * two processes would wait for each other
   */
  async function lockBoxes(trx: Transaction, boxIds: readonly string[]): Promise<Set<string> | undefined> {
    const isStrict = boxIds.some(id => reissued.has(id))
    const open = trx
      .selectFrom('anonymous.box')
      .select(['id', 'reissued'])
      .where('id', 'in', boxIds)
      .where('state', '=', 'open')
      .orderBy('id')
    const locked = await (isStrict ? open.forUpdate() : open.forShare()).execute()
    const met = locked.filter(box => box.reissued > 0 && !reissued.has(box.id))
    for (const box of met) reissued.add(box.id)
    return met.length > 0 ? undefined : new Set(locked.map(box => box.id))
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

    async reissue(trx, boxId, holderId) {
      // Alone with the box: every answer after this commit sees that a right was given anew.
      const box = await trx
        .selectFrom('anonymous.box')
        .select('state')
        .where('id', '=', boxId)
        .forUpdate()
        .executeTakeFirst()
      if (box?.state !== 'open') return refuse('box-closed')
      const own = await trx
        .selectFrom('anonymous.entitlement')
        .select('taken')
        .where('box_id', '=', boxId)
        .where('holder_id', '=', holderId)
        .forUpdate()
        .executeTakeFirst()
      if (!own) return refuse('not-entitled')
      if (!own.taken) return refuse('right-not-taken')
      const { taken, answered } = await turnoutOf(trx, boxId)
      if (answered >= taken) return refuse('rights-used-up')
      await trx
        .updateTable('anonymous.entitlement')
        .set({ taken: null })
        .where('box_id', '=', boxId)
        .where('holder_id', '=', holderId)
        .execute()
      await trx
        .updateTable('anonymous.box')
        .set(eb => ({ reissued: eb('reissued', '+', 1) }))
        .where('id', '=', boxId)
        .execute()
      return ok(undefined)
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
      const result = await new Promise<Result<void, BoxRefusal>>((done, failed) => {
        queue.push({ boxId, rightHash: answerHash(right), sealed, done, failed })
        void writeAll()
      })
      if (!result.ok && result.refusal === 'box-closed') keysOf.delete(boxId)
      return result
    },

    turnout: turnoutOf,

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
      reissued.delete(boxId)
      return answers
    },
  }
}

async function turnoutOf(
  db: Reader,
  boxId: string,
): Promise<{ entitled: number; taken: number; answered: number }> {
  const [counts] = (
    await sql<{ entitled: number; taken: number; answered: number }>`
      select count(*)::integer as entitled, count(taken)::integer as taken,
        coalesce((select answers from anonymous.box where id = ${boxId}), anonymous.count_answers(${boxId})) as answered
      from anonymous.entitlement where box_id = ${boxId}`.execute(db)
  ).rows
  return counts ?? { entitled: 0, taken: 0, answered: 0 }
}

/** Those of a group's new answers for which no right is left; a changed answer takes no place. */
async function beyondRights(
  trx: Transaction,
  boxId: string,
  group: readonly { readonly rightHash: Buffer }[],
): Promise<readonly string[]> {
  const [room] = (
    await sql<{ free: number }>`
      select anonymous.count_taken(${boxId}) - anonymous.count_answers(${boxId}) as free`.execute(trx)
  ).rows
  const there = await trx
    .selectFrom('anonymous.sealed_answer')
    .select('right_hash')
    .where('box_id', '=', boxId)
    .where(
      'right_hash',
      'in',
      group.map(one => one.rightHash),
    )
    .execute()
  const known = new Set(there.map(row => row.right_hash.toString('base64')))
  const fresh = group.map(one => one.rightHash.toString('base64')).filter(hash => !known.has(hash))
  return fresh.slice(Math.max(0, room?.free ?? 0))
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
