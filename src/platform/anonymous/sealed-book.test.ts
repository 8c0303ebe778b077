import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Book, openBook, roomFor, roomOf, sealBook } from './sealed-book.ts'

const key = randomBytes(32)
const books = fc
  .array(fc.tuple(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.uint8Array({ maxLength: 40 })), {
    maxLength: 20,
  })
  .map(
    entries => new Map(entries.map(([id, noted]) => [Buffer.from(id).toString('hex'), Buffer.from(noted)])),
  )

test('what was sealed is what is opened, whatever it is', () => {
  fc.assert(
    fc.property(books, fc.integer({ min: 8, max: 4000 }), (book, room) => {
      expect(openBook(key, 'box', sealBook(key, 'box', book, room))).toEqual(book)
    }),
  )
})

test('a book with room for all is equally long, whoever is in it and whatever they said', () => {
  const room = roomFor(20, 40)
  fc.assert(
    fc.property(books, book => {
      expect(roomOf(sealBook(key, 'box', book, room))).toBe(room)
    }),
  )
})

test('a book that outgrows its room gets twice as much, and keeps it', () => {
  const book: Book = new Map([['00'.repeat(32), randomBytes(100)]])
  const sealed = sealBook(key, 'box', book, 50)
  expect(roomOf(sealed)).toBe(200)
  expect(roomOf(sealBook(key, 'box', new Map(), roomOf(sealed)))).toBe(200)
})

test('what is opened does not tell in which order it came', () => {
  fc.assert(
    fc.property(books, book => {
      const opened = openBook(key, 'box', sealBook(key, 'box', book, 4000))
      expect([...opened.keys()]).toEqual([...book.keys()].sort())
    }),
  )
})

test('the same book written twice has nothing in common', () => {
  const book: Book = new Map([['ab'.repeat(32), Buffer.from('yes')]])
  const [one, other] = [1, 2].map(() => sealBook(key, 'box', book, 4096))
  const windows = new Set(Array.from({ length: 4000 }, (_, at) => one?.toString('hex', at, at + 6)))
  expect(
    Array.from({ length: 4000 }, (_, at) => other?.toString('hex', at, at + 6)).some(part =>
      windows.has(part),
    ),
  ).toBe(false)
})

test('another key, another owner or a changed byte opens nothing', () => {
  const sealed = sealBook(key, 'box', new Map([['ab'.repeat(32), Buffer.from('yes')]]), 200)
  const changed = Buffer.from(sealed)
  changed[60] = (changed[60] ?? 0) ^ 1
  expect(() => openBook(randomBytes(32), 'box', sealed)).toThrow()
  expect(() => openBook(key, 'another box', sealed)).toThrow()
  expect(() => openBook(key, 'box', changed)).toThrow()
})
