/** Something that would be known again wherever it lies: at least four bytes. */
export interface Needle {
  readonly name: string
  readonly bytes: Buffer
}

/** A text as it is. */
export const textNeedle = (name: string, text: string): Needle => ({ name, bytes: Buffer.from(text) })

/** Bytes as they are and in the ways in which bytes are written as text. */
export function byteNeedles(name: string, bytes: Buffer): Needle[] {
  const unpadded = bytes.toString('base64').replace(/=+$/, '')
  return [
    { name, bytes },
    textNeedle(name, bytes.toString('hex')),
    textNeedle(name, unpadded),
    textNeedle(name, bytes.toString('base64url')),
  ]
}

/** An id, with and without its hyphens. */
export const uuidNeedles = (name: string, uuid: string): Needle[] => [
  textNeedle(name, uuid),
  ...byteNeedles(name, Buffer.from(uuid.replaceAll('-', ''), 'hex')),
]

/** Which of the needles are in these bytes. One pass, however many needles. */
export type NeedleSearch = (bytes: Uint8Array) => ReadonlySet<Needle>

const shortest = 4
const prefixes = 1 << 24

export function searchFor(needles: readonly Needle[]): NeedleSearch {
  const begins = new Uint8Array(prefixes)
  const byPrefix = new Map<number, Needle[]>()
  for (const needle of needles) {
    if (needle.bytes.length < shortest) throw new Error(`${needle.name} is too short to be known again`)
    const prefix = needle.bytes.readUIntBE(0, 3)
    begins[prefix] = 1
    byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), needle])
  }
  return bytes => {
    const found = new Set<Needle>()
    let prefix = 0
    for (let at = 0; at < bytes.length; at++) {
      prefix = ((prefix << 8) | (bytes[at] as number)) & 0xffffff
      if (at < 2 || begins[prefix] === 0) continue
      for (const needle of byPrefix.get(prefix) ?? [])
        if (!found.has(needle) && liesAt(needle.bytes, bytes, at - 2)) found.add(needle)
    }
    return found
  }
}

function liesAt(needle: Uint8Array, bytes: Uint8Array, at: number): boolean {
  if (at + needle.length > bytes.length) return false
  for (let place = 3; place < needle.length; place++) if (needle[place] !== bytes[at + place]) return false
  return true
}
