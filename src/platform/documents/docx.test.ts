import { beforeAll, expect, test } from 'vitest'
import { aReport, unzip } from '../../../tests/support/documents.ts'
import { toDocx } from './docx.ts'

let files = new Map<string, string>()
const part = (name: string) => files.get(name) ?? ''
const body = () => part('word/document.xml')

beforeAll(async () => {
  files = unzip(await toDocx(aReport))
})

/** The names of elements that are not closed where they should be; null when all are. */
function firstUnbalanced(xml: string): string | null {
  const open: string[] = []
  for (const [, slash, name, self] of xml.matchAll(/<(\/?)([a-zA-Z][\w:.-]*)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (self === '/') continue
    if (slash === '') open.push(name ?? '')
    else if (open.pop() !== name) return name ?? ''
  }
  return open.pop() ?? null
}

test('every part of the file is well-formed XML', () => {
  const parts = [...files].filter(([name]) => /\.(xml|rels)$/.test(name))
  expect(parts.length).toBeGreaterThan(5)
  for (const [name, xml] of parts) {
    expect(firstUnbalanced(xml), name).toBeNull()
    expect(xml.replace(/&(amp|lt|gt|quot|apos|#x?[0-9a-f]+);/gi, ''), name).not.toContain('&')
  }
})

test('title, headings, captions and lists have the styles that readers move by', () => {
  const styleOf = (text: string) => {
    const paragraph = body()
      .split('<w:p>')
      .find(piece => piece.includes(text))
    return /w:pStyle w:val="(\w+)"/.exec(paragraph ?? '')?.[1]
  }
  expect(styleOf('Kärnprotokoll')).toBe('Title')
  expect(styleOf('Så gick det')).toBe('Heading1')
  expect(styleOf('Rösterna')).toBe('Heading2')
  expect(styleOf('Tabell 1: Röster')).toBe('Caption')
  expect(styleOf('Figur 2: Andel ja')).toBe('Caption')
  expect(styleOf('En punkt')).toBe('ListParagraph')
})

test('the header row of a table is marked as one and repeats', () => {
  expect(body().match(/<w:tblHeader\/>/g)).toHaveLength(1)
  const head = body().slice(body().indexOf('<w:tblHeader/>')).split('</w:tr>')[0] ?? ''
  for (const name of ['Indikator', 'Ja', 'Andel', 'Dag']) expect(head).toContain(`>${name}<`)
})

test('each ordered list counts from one', () => {
  const numberings = [...body().matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id)
  expect(numberings).toHaveLength(5)
  expect(new Set(numberings).size).toBe(3)
})

test('the language, title and author are in the file', () => {
  expect(part('word/styles.xml')).toContain('<w:lang w:val="sv-SE"/>')
  expect(part('docProps/core.xml')).toContain('Kärnprotokoll &lt;1&gt; &amp; &quot;två&quot;')
  expect(part('docProps/core.xml')).toContain('Samordningsförbundet i provet')
})

test('pictures and charts have an alternative text', () => {
  expect(body()).toContain('descr="Tre av fyra gick vidare"')
  expect(body()).toContain('descr="Gemensamma mål fick flest röster"')
  expect(part('word/charts/chart1.xml')).toContain('Gemensamma mål &amp; &lt;medel&gt;: 57 % (13 av 23)')
})

test('links lead where they say, and texts are what was written', () => {
  expect(part('word/_rels/document.xml.rels')).toContain('https://www.example.se/?a=1&amp;b=2')
  expect(body()).toContain('#read(&quot;/etc/passwd&quot;)')
  expect(body()).toContain('57')
})

test('the font travels with the file', () => {
  expect(part('word/fontTable.xml')).toContain('w:name="Atkinson Hyperlegible Next"')
  expect([...files.keys()].filter(name => name.startsWith('word/fonts/')).length).toBe(3)
})

test('control characters do not make a file that Word cannot open', async () => {
  const made = unzip(
    await toDocx({ title: 'a\u0001b', language: 'en', blocks: [{ kind: 'paragraph', text: '\u0000c' }] }),
  )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is sought
  expect([...made.values()].filter(xml => xml.startsWith('<?xml')).join('')).not.toMatch(/[\u0000-\u0008]/)
  expect(made.get('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>')
})
