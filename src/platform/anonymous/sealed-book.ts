import { type CipherKey, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/**
 * Entries that are kept together as one sealed whole: what is noted under each key. A key is 32 bytes, hexadecimal here.
 *
 * Rows of their own would have an order, an age and a size each, and tell who came when. A book is written anew with
 * every change, always as long as before, and two writings of the same have not a byte in common.
 */
export type Book = ReadonlyMap<string, Buffer>

const cipher = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16
const keyBytes = 32
const lengthBytes = 4
const headBytes = lengthBytes

/** How long a seal is. */
export const sealBytes = ivBytes + tagBytes
/** What a sealed book begins with: no two writings have the same, and no other content fits it. */
export const sealOf = (sealed: Buffer): Buffer => Buffer.from(sealed.subarray(0, sealBytes))

/** The room that so many entries take, each with at most so many bytes noted. */
export const roomFor = (entries: number, notedBytes: number): number =>
  headBytes + entries * (keyBytes + lengthBytes + notedBytes)

/**
 * @param key 32 bytes
 * @param owner what the book belongs to; it opens only under the same name
 * @param roomBytes filled up to this length. A book that does not fit gets twice the room, four times, …: one that was
 * begun with room for all never tells by its length what is in it
 */
export function sealBook(key: CipherKey, owner: string, book: Book, roomBytes: number): Buffer {
  const needed = [...book.values()].reduce(
    (sum, noted) => sum + keyBytes + lengthBytes + noted.length,
    headBytes,
  )
  let room = roomBytes
  while (room < needed) room *= 2
  const text = Buffer.alloc(room)
  let at = text.writeUInt32BE(book.size)
  for (const [entry, noted] of withoutOrder(book)) {
    if (text.write(entry, at, 'hex') !== keyBytes) throw new Error('an entry is kept under 32 bytes')
    at = text.writeUInt32BE(noted.length, at + keyBytes)
    at += noted.copy(text, at)
  }
  const iv = randomBytes(ivBytes)
  const sealing = createCipheriv(cipher, key, iv)
  sealing.setAAD(Buffer.from(owner))
  const sealed = sealing.update(text)
  sealing.final()
  return Buffer.concat([iv, sealing.getAuthTag(), sealed])
}

/**
 * The same entries by their keys, which are hashes: an order that tells nothing. As they came, the entries of two books would
 * join the one who came first to what was handed in first, for somebody who has got hold of a copy of the database and of
 * the secret, or of what the program has in its memory.
 */
export const withoutOrder = (book: Book): Book =>
  new Map([...book].sort(([one], [other]) => (one < other ? -1 : 1)))

/** @throws when the bytes were changed, or belong to another owner */
export function openBook(key: CipherKey, owner: string, sealed: Buffer): Map<string, Buffer> {
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, ivBytes))
  opening.setAAD(Buffer.from(owner))
  opening.setAuthTag(sealed.subarray(ivBytes, sealBytes))
  const text = opening.update(sealed.subarray(sealBytes))
  opening.final()
  const book = new Map<string, Buffer>()
  let at = headBytes
  for (let left = text.readUInt32BE(); left > 0; left--) {
    const length = text.readUInt32BE(at + keyBytes)
    const noted = at + keyBytes + lengthBytes
    book.set(text.toString('hex', at, at + keyBytes), text.subarray(noted, noted + length))
    at = noted + length
  }
  return book
}

/** How much room a sealed book has; it keeps it when it is written anew. */
export const roomOf = (sealed: Buffer): number => sealed.length - sealBytes
