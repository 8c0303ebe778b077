import './tables.ts'
import type { Database } from '../database/database.ts'
import type { Transaction } from '../database/tables.ts'
import { ok, type Result, refuse } from '../result.ts'
import { groupCommit } from './group-commit.ts'
import { intake } from './intake.ts'
import type { BoxRefusal } from './refusal.ts'
import { roomFor } from './sealed-book.ts'
import type { StoredBook } from './stored-book.ts'

/** An answer as it lies in the urn, and the group that its holder hides in. */
export interface UnsealedAnswer {
  readonly stratum: string | null
  readonly answer: unknown
}

interface HandedIn {
  /** Hash of the right, hexadecimal: the same right replaces its own answer and adds no second. */
  readonly under: string
  readonly answer: UnsealedAnswer
}

/** What was answered in one box. */
export interface Urn {
  /** @param answerBytes the longest answer, as JSON */
  begin(trx: Transaction, strata: readonly (string | null)[], answerBytes: number): Promise<void>
  /** Keeps an answer, durably, together with those that come at the same moment. */
  keep(handedIn: HandedIn): Promise<Result<void, BoxRefusal>>
  /** How many answers there are; no more come until the end of the transaction. Undefined when the box is closed. */
  lock(trx: Transaction): Promise<number | undefined>
  takeOut(trx: Transaction): Promise<UnsealedAnswer[]>
}

/** @param arrived called in the transaction that keeps a group of answers */
export function urnOf(
  database: Database,
  boxId: string,
  book: StoredBook,
  arrived: (trx: Transaction, boxId: string) => Promise<unknown>,
): Urn {
  async function keepAll(
    trx: Transaction,
    group: readonly { readonly under: string; readonly noted: Buffer }[],
  ): Promise<Result<void, BoxRefusal>[]> {
    // One after the other in the database: the rights are counted when nobody can take one back any more.
    const [before, rights] = await Promise.all([book.lock(trx), rightsTaken(trx, boxId)])
    if (!before || rights === undefined) return group.map(() => refuse('box-closed'))
    const answers = new Map(before)
    const results = group.map(({ under, noted }): Result<void, BoxRefusal> => {
      if (!answers.has(under) && answers.size >= rights) return refuse('rights-used-up')
      // The same right twice in one group: the later one counts, as if they had come one after the other.
      answers.set(under, noted)
      return ok(undefined)
    })
    if (results.some(result => result.ok)) await Promise.all([book.write(trx, answers), arrived(trx, boxId)])
    return results
  }
  const keepTogether = groupCommit((group: Parameters<typeof keepAll>[1]) =>
    database.write(intake, trx => keepAll(trx, group)),
  )

  return {
    begin(trx, strata, answerBytes) {
      const longest = strata.reduce(
        (most, stratum) => Math.max(most, note({ stratum, answer: null }).length),
        0,
      )
      return book.begin(trx, roomFor(strata.length, longest + answerBytes))
    },
    keep: ({ under, answer }) => keepTogether({ under, noted: note(answer) }),
    lock: async trx => (await book.lock(trx))?.size,
    takeOut: async trx => [...(await book.takeOut(trx)).values()].map(read),
  }
}

const note = (answer: UnsealedAnswer): Buffer => Buffer.from(JSON.stringify(answer))
const read = (noted: Buffer): UnsealedAnswer => JSON.parse(noted.toString())

const rightsTaken = async (trx: Transaction, boxId: string): Promise<number | undefined> =>
  (await trx.selectFrom('anonymous.register').select('taken').where('box_id', '=', boxId).executeTakeFirst())
    ?.taken
