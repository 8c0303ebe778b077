import './tables.ts'
import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { DatabaseActor } from '../database/actor.ts'
import { type Database, inRoom } from '../database/database.ts'
import type { Reader, Transaction } from '../database/tables.ts'
import { ok, type Result, refuse } from '../result.ts'
import { groupCommit } from './group-commit.ts'
import {
  answerHash,
  type BoxKeys,
  boxKeys,
  holderHash,
  newSalt,
  readRight,
  signRight,
  takenHash,
} from './right.ts'
import { type Book, openBook, roomFor, roomOf, sealBook } from './sealed-book.ts'

export interface Holder {
  readonly id: string
  /** The group whose answers are also shown together; null where it would be too small to hide in. */
  readonly stratum: string | null
}

/** What a box gives when it is closed: the answer, and the group that its holder hides in. */
export interface UnsealedAnswer {
  readonly stratum: string | null
  readonly answer: unknown
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
  /**
   * Opens a box: from now on `holders`, and nobody else, may take a right and answer.
   * @param answerBytes how long an answer is at most, as JSON; room is made for all at once, so that the size of what is
   * kept does not tell what was answered. Longer answers are kept too, but may tell that there are some.
   */
  open(
    trx: Transaction,
    boxId: string,
    associations: readonly string[],
    holders: readonly Holder[],
    answerBytes: number,
  ): Promise<void>
  /** Lets more holders in while the box is open. */
  admit(trx: Transaction, boxId: string, holders: readonly Holder[]): Promise<void>
  /**
   * Gives the actor the right to answer. The same nonce gets the same right again, so an answer from the server that was
   * lost on the way costs nothing; another nonce is refused. Answers after the commit; called outside of any transaction.
   */
  take(actor: DatabaseActor, boxId: string, nonce: Buffer): Promise<Result<string, BoxRefusal>>
  /**
   * Takes a lost right back, so that its holder may take another. Nobody can tell which answer, if any, came with the
   * lost one; so it is refused when every right that was taken may have been used (`rights-used-up`), and a new answer is
   * only kept while there are fewer answers than rights taken. In the room of those who lead the box.
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

/** A right that somebody asks for: what it is noted under, and a hash of the asking browser's nonce. */
interface Claim {
  readonly boxId: string
  readonly holder: string
  readonly taken: Buffer
}

interface HandedIn {
  readonly boxId: string
  readonly rightHash: string
  readonly noted: Buffer
}

/** What is written in the urn for one answer. */
const note = (answer: UnsealedAnswer): Buffer => Buffer.from(JSON.stringify(answer))

/**
 * @param secret what rights are signed and answers sealed with, besides each box's own salt; never in the database
 * @param arrived called after answers are durable, once for each group, so that turnout can be shown
 */
export function answerBoxes(
  database: Database,
  secret: string,
  arrived: (trx: Transaction, boxId: string) => Promise<unknown>,
): AnswerBoxes {
  // A salt never changes while its box is open, and every write asks the database whether it still is.
  const keysOf = new Map<string, BoxKeys>()

  async function keysFor(boxId: string): Promise<BoxKeys | undefined> {
    return keysOf.get(boxId) ?? database.read(intake, db => readKeys(db, boxId))
  }

  /** In a transaction that is in the ballot box's room. */
  async function readKeys(db: Reader, boxId: string): Promise<BoxKeys | undefined> {
    const known = keysOf.get(boxId)
    if (known) return known
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

  const noteClaim = groupCommit<Claim, Result<void, BoxRefusal>>(group =>
    database.write(intake, trx => noteClaims(trx, group)),
  )
  const keepAnswer = groupCommit<HandedIn, Result<void, BoxRefusal>>(group =>
    database.write(intake, trx => keepAnswers(trx, group)),
  )

  async function noteClaims(trx: Transaction, claims: readonly Claim[]): Promise<Result<void, BoxRefusal>[]> {
    const results: Result<void, BoxRefusal>[] = []
    for (const boxId of boxesOf(claims)) {
      const register = await lockRegister(trx, boxId)
      const before = register?.taken.size
      claims.forEach((claim, place) => {
        if (claim.boxId !== boxId) return
        const taken = register?.taken.get(claim.holder)
        if (!register) results[place] = refuse('box-closed')
        else if (taken && !taken.equals(claim.taken)) results[place] = refuse('right-taken-elsewhere')
        else {
          register.taken.set(claim.holder, claim.taken)
          results[place] = ok(undefined)
        }
      })
      if (register && register.taken.size !== before) await register.write(register.taken)
    }
    return results
  }

  async function keepAnswers(
    trx: Transaction,
    group: readonly HandedIn[],
  ): Promise<Result<void, BoxRefusal>[]> {
    const results: Result<void, BoxRefusal>[] = []
    for (const boxId of boxesOf(group)) {
      const urn = await lockUrn(trx, boxId)
      let isChanged = false
      group.forEach((one, place) => {
        if (one.boxId !== boxId) return
        if (!urn) results[place] = refuse('box-closed')
        else if (!urn.answers.has(one.rightHash) && urn.answers.size >= urn.taken)
          results[place] = refuse('rights-used-up')
        else {
          // The same right twice in one group: the later one counts, as if they had come one after the other.
          urn.answers.set(one.rightHash, one.noted)
          results[place] = ok(undefined)
          isChanged = true
        }
      })
      if (!urn || !isChanged) continue
      await trx
        .updateTable('anonymous.urn')
        .set({
          answers: urn.answers.size,
          sealed: sealBook(urn.keys.urn, boxId, urn.answers, urn.room),
        })
        .where('box_id', '=', boxId)
        .execute()
      await arrived(trx, boxId)
    }
    return results
  }

  /** The answers of an open box; nobody adds to them or closes the box until the end of the transaction. */
  async function lockUrn(trx: Transaction, boxId: string) {
    const [urn, register, keys] = await Promise.all([
      trx
        .selectFrom('anonymous.urn')
        .select('sealed')
        .where('box_id', '=', boxId)
        .forUpdate()
        .executeTakeFirst(),
      trx.selectFrom('anonymous.register').select('taken').where('box_id', '=', boxId).executeTakeFirst(),
      readKeys(trx, boxId),
    ])
    if (!urn || !register || !keys) return undefined
    return {
      keys,
      taken: register.taken,
      answers: openBook(keys.urn, boxId, urn.sealed),
      room: roomOf(urn.sealed),
    }
  }

  /** Who has taken a right in an open box; nobody else takes one until the end of the transaction. */
  async function lockRegister(trx: Transaction, boxId: string) {
    const [register, keys] = await Promise.all([
      trx
        .selectFrom('anonymous.register')
        .select('sealed')
        .where('box_id', '=', boxId)
        .forUpdate()
        .executeTakeFirst(),
      readKeys(trx, boxId),
    ])
    if (!register || !keys) return undefined
    return {
      keys,
      taken: openBook(keys.register, boxId, register.sealed),
      write: (taken: Book) =>
        trx
          .updateTable('anonymous.register')
          .set({
            taken: taken.size,
            sealed: sealBook(keys.register, boxId, taken, roomOf(register.sealed)),
          })
          .where('box_id', '=', boxId)
          .execute(),
    }
  }

  return {
    async open(trx, boxId, associations, holders, answerBytes) {
      const salt = newSalt()
      const keys = boxKeys(secret, salt)
      await trx
        .insertInto('anonymous.box')
        .values({ id: boxId, state: 'open', associations: [...associations], salt, answers: null })
        .execute()
      const longest = holders.reduce(
        (most, { stratum }) => Math.max(most, note({ stratum, answer: null }).length),
        0,
      )
      const nobody: Book = new Map()
      await inRoom(trx, 'ballot_box', 'association', async () => {
        const sealedUrn = sealBook(keys.urn, boxId, nobody, roomFor(holders.length, longest + answerBytes))
        const sealedRegister = sealBook(keys.register, boxId, nobody, roomFor(holders.length, takenBytes))
        await trx.insertInto('anonymous.urn').values({ box_id: boxId, sealed: sealedUrn }).execute()
        await trx.insertInto('anonymous.register').values({ box_id: boxId, sealed: sealedRegister }).execute()
      })
      await admit(trx, boxId, holders)
    },

    admit,

    async take(actor, boxId, nonce) {
      const { id } = actor
      if (!id) return refuse('not-entitled')
      const [box, own] = await database.read(actor, db =>
        Promise.all([
          db.selectFrom('anonymous.box').select('state').where('id', '=', boxId).executeTakeFirst(),
          db
            .selectFrom('anonymous.entitlement')
            .select('stratum')
            .where('box_id', '=', boxId)
            .where('holder_id', '=', id)
            .executeTakeFirst(),
        ]),
      )
      if (box?.state !== 'open') return refuse('box-closed')
      if (!own) return refuse('not-entitled')
      const keys = await keysFor(boxId)
      if (!keys) return refuse('box-closed')
      const noted = await noteClaim({
        boxId,
        holder: holderHash(boxId, id).toString('hex'),
        taken: takenHash(boxId, nonce),
      })
      return noted.ok ? ok(signRight(keys, { boxId, nonce, stratum: own.stratum })) : noted
    },

    async reissue(trx, boxId, holderId) {
      const [box, own] = await Promise.all([
        trx.selectFrom('anonymous.box').select('state').where('id', '=', boxId).executeTakeFirst(),
        trx
          .selectFrom('anonymous.entitlement')
          .select('holder_id')
          .where('box_id', '=', boxId)
          .where('holder_id', '=', holderId)
          .executeTakeFirst(),
      ])
      if (box?.state !== 'open') return refuse('box-closed')
      if (!own) return refuse('not-entitled')
      const takenBack = await inRoom(
        trx,
        'ballot_box',
        'association',
        async (): Promise<Result<void, BoxRefusal>> => {
          // The urn first, as when the box is closed: no answer comes in between the count and the commit.
          const urn = await lockUrn(trx, boxId)
          const register = await lockRegister(trx, boxId)
          if (!urn || !register) return refuse('box-closed')
          const rights = register.taken.size
          if (!register.taken.delete(holderHash(boxId, holderId).toString('hex')))
            return refuse('right-not-taken')
          if (urn.answers.size >= rights) return refuse('rights-used-up')
          await register.write(register.taken)
          return ok(undefined)
        },
      )
      if (!takenBack.ok) return takenBack
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
      const result = await keepAnswer({
        boxId,
        rightHash: answerHash(right).toString('hex'),
        noted: note({ stratum: right.stratum, answer }),
      })
      if (!result.ok && result.refusal === 'box-closed') keysOf.delete(boxId)
      return result
    },

    turnout: turnoutOf,

    async close(trx, boxId, home) {
      const { keys, urn, register } = await inRoom(trx, 'ballot_box', home, async () => {
        const keys = await readKeys(trx, boxId)
        if (!keys) throw new Error('the box is closed already')
        // Waits for every group that is being written, and makes those that come later find no box.
        const urn = await trx
          .deleteFrom('anonymous.urn')
          .where('box_id', '=', boxId)
          .returning('sealed')
          .executeTakeFirstOrThrow()
        const register = await trx
          .deleteFrom('anonymous.register')
          .where('box_id', '=', boxId)
          .returning('sealed')
          .executeTakeFirstOrThrow()
        return { keys, urn, register }
      })
      const answers = [...openBook(keys.urn, boxId, urn.sealed).values()]
      await trx
        .updateTable('anonymous.box')
        .set({ state: 'closed', salt: null, answers: answers.length })
        .where('id', '=', boxId)
        .execute()
      await noteWhoTook(trx, boxId, openBook(keys.register, boxId, register.sealed))
      keysOf.delete(boxId)
      return shuffled(answers).map(noted => JSON.parse(noted.toString()) as UnsealedAnswer)
    },
  }
}

/** Always in the same order, so that two processes never wait for each other. */
const boxesOf = (group: readonly { readonly boxId: string }[]): string[] =>
  [...new Set(group.map(one => one.boxId))].sort()

const takenBytes = 32

async function turnoutOf(
  db: Reader,
  boxId: string,
): Promise<{ entitled: number; taken: number; answered: number }> {
  const [counts] = (
    await sql<{ entitled: number; taken: number; answered: number }>`
      select count(*)::integer as entitled,
        coalesce(anonymous.count_taken(${boxId}), count(*) filter (where taken))::integer as taken,
        coalesce(anonymous.count_answers(${boxId}), (select answers from anonymous.box where id = ${boxId})) as answered
      from anonymous.entitlement where box_id = ${boxId}`.execute(db)
  ).rows
  return counts ?? { entitled: 0, taken: 0, answered: 0 }
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

/** Writes who took part in one statement and an order drawn anew, so that neither place nor age of a row tells who came first. */
async function noteWhoTook(trx: Transaction, boxId: string, taken: Book) {
  const rows = await trx
    .deleteFrom('anonymous.entitlement')
    .where('box_id', '=', boxId)
    .returningAll()
    .execute()
  if (rows.length === 0) return
  const noted = rows.map(row => ({
    ...row,
    taken: taken.has(holderHash(boxId, row.holder_id).toString('hex')),
  }))
  await trx.insertInto('anonymous.entitlement').values(shuffled(noted)).execute()
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
