import { afterAll, expect, test } from 'vitest'
import { aLongReport, aReport, pdfStrings } from '../../../tests/support/documents.ts'
import { type Document, WrongDocument } from './document.ts'
import { toPdf } from './pdf.ts'
import { openTypesetting, TypesettingFailed } from './typesetting.ts'

const typesetting = openTypesetting()
afterAll(() => typesetting.close())

const noon = new Date('2014-05-16T12:00:00Z')
const source = (pdf: Buffer) => pdf.toString('latin1')

test('a PDF is tagged, says its language and title, and claims PDF/UA-1', async () => {
  const pdf = await toPdf(typesetting, aReport, noon)
  expect(source(pdf)).toMatch(/^%PDF-1\.7/)
  expect(source(pdf)).toContain('/StructTreeRoot')
  expect(source(pdf)).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
  expect(source(pdf)).toContain('/Lang (sv)')
  expect(source(pdf)).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/)
  expect(source(pdf)).toMatch(/\/DisplayDocTitle true/)
  expect(pdfStrings(pdf)).toContain('Kärnprotokoll <1> & "två"')
})

test('headings, table headers, lists and figures are tagged as what they are', async () => {
  const pdf = source(await toPdf(typesetting, aReport, noon))
  for (const tag of ['H1', 'H2', 'Table', 'THead', 'TH', 'TD', 'L', 'LI', 'Figure', 'Link', 'Caption']) {
    expect(pdf, tag).toMatch(new RegExp(`/S\\s*/${tag}\\b`))
  }
})

test('figures and charts say their alternative text', async () => {
  const strings = pdfStrings(await toPdf(typesetting, aReport, noon))
  expect(strings).toContain('Tre av fyra gick vidare')
  expect(strings).toContain('Gemensamma mål fick flest röster')
})

test('what looks like Typst code stays text', async () => {
  const texts = [
    '#panic("x")',
    '$x + y$',
    '#read("/etc/passwd")',
    '*a* _b_ `c` <d> @e',
    '= rubrik',
    '\\u{41} // bort',
  ]
  const document: Document = {
    title: '#eval("1/0")',
    language: 'en',
    blocks: [
      ...texts.map(text => ({ kind: 'heading', level: 1, text }) as const),
      ...texts.map(text => ({ kind: 'paragraph', text }) as const),
      {
        kind: 'table',
        caption: '#panic()',
        columns: texts.map(name => ({ name })),
        rows: [texts],
      },
    ],
  }
  // Headings become bookmarks, where their text can be read without a PDF reader.
  const strings = pdfStrings(await toPdf(typesetting, document, noon))
  for (const text of texts) expect(strings).toContain(text)
  expect(strings).toContain('#eval("1/0")')
})

test('control characters, half emoji and signs that no font has do not stop a document', async () => {
  const hard = [
    '\u0007',
    '\ufffe',
    '👍🏽',
    'العربية',
    '漢字',
    '\ue000',
    '\u{10ffff}',
    'e\u0301\u0302',
    '\u200d',
    '🇸🇪',
  ]
  const document: Document = {
    title: 'a\u0000b\ud83d',
    language: 'sv',
    blocks: [
      ...hard.map(text => ({ kind: 'heading', level: 1, text: `Före ${text} efter` }) as const),
      { kind: 'paragraph', text: hard.join(' ') },
    ],
  }
  const strings = pdfStrings(await toPdf(typesetting, document, noon))
  expect(strings).toContain('ab')
  expect(strings).toContain('Före [?] efter')
})

test('the file says when it was made', async () => {
  expect(pdfStrings(await toPdf(typesetting, aReport, noon))).toContain('D:20140516120000Z')
})

test('a long table runs over pages, and a long report is made in pages', async () => {
  const pdf = source(await toPdf(typesetting, aLongReport, noon))
  const pages = Number(/\/Type\s*\/Pages[^>]*?\/Count (\d+)/.exec(pdf)?.[1])
  expect(pages).toBeGreaterThanOrEqual(40)
})

test.each([
  ['a skipped heading level', [{ kind: 'heading', level: 2, text: 'x' }]],
  [
    'a row of another length',
    [{ kind: 'table', caption: 'x', columns: [{ name: 'a' }], rows: [['1', '2']] }],
  ],
  ['a link to a script', [{ kind: 'paragraph', text: [{ text: 'x', link: 'javascript:alert(1)' }] }]],
  ['a chart without bars', [{ kind: 'bars', caption: 'x', alt: 'x', measure: 'x', most: 1, bars: [] }]],
] satisfies [string, Document['blocks']][])('%s is refused before anything is set', async (_what, blocks) => {
  await expect(toPdf(typesetting, { title: 'x', language: 'sv', blocks }, noon)).rejects.toThrow(
    WrongDocument,
  )
})

test('a program that reads a file of the machine gets none', async () => {
  for (const path of ['/etc/hostname', '../../../../etc/hostname']) {
    await expect(typesetting.typeset(`#read("${path}")`, {}, noon)).rejects.toThrow(TypesettingFailed)
  }
})
