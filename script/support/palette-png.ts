import { crc32, deflateSync, inflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const mostColours = 256

interface Pixels {
  readonly width: number
  readonly height: number
  /** One number a pixel: red, green and blue as 0xRRGGBB, row by row. */
  readonly colours: Uint32Array
}

/**
 * The same picture with at most 256 colours, as a PNG with a palette: about a third of the size for a picture of a
 * page. The most common colours stay exactly as they are, so that surfaces do not change; the others, which are the
 * edges of letters, become the nearest of them. Transparency is ignored.
 * @param png with 8 bits a channel, with or without transparency, not interlaced: what a browser makes
 * Source: PNG (Third Edition), W3C Recommendation 2025.
 */
export function withPalette(png: Buffer): Buffer {
  const pixels = decode(png)
  const counts = new Map<number, number>()
  for (const colour of pixels.colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  // Equal counts by colour, so that the same picture always gives the same file.
  const byCount = [...counts].sort(([a, countA], [b, countB]) => countB - countA || a - b)
  const palette = byCount.slice(0, mostColours).map(([colour]) => colour)
  const places = new Map(palette.map((colour, place) => [colour, place]))
  for (const [colour] of byCount.slice(mostColours)) places.set(colour, nearest(palette, colour))
  return encode(pixels, palette, places)
}

const channels = (colour: number) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff] as const

function nearest(palette: readonly number[], colour: number): number {
  const [red, green, blue] = channels(colour)
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [place, candidate] of palette.entries()) {
    const [r, g, b] = channels(candidate)
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2
    if (distance < least) [best, least] = [place, distance]
  }
  return best
}

function* chunks(png: Buffer): Generator<{ type: string; content: Buffer }> {
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    yield { type: png.toString('latin1', at + 4, at + 8), content: png.subarray(at + 8, at + 8 + length) }
    at += length + 12
  }
}

function decode(png: Buffer): Pixels {
  const all = [...chunks(png)]
  const header = all.find(chunk => chunk.type === 'IHDR')?.content
  if (!header || !png.subarray(0, 8).equals(signature)) throw new Error('this is not a PNG')
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const bytesPerPixel = { 2: 3, 6: 4 }[header.readUInt8(9)]
  if (header.readUInt8(8) !== 8 || bytesPerPixel === undefined || header.readUInt8(12) !== 0) {
    throw new Error('a PNG of another kind than a browser makes')
  }
  const packed = Buffer.concat(all.filter(chunk => chunk.type === 'IDAT').map(chunk => chunk.content))
  const rows = unfiltered(inflateSync(packed), width * bytesPerPixel, height, bytesPerPixel)
  const colours = new Uint32Array(width * height)
  for (let place = 0; place < colours.length; place++)
    colours[place] = rows.readUIntBE(place * bytesPerPixel, 3)
  return { width, height, colours }
}

/** Takes back the filter of each row (chapter 9 of the source). */
function unfiltered(filtered: Buffer, rowBytes: number, height: number, bytesPerPixel: number): Buffer {
  const rows = Buffer.alloc(rowBytes * height)
  for (let y = 0; y < height; y++) {
    const filter = filtered[y * (rowBytes + 1)]
    for (let x = 0; x < rowBytes; x++) {
      const at = y * rowBytes + x
      const left = x >= bytesPerPixel ? (rows[at - bytesPerPixel] ?? 0) : 0
      const above = y > 0 ? (rows[at - rowBytes] ?? 0) : 0
      const corner = x >= bytesPerPixel && y > 0 ? (rows[at - rowBytes - bytesPerPixel] ?? 0) : 0
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter ?? 0] ?? 0
      rows[at] = (filtered[y * (rowBytes + 1) + 1 + x] ?? 0) + guess
    }
  }
  return rows
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [toLeft, toAbove, toCorner] = [
    Math.abs(guess - left),
    Math.abs(guess - above),
    Math.abs(guess - corner),
  ]
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}

function encode(
  { width, height, colours }: Pixels,
  palette: readonly number[],
  places: Map<number, number>,
): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8) // 8 bits, palette
  const rows = Buffer.alloc((width + 1) * height)
  for (const [place, colour] of colours.entries()) {
    const y = Math.floor(place / width)
    rows[y * (width + 1) + 1 + (place % width)] = places.get(colour) ?? 0
  }
  const entries = Buffer.from(palette.flatMap(colour => [...channels(colour)]))
  const packed = deflateSync(rows, { level: 9, memLevel: 9 })
  const parts = [
    chunk('IHDR', header),
    chunk('PLTE', entries),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([signature, ...parts])
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
