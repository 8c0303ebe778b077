import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')

/** All that speaks of the conference to those who use it: catalogues, and what is written for them. */
const texts = globSync(
  [
    'src/{platform,ui,modules/conference,modules/identity}/**/{messages,texts}.ts',
    'src/modules/conference/**/messages/*.ts',
    'src/modules/conference/**/*messages.ts',
    'docs/handbok/*.md',
    'docs/voting-rules.md',
    'README.md',
  ],
  { cwd: root },
).toSorted()

/** One thing has one word, so that nobody wonders whether two words are two things. */
const forbidden: readonly { readonly pattern: RegExp; readonly say: string }[] = [
  // En mätomgång is something else: the same questions asked once more.
  { pattern: /(?<!mät)omgång/i, say: 'omröstning' },
  { pattern: /\bomval/i, say: 'särskiljande omröstning' },
  { pattern: /fingeravtryck/i, say: 'kontrollsumma' },
  { pattern: /(?<!val)sedel|röstsed|(?<!val)sedlar/i, say: 'valsedel' },
  { pattern: /\bfall(er|a|it)? ut\b|\bföll ut\b/i, say: 'falla bort' },
  { pattern: /gruppe(ns|rnas|rs) skäl/i, say: 'argument' },
  { pattern: /fingerprint|check sum/i, say: 'checksum' },
  { pattern: /\bVote \$\{/, say: 'voting round' },
  { pattern: /\bre-?vot(e|ing)\b/i, say: 'run-off' },
]

test('all catalogues, the handbook and README are looked through', () => {
  expect(texts).toContain('src/modules/conference/messages/lead.ts')
  expect(texts).toContain('src/ui/messages.ts')
  expect(texts).toContain('src/modules/conference/schema/files/spreadsheet-messages.ts')
  expect(texts).toContain('docs/handbok/leda.md')
})

test.each(forbidden)('nothing says $pattern, but “$say”', ({ pattern }) => {
  const found = texts.flatMap(path =>
    readFileSync(join(root, path), 'utf8')
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : [])),
  )
  expect(found).toEqual([])
})
