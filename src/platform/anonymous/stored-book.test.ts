import { createSecretKey, randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDatabase, type TestDatabase } from '../../../tests/support/test-database.ts'
import { inRoom } from '../database/database.ts'
import type { Transaction } from '../database/tables.ts'
import { intake } from './intake.ts'
import { newSalt } from './right.ts'
import { type Book, roomFor } from './sealed-book.ts'
import { type StoredBook, storedBook } from './stored-book.ts'

let test_: TestDatabase
beforeAll(async () => {
  test_ = await aDatabase()
})
afterAll(() => test_.remove())

const entry = (written: string): [string, Buffer] => [randomBytes(32).toString('hex'), Buffer.from(written)]

/** The same book as each of two processes knows it. */
async function aBook(): Promise<[StoredBook, StoredBook]> {
  const boxId = randomUUID()
  const key = createSecretKey(randomBytes(32))
  const [one, other] = [storedBook('urn', boxId, key), storedBook('urn', boxId, key)]
  const association = randomUUID()
  const staff = { room: 'association', id: randomUUID(), associations: [association] } as const
  await test_.database.write(staff, async trx => {
    await trx
      .insertInto('anonymous.box')
      .values({ id: boxId, state: 'open', associations: [association], salt: newSalt(), answers: null })
      .execute()
    await inRoom(trx, 'ballot_box', 'association', () => one.begin(trx, roomFor(10, 20)))
  })
  return [one, other]
}

const change = (book: StoredBook, work: (before: Book, trx: Transaction) => Promise<unknown>) =>
  test_.database.write(intake, async trx => {
    const before = await book.lock(trx)
    if (!before) throw new Error('the box is closed')
    await work(before, trx)
  })

const add = (book: StoredBook, added: [string, Buffer]) =>
  change(book, (before, trx) => book.write(trx, new Map([...before, added])))

/** In alphabetical order: a book keeps none. */
async function contents(book: StoredBook): Promise<string[]> {
  let found: string[] = []
  await change(book, async before => {
    found = [...before.values()].map(noted => noted.toString()).toSorted()
  })
  return found
}

test('what one process writes, the other finds, also when it wrote itself before', async () => {
  const [one, other] = await aBook()
  await add(one, entry('first'))
  await add(other, entry('second'))
  await add(one, entry('third'))
  await add(one, entry('fourth'))
  expect(await contents(one)).toEqual(['first', 'fourth', 'second', 'third'])
  expect(await contents(other)).toEqual(['first', 'fourth', 'second', 'third'])
})

test('what was written and not committed was never there', async () => {
  const [one] = await aBook()
  await add(one, entry('kept'))
  const fails = change(one, async (before, trx) => {
    await one.write(trx, new Map([...before, entry('lost')]))
    throw new Error('on second thoughts')
  })
  await expect(fails).rejects.toThrow('on second thoughts')
  expect(await contents(one)).toEqual(['kept'])
  await add(one, entry('after'))
  expect(await contents(one)).toEqual(['after', 'kept'])
})

test('two processes that write at the same moment lose nothing of each other', async () => {
  const books = await aBook()
  const words = Array.from({ length: 10 }, (_, place) => `word ${place}`)
  await Promise.all(words.map((word, place) => add(books[place % 2 === 0 ? 0 : 1], entry(word))))
  expect(await contents(books[0])).toEqual(words)
})

test('a book that was taken out is not there any more, with all that was in it given once', async () => {
  const [one, other] = await aBook()
  await add(one, entry('kept'))
  await test_.database.write(intake, async trx => {
    expect([...(await other.takeOut(trx)).values()].map(String)).toEqual(['kept'])
  })
  await test_.database.write(intake, async trx => {
    expect(await one.lock(trx)).toBeUndefined()
    await expect(one.takeOut(trx)).rejects.toThrow('closed already')
  })
})
