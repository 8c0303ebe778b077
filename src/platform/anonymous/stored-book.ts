import './tables.ts'
import type { KeyObject } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../database/tables.ts'
import { type Book, openBook, roomOf, sealBook, sealBytes, sealOf, withoutOrder } from './sealed-book.ts'

/** A box's urn or register in the database: one row, with a count of its entries that everybody may know. */
const rows = {
  urn: { table: 'anonymous.urn', counted: 'answers' },
  register: { table: 'anonymous.register', counted: 'taken' },
} as const

/** A sealed book as it is kept. All of this is done in the ballot box's room. */
export interface StoredBook {
  /** An empty book with room for all. */
  begin(trx: Transaction, roomBytes: number): Promise<void>
  /** What is in it, or undefined when the box is closed; nobody else writes in it until the end of the transaction. */
  lock(trx: Transaction): Promise<Book | undefined>
  /** Writes the whole anew, after `lock`. */
  write(trx: Transaction, book: Book): Promise<void>
  /** Takes it away, with what is in it. Waits for whoever writes in it; those who come later find the box closed. */
  takeOut(trx: Transaction): Promise<Book>
}

/**
 * What was read or written last is remembered, so that the next who writes need not fetch and open the whole. The seal
 * tells whether another process has written since.
 */
export function storedBook(name: keyof typeof rows, boxId: string, key: KeyObject): StoredBook {
  const table = sql.table(rows[name].table)
  const counted = sql.ref(rows[name].counted)
  let last: { readonly seal: Buffer; readonly book: Book } | undefined
  let room = 0

  const remember = (sealed: Buffer, book: Book): Book => {
    last = { seal: sealOf(sealed), book }
    return book
  }
  const opened = (sealed: Buffer): Book => remember(sealed, openBook(key, boxId, sealed))

  return {
    async begin(trx, roomBytes) {
      const sealed = sealBook(key, boxId, new Map(), roomBytes)
      await sql`insert into ${table} (box_id, sealed) values (${boxId}, ${sealed})`.execute(trx)
    },

    async lock(trx) {
      const seal = await one<Buffer>(
        trx,
        sql`select substring(sealed for ${sealBytes}) as value from ${table} where box_id = ${boxId} for update`,
      )
      if (!seal) return undefined
      if (last?.seal.equals(seal)) return last.book
      const sealed = await one<Buffer>(trx, sql`select sealed as value from ${table} where box_id = ${boxId}`)
      if (!sealed) return undefined
      room = roomOf(sealed)
      return opened(sealed)
    },

    async write(trx, book) {
      const sealed = sealBook(key, boxId, book, room)
      room = roomOf(sealed)
      // Also when the transaction fails: no row will ever have this seal then, and the next reads what there is.
      remember(sealed, withoutOrder(book))
      await sql`update ${table} set ${counted} = ${book.size}, sealed = ${sealed} where box_id = ${boxId}`.execute(
        trx,
      )
    },

    async takeOut(trx) {
      const sealed = await one<Buffer>(
        trx,
        sql`delete from ${table} where box_id = ${boxId} returning sealed as value`,
      )
      if (!sealed) throw new Error('the box is closed already')
      return openBook(key, boxId, sealed)
    },
  }
}

async function one<Value>(trx: Transaction, question: RawBuilder<unknown>): Promise<Value | undefined> {
  const { rows } = await question.execute(trx)
  return (rows[0] as { value: Value } | undefined)?.value
}
