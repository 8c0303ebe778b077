import type { QrMatrix } from '../../../platform/documents/qr.ts'

/** ISO/IEC 18004 asks for four light modules around the code. */
const quietModules = 4

/** A QR code as a picture for documents, dark on light with its quiet zone. */
export function qrSvg(matrix: QrMatrix): string {
  const size = matrix.length + 2 * quietModules
  const dark = matrix
    .flatMap((row, y) =>
      row.map((isDark, x) => (isDark ? `M${x + quietModules} ${y + quietModules}h1v1h-1z` : '')),
    )
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${dark}" fill="#000"/></svg>`
}
