import { expect, test } from 'vitest'
import { qrMatrix } from './qr.ts'

const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111']

test('a QR code is a square of modules with its three corner marks', () => {
  const matrix = qrMatrix('https://mellanrum.example.se/r/K7Q2-M9XA')
  const size = matrix.length
  expect(matrix.every(row => row.length === size)).toBe(true)
  expect((size - 17) % 4).toBe(0)
  const corner = (x: number, y: number) =>
    matrix.slice(y, y + 7).map(row =>
      row
        .slice(x, x + 7)
        .map(Number)
        .join(''),
    )
  expect(corner(0, 0)).toEqual(finder)
  expect(corner(size - 7, 0)).toEqual(finder)
  expect(corner(0, size - 7)).toEqual(finder)
})

test('another link gives another code, the same link the same', () => {
  expect(qrMatrix('https://a.example')).toEqual(qrMatrix('https://a.example'))
  expect(qrMatrix('https://a.example')).not.toEqual(qrMatrix('https://b.example'))
})

test('a link that is too long for any code is refused', () => {
  expect(() => qrMatrix(`https://a.example/${'x'.repeat(3000)}`)).toThrow()
})
