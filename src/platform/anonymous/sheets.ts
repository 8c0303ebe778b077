import './tables.ts'
import { hkdfSync } from 'node:crypto'
import type { DatabaseActor } from '../database/actor.ts'
import { type Database, inRoom } from '../database/database.ts'
import type { Transaction } from '../database/tables.ts'
import { ok, type Result, refuse } from '../result.ts'
import { admit, findHolder, type Holder, noteWhoTook } from './electorate.ts'
import { groupCommit } from './group-commit.ts'
import { intake } from './intake.ts'
import { openBoxes } from './open-boxes.ts'
import type { BoxRefusal } from './refusal.ts'
import { answerHash, newSalt, readRight, signRight, takenHash } from './right.ts'

/** What somebody answered, on the way to those who count it. */
export interface Sheet {
  readonly boxId: string
  /** Hash of the right: the same right replaces its own answer and adds no second. */
  readonly key: Buffer
  readonly stratum: string | null
  readonly answer: unknown
}

/**
 * Anonymous answers in any number, counted as they come: the module keeps them as rows of its own. Rights, and the
 * sealed register of who has taken one, are those of the answer boxes; only what was answered is kept otherwise.
 */
export interface SheetBoxes {
  /** Opens a box. `holders` may take a right; with none, it is for those who take one freely. */
  open(
    trx: Transaction,
    boxId: string,
    associations: readonly string[],
    holders: readonly Holder[],
  ): Promise<void>
  admit(trx: Transaction, boxId: string, holders: readonly Holder[]): Promise<void>
  /** Gives the actor the right to answer; the same nonce gets the same right again. As in `AnswerBoxes`. */
  take(actor: DatabaseActor, boxId: string, nonce: Buffer): Promise<Result<string, BoxRefusal>>
  /** A right for whoever has the link. It says nothing of who that is, and nobody notes that it was given. */
  takeFreely(boxId: string, nonce: Buffer, stratum: string | null): Promise<Result<string, BoxRefusal>>
  check(boxId: string, token: string): Promise<Result<{ readonly stratum: string | null }, BoxRefusal>>
  /** Keeps the answer, durably, in place of an earlier one of the same right. Answers after the commit. */
  handIn(boxId: string, token: string, answer: unknown): Promise<Result<void, BoxRefusal>>
  /**
   * Who has not taken a right yet, for a letter that reminds and for nothing else: a question that can be asked of one holder
   * at a time, and no list. It is read once; whoever takes a right afterwards is still said not to have.
   * @returns undefined when the box is closed
   */
  left(boxId: string): Promise<((holderId: string) => boolean) | undefined>
  /** Bytes for a holder that nobody can make without the installation's secret: for one-time codes, which are not kept. */
  voucher(holderId: string): Buffer
  /** Closes the box, and notes who took part, for all at once. No sheet is on its way afterwards. */
  close(trx: Transaction, boxId: string, home: 'association' | 'system'): Promise<void>
}

/**
 * @param secret what rights are signed and registers sealed with, besides each box's own salt; never in the database
 * @param keep keeps and counts sheets of any boxes, all of them open until the end of the transaction. In the room of
 * the ballot box, called with what came at the same moment
 */
export function sheetBoxes(
  database: Database,
  secret: string,
  keep: (trx: Transaction, sheets: readonly Sheet[]) => Promise<unknown>,
): SheetBoxes {
  const boxes = openBoxes(database, secret, async () => {})

  async function keepAll(
    trx: Transaction,
    sheets: readonly Sheet[],
  ): Promise<readonly Result<void, BoxRefusal>[]> {
    const open = await lockOpen(trx, [...new Set(sheets.map(sheet => sheet.boxId))])
    const kept = sheets.filter(sheet => open.has(sheet.boxId))
    if (kept.length > 0) await keep(trx, lastOfEach(kept))
    return sheets.map(sheet => (open.has(sheet.boxId) ? ok(undefined) : refuse('box-closed')))
  }
  const keepTogether = groupCommit<Sheet, Result<void, BoxRefusal>>(
    sheets => database.write(intake, trx => keepAll(trx, sheets)),
    sheetsInGroup,
  )

  return {
    async open(trx, boxId, associations, holders) {
      const salt = newSalt()
      const { register } = boxes.newBox(boxId, salt)
      await trx
        .insertInto('anonymous.box')
        .values({ id: boxId, state: 'open', associations: [...associations], salt, answers: null })
        .execute()
      await inRoom(trx, 'ballot_box', 'association', () => register.begin(trx, holders.length))
      await admit(trx, boxId, holders)
    },

    admit,

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

    async takeFreely(boxId, nonce, stratum) {
      const box = await boxes.find(boxId)
      return box ? ok(signRight(box.keys, { boxId, nonce, stratum })) : refuse('box-closed')
    },

    async check(boxId, token) {
      const box = await boxes.find(boxId)
      if (!box) return refuse('box-closed')
      const right = readRight(box.keys, boxId, token)
      return right ? ok({ stratum: right.stratum }) : refuse('right-not-valid')
    },

    async handIn(boxId, token, answer) {
      const box = await boxes.find(boxId)
      if (!box) return refuse('box-closed')
      const right = readRight(box.keys, boxId, token)
      if (!right) return refuse('right-not-valid')
      const kept = await keepTogether({ boxId, key: answerHash(right), stratum: right.stratum, answer })
      if (!kept.ok && kept.refusal === 'box-closed') boxes.forget(boxId)
      return kept
    },

    async left(boxId) {
      const box = await boxes.find(boxId)
      const hasTaken = box && (await database.write(intake, trx => box.register.look(trx)))
      return hasTaken && (holderId => !hasTaken(holderId))
    },

    voucher: holderId =>
      Buffer.from(hkdfSync('sha256', secret, '', `mellanrum anonymous voucher ${holderId}`, 32)),

    async close(trx, boxId, home) {
      const tookPart = await inRoom(trx, 'ballot_box', home, async () => {
        const box = await boxes.findIn(trx, boxId)
        if (!box) throw new Error('the box is closed already')
        // Waits for every group that is being written, and makes those that come later find no box.
        return box.register.takeOut(trx)
      })
      await trx
        .updateTable('anonymous.box')
        .set({ state: 'closed', salt: null })
        .where('id', '=', boxId)
        .execute()
      await noteWhoTook(trx, boxId, tookPart)
      boxes.forget(boxId)
    },
  }
}

/** Larger groups make each wait longer, and save little. */
const sheetsInGroup = 200

/** Those of the boxes that are open, and stay so until the end of the transaction. */
async function lockOpen(trx: Transaction, boxIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('anonymous.register')
    .select('box_id')
    .where('box_id', 'in', boxIds)
    .orderBy('box_id')
    .forKeyShare()
    .execute()
  return new Set(rows.map(row => row.box_id))
}

/** The same right twice in one group: the later one counts, as if they had come one after the other. */
const lastOfEach = (sheets: readonly Sheet[]): Sheet[] => [
  ...new Map(sheets.map(sheet => [`${sheet.boxId} ${sheet.key.toString('hex')}`, sheet])).values(),
]
