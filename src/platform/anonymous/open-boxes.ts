import './tables.ts'
import type { Database } from '../database/database.ts'
import type { Reader, Transaction } from '../database/tables.ts'
import { intake } from './intake.ts'
import { type Register, registerOf } from './register.ts'
import { type BoxKeys, boxKeys } from './right.ts'
import { storedBook } from './stored-book.ts'
import { type Urn, urnOf } from './urn.ts'

/** A box that is open, as this process knows it. Whether it still is, every write asks the database. */
export interface OpenBox {
  readonly keys: BoxKeys
  readonly urn: Urn
  readonly register: Register
}

export interface OpenBoxes {
  /** The box, in a transaction of its own where it is not known yet. */
  find(boxId: string): Promise<OpenBox | undefined>
  /** The box, in a transaction that is in the ballot box's room. */
  findIn(trx: Reader, boxId: string): Promise<OpenBox | undefined>
  /** A box that is about to be opened. */
  newBox(boxId: string, salt: Buffer): OpenBox
  forget(boxId: string): void
}

/** A box that nobody has used for so long is forgotten, its keys and what was in it: another process may have closed it. */
const rememberMs = 30_000

export function openBoxes(
  database: Database,
  secret: string,
  arrived: (trx: Transaction, boxId: string) => Promise<unknown>,
): OpenBoxes {
  const known = new Map<string, { readonly box: OpenBox; readonly ends: NodeJS.Timeout }>()
  const asked = new Map<string, Promise<OpenBox | undefined>>()

  function newBox(boxId: string, salt: Buffer): OpenBox {
    const keys = boxKeys(secret, salt)
    return {
      keys,
      urn: urnOf(database, boxId, storedBook('urn', boxId, keys.urn), arrived),
      register: registerOf(database, boxId, storedBook('register', boxId, keys.register)),
    }
  }

  function recall(boxId: string): OpenBox | undefined {
    const found = known.get(boxId)
    found?.ends.refresh()
    return found?.box
  }

  function forget(boxId: string) {
    clearTimeout(known.get(boxId)?.ends)
    known.delete(boxId)
  }

  async function findIn(trx: Reader, boxId: string): Promise<OpenBox | undefined> {
    const salt = recall(boxId) ? undefined : await saltOf(trx, boxId)
    if (salt && !known.has(boxId)) {
      const ends = setTimeout(forget, rememberMs, boxId).unref()
      known.set(boxId, { box: newBox(boxId, salt), ends })
    }
    return recall(boxId)
  }

  return {
    async find(boxId) {
      const remembered = recall(boxId)
      if (remembered) return remembered
      // A thousand who come at once after a start ask once.
      const asking =
        asked.get(boxId) ?? database.read(intake, db => findIn(db, boxId)).finally(() => asked.delete(boxId))
      asked.set(boxId, asking)
      return asking
    },
    findIn,
    newBox,
    forget,
  }
}

async function saltOf(db: Reader, boxId: string): Promise<Buffer | undefined> {
  const box = await db
    .selectFrom('anonymous.box')
    .select('salt')
    .where('id', '=', boxId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return box?.salt ?? undefined
}
