import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson } from './json-lines.ts'

test('reads what JSON.parse reads, whatever the layout', () => {
  fc.assert(
    fc.property(fc.json({ noUnicodeString: false }), fc.constantFrom(undefined, 2, '\t'), (json, indent) => {
      const value: unknown = JSON.parse(json)
      const text = JSON.stringify(value, null, indent)
      // A key that is there twice is an error here, and is gone after the first parse.
      expect(readJson(text)).toMatchObject({ ok: true, value })
    }),
  )
})

test('knows on which line a value begins, also inside lists and objects', () => {
  const read = readJson('[\n  {"round": 1,\n   "accept": {\n     "top": 14 }},\r\n  {"round": 2}\n]')
  if (!read.ok) throw new Error(read.problem)
  expect(read.lineOf([])).toBe(1)
  expect(read.lineOf([0])).toBe(2)
  expect(read.lineOf([0, 'accept'])).toBe(3)
  expect(read.lineOf([0, 'accept', 'top'])).toBe(4)
  expect(read.lineOf([1, 'round'])).toBe(5)
})

test('a place that is not there has the line of what is around it', () => {
  const read = readJson('[\n  {"round": 1}\n]')
  if (!read.ok) throw new Error(read.problem)
  expect(read.lineOf([0, 'accept', 'top'])).toBe(2)
  expect(read.lineOf([7])).toBe(1)
})

describe('what is not JSON is refused with its line', () => {
  const cases: [string, number, string][] = [
    ['[\n  {"round": 1\n  "items": "all"}]', 3, 'expects "," or "}"'],
    ['[1,\n2,\n]', 3, 'expects a value'],
    ['[1\n2]', 2, 'expects "," or "]"'],
    ['{\n  round: 1}', 2, 'expects a key in double quotes'],
    ['{"round"\n 1}', 2, 'expects ":" after the key "round"'],
    ['[\n1]\n\nx', 4, 'has something after the end of the JSON'],
    ['[\n"open\n]', 2, 'has a text that is not closed or not valid'],
    ['[\n  {"round": 1,\n', 3, 'expects a key in double quotes, but the file ends'],
    ['[0.5, .5]', 1, 'cannot read ".5"'],
    ['{"top": 1,\n "top": 2}', 2, 'has the key "top" twice'],
    ['['.repeat(1000), 1, 'is nested too deeply'],
  ]
  test.each(cases)('%j', (text, line, problem) => {
    expect(readJson(text)).toEqual({ ok: false, line, problem: `is not valid JSON: ${problem}` })
  })
})

test('a key named __proto__ is a key like any other', () => {
  const read = readJson('{"__proto__": {"polluted": true}}')
  expect(read.ok && Object.keys(read.value as object)).toEqual(['__proto__'])
  expect({}).not.toHaveProperty('polluted')
})
