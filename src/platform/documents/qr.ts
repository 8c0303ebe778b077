import { create } from 'qrcode'

/** Light and dark modules in rows, true is dark, without the quiet zone. */
export type QrMatrix = readonly (readonly boolean[])[]

/**
 * The link as a QR code (ISO/IEC 18004). A quarter of it may be hidden or dirty (level Q) as long as the link is
 * short; a long one gets fewer spare modules, so that a phone at the back of the room still reads it.
 * @throws when the link is longer than a QR code holds (2,953 bytes)
 */
export function qrMatrix(link: string): QrMatrix {
  const { size, data } = create(link, { errorCorrectionLevel: link.length <= 100 ? 'Q' : 'L' }).modules
  return Array.from({ length: size }, (_row, y) =>
    Array.from({ length: size }, (_module, x) => data[y * size + x] === 1),
  )
}
