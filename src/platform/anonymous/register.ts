import type { Database } from '../database/database.ts'
import type { Transaction } from '../database/tables.ts'
import { ok, type Result, refuse } from '../result.ts'
import { groupCommit } from './group-commit.ts'
import { intake } from './intake.ts'
import type { BoxRefusal } from './refusal.ts'
import { holderHash } from './right.ts'
import { roomFor } from './sealed-book.ts'
import type { StoredBook } from './stored-book.ts'

/** A right that somebody asks for, with a hash of the asking browser's nonce. */
interface Claim {
  readonly holderId: string
  readonly taken: Buffer
}

/** Who has taken a right, as long as the box is open. */
export interface Register {
  begin(trx: Transaction, holders: number): Promise<void>
  /** Notes that the right is taken, durably, together with those that come at the same moment. */
  note(claim: Claim): Promise<Result<void, BoxRefusal>>
  /** Strikes a holder out, unless `mayStrike` refuses, knowing how many rights were taken. */
  strike(
    trx: Transaction,
    holderId: string,
    mayStrike: (taken: number) => Result<void, BoxRefusal>,
  ): Promise<Result<void, BoxRefusal>>
  /** @returns tells of a holder whether the right was taken; undefined when the box is closed */
  look(trx: Transaction): Promise<((holderId: string) => boolean) | undefined>
  /** Takes the register away. @returns tells of a holder whether the right was taken */
  takeOut(trx: Transaction): Promise<(holderId: string) => boolean>
}

const takenBytes = 32

export function registerOf(database: Database, boxId: string, book: StoredBook): Register {
  const entryOf = (holderId: string) => holderHash(boxId, holderId).toString('hex')

  async function noteAll(trx: Transaction, claims: readonly Claim[]): Promise<Result<void, BoxRefusal>[]> {
    const before = await book.lock(trx)
    if (!before) return claims.map(() => refuse('box-closed'))
    const taken = new Map(before)
    const results = claims.map((claim): Result<void, BoxRefusal> => {
      const entry = entryOf(claim.holderId)
      const already = taken.get(entry)
      if (already && !already.equals(claim.taken)) return refuse('right-taken-elsewhere')
      taken.set(entry, claim.taken)
      return ok(undefined)
    })
    if (taken.size > before.size) await book.write(trx, taken)
    return results
  }

  return {
    begin: (trx, holders) => book.begin(trx, roomFor(holders, takenBytes)),
    note: groupCommit(claims => database.write(intake, trx => noteAll(trx, claims))),
    async strike(trx, holderId, mayStrike) {
      const before = await book.lock(trx)
      if (!before) return refuse('box-closed')
      const taken = new Map(before)
      if (!taken.delete(entryOf(holderId))) return refuse('right-not-taken')
      const allowed = mayStrike(before.size)
      if (allowed.ok) await book.write(trx, taken)
      return allowed
    },
    async look(trx) {
      const taken = await book.lock(trx)
      return taken && (holderId => taken.has(entryOf(holderId)))
    },
    async takeOut(trx) {
      const taken = await book.takeOut(trx)
      return holderId => taken.has(entryOf(holderId))
    },
  }
}
