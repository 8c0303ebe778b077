import './tables.ts'
import type { DatabaseActor } from '../database/actor.ts'
import { type Database, inRoom } from '../database/database.ts'
import type { Reader, Transaction } from '../database/tables.ts'
import { ok, type Result, refuse } from '../result.ts'
import { admit, findHolder, type Holder, noteWhoTook, type Turnout, turnoutOf } from './electorate.ts'
import { openBoxes } from './open-boxes.ts'
import { inAnyOrder } from './order.ts'
import type { BoxRefusal } from './refusal.ts'
import { answerHash, newSalt, readRight, signRight, takenHash } from './right.ts'
import type { UnsealedAnswer } from './urn.ts'

export type { Holder } from './electorate.ts'
export type { BoxRefusal } from './refusal.ts'

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
  turnout(db: Reader, boxId: string): Promise<Turnout>
  /**
   * Closes the box and gives its answers in an order drawn anew. Nothing of the single answer is left in the
   * database afterwards: the caller keeps what it counts, in the same transaction.
   * @param home the room that `trx` works in
   */
  close(trx: Transaction, boxId: string, home: 'association'): Promise<UnsealedAnswer[]>
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
  const boxes = openBoxes(database, secret, arrived)

  return {
    async open(trx, boxId, associations, holders, answerBytes) {
      const salt = newSalt()
      const { urn, register } = boxes.newBox(boxId, salt)
      await trx
        .insertInto('anonymous.box')
        .values({ id: boxId, state: 'open', associations: [...associations], salt, answers: null })
        .execute()
      await inRoom(trx, 'ballot_box', 'association', async () => {
        await urn.begin(
          trx,
          holders.map(holder => holder.stratum),
          answerBytes,
        )
        await register.begin(trx, holders.length)
      })
      await admit(trx, boxId, holders)
    },

    async take(actor, boxId, nonce) {
      const { id } = actor
      if (!id) return refuse('not-entitled')
      const { state, holder } = await database.read(actor, db => findHolder(db, boxId, id))
      if (state !== 'open') return refuse('box-closed')
      if (!holder) return refuse('not-entitled')
      const box = await boxes.find(boxId)
      if (!box) return refuse('box-closed')
      const noted = await box.register.note({ holderId: id, taken: takenHash(boxId, nonce) })
      return noted.ok ? ok(signRight(box.keys, { boxId, nonce, stratum: holder.stratum })) : noted
    },

    async reissue(trx, boxId, holderId) {
      const { state, holder } = await findHolder(trx, boxId, holderId)
      if (state !== 'open') return refuse('box-closed')
      if (!holder) return refuse('not-entitled')
      const struck = await inRoom(
        trx,
        'ballot_box',
        'association',
        async (): Promise<Result<void, BoxRefusal>> => {
          const box = await boxes.findIn(trx, boxId)
          // The urn first, as when the box is closed: no answer comes in between the count and the commit.
          const answers = await box?.urn.lock(trx)
          if (!box || answers === undefined) return refuse('box-closed')
          return box.register.strike(trx, holderId, taken =>
            answers < taken ? ok(undefined) : refuse('rights-used-up'),
          )
        },
      )
      if (!struck.ok) return struck
      await trx
        .updateTable('anonymous.box')
        .set(eb => ({ reissued: eb('reissued', '+', 1) }))
        .where('id', '=', boxId)
        .execute()
      return ok(undefined)
    },

    async check(boxId, token) {
      const box = await boxes.find(boxId)
      if (!box) return refuse('box-closed')
      return readRight(box.keys, boxId, token) ? ok(undefined) : refuse('right-not-valid')
    },

    async handIn(boxId, token, answer) {
      const box = await boxes.find(boxId)
      if (!box) return refuse('box-closed')
      const right = readRight(box.keys, boxId, token)
      if (!right) return refuse('right-not-valid')
      const kept = await box.urn.keep({
        under: answerHash(right).toString('hex'),
        answer: { stratum: right.stratum, answer },
      })
      if (!kept.ok && kept.refusal === 'box-closed') boxes.forget(boxId)
      return kept
    },

    turnout: turnoutOf,

    async close(trx, boxId, home) {
      const { answers, tookPart } = await inRoom(trx, 'ballot_box', home, async () => {
        const box = await boxes.findIn(trx, boxId)
        if (!box) throw new Error('the box is closed already')
        return { answers: await box.urn.takeOut(trx), tookPart: await box.register.takeOut(trx) }
      })
      await trx
        .updateTable('anonymous.box')
        .set({ state: 'closed', salt: null, answers: answers.length })
        .where('id', '=', boxId)
        .execute()
      await noteWhoTook(trx, boxId, tookPart)
      boxes.forget(boxId)
      return inAnyOrder(answers)
    },
  }
}
