import { expect, test } from 'vitest'
import { searchFor, textNeedle } from './needles.ts'

test('needles are found wherever they begin and end, and pieces of them are not', () => {
  const one = textNeedle('one', 'needle')
  const other = { name: 'other', bytes: Buffer.from([0, 1, 2, 3, 255]) }
  const search = searchFor([one, other])
  expect([...search(Buffer.from('needle'))]).toEqual([one])
  expect([...search(Buffer.concat([Buffer.from('xneedleneedle'), other.bytes]))]).toEqual([one, other])
  expect([...search(Buffer.from('needl needl\0\x01\x02\x03'))]).toEqual([])
  expect(() => searchFor([textNeedle('short', 'abc')])).toThrow('too short')
})
