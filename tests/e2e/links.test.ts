import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProgram, type TestProgram, type Visitor } from '../support/test-program.ts'

let program: TestProgram
beforeAll(async () => {
  program = await aProgram()
})
afterAll(() => program.close())

/** Two items of 137 are as good as all. */
const ofEachKind = 2
/** More kinds of pages than there can be: a page leads to ever new ones. */
const mostKinds = 300

/** The page without what changes from one of many to the next: numbers, ids and what is asked of it. */
const kindOf = (path: string) =>
  path
    .replace(/\?.*$/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replace(/\/\d+/g, '/1')

/** Follows every link that a page shows, from page to page, each kind of page a few times. @returns what led nowhere */
async function lost(reader: Visitor, start: string): Promise<string[]> {
  const seen = new Set<string>()
  const ofKind = new Map<string, number>()
  const waiting: { path: string; from: string }[] = [{ path: start, from: '' }]
  const found: string[] = []
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { path, from } = next
    const kind = kindOf(path)
    const times = ofKind.get(kind) ?? 0
    if (seen.has(path) || times >= ofEachKind) continue
    seen.add(path)
    ofKind.set(kind, times + 1)
    const answer = await reader.get(path)
    if (answer.status >= 400) found.push(`${answer.status} ${path}, from ${from}`)
    if (answer.location) waiting.push({ path: answer.location, from: path })
    if (!`${answer.headers['content-type']}`.startsWith('text/html')) continue
    for (const [, href = ''] of answer.html.matchAll(/<a [^>]*href="(\/[^"#]*)/g))
      waiting.push({ path: href.replaceAll('&amp;', '&'), from: path })
    if (ofKind.size > mostKinds) throw new Error('the pages never end')
  }
  expect(seen.size).toBeGreaterThan(3)
  return found
}

describe('every link that is shown leads somewhere:', () => {
  test('to a visitor', async () => {
    expect(await lost(program.visitor(), '/')).toEqual([])
    expect(await lost(program.visitor(), '/conferences')).toEqual([])
  })

  test.each(['process-leader', 'secretary', 'other-manager', 'case-worker'] as const)(
    'to a %s',
    async persona => {
      expect(await lost(await program.as(persona), '/conferences')).toEqual([])
    },
    60_000,
  )

  test('to an invited expert', async () => {
    const expert = program.visitor()
    await expert.post('/try/vote')
    expect(await lost(expert, '/take-part')).toEqual([])
  })
})
