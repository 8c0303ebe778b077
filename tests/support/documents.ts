import { inflateRawSync } from 'node:zlib'
import type { Document } from '../../src/platform/documents/document.ts'

/** A report that has every kind of block once, with texts that would be code in Typst, XML or a spreadsheet. */
export const aReport: Document = {
  title: 'Kärnprotokoll <1> & "två"',
  subtitle: 'Konsensuskonferens 15–16 maj 2014',
  author: 'Samordningsförbundet i provet',
  language: 'sv',
  blocks: [
    { kind: 'heading', level: 1, text: 'Så gick det #panic("till") $x$' },
    {
      kind: 'paragraph',
      text: [
        { text: 'Av 137 förslag blev ' },
        { text: '15', strong: true },
        { text: ' kvar. Läs mer hos ' },
        { text: 'förbundet', link: 'https://www.example.se/?a=1&b=2' },
        { text: '.\n#read("/etc/passwd") *inte fet* _inte lutad_ \\ // inte dold' },
      ],
    },
    { kind: 'note', text: 'En avvikelse: omröstning 2 förlängdes 10 minuter.' },
    { kind: 'list', items: ['En punkt', 'Två punkter'] },
    { kind: 'list', ordered: true, items: ['Först', 'Sedan'] },
    { kind: 'list', ordered: true, items: ['Om igen'] },
    { kind: 'terms', terms: [{ term: 'Experter', text: '23 av 24' }] },
    { kind: 'heading', level: 2, text: 'Rösterna' },
    {
      kind: 'table',
      caption: 'Röster i sista omröstningen',
      columns: [
        { name: 'Indikator' },
        { name: 'Ja', kind: 'number' },
        { name: 'Andel', kind: 'share' },
        { name: 'Dag', kind: 'date' },
      ],
      rows: [
        ['Gemensamma mål; "kända"', 13, 0.5652, '2014-05-16'],
        ['=HYPERLINK("http://example.se";"x")', -4, null, '2014-05-16'],
      ],
    },
    {
      kind: 'figure',
      caption: 'Vägen',
      alt: 'Tre av fyra gick vidare',
      svg: '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20" viewBox="0 0 80 20"><rect width="60" height="20" fill="#0d5f66"/></svg>',
      size: { width: 80, height: 20 },
    },
    {
      kind: 'bars',
      caption: 'Andel ja',
      alt: 'Gemensamma mål fick flest röster',
      measure: 'Andel ja',
      most: 1,
      bars: [
        { label: 'Gemensamma mål & <medel>', value: 13 / 23, written: '57 % (13 av 23)' },
        { label: 'Möten', value: 4 / 23, written: '17 % (4 av 23)' },
      ],
    },
    { kind: 'page-break' },
    { kind: 'paragraph', text: 'Sista sidan.' },
  ],
}

/** A report of about 40 pages: 40 chapters, each with text and a table. */
export const aLongReport: Document = {
  title: 'Omfattande protokoll',
  language: 'sv',
  blocks: Array.from({ length: 40 }, (_, chapter) => [
    { kind: 'heading', level: 1, text: `Indikator ${chapter + 1}` } as const,
    { kind: 'paragraph', text: 'Deltagaren, handläggaren och chefen ser samma plan. '.repeat(12) } as const,
    {
      kind: 'table',
      caption: `Röster om indikator ${chapter + 1}`,
      columns: [{ name: 'Grupp' }, { name: 'Ja', kind: 'number' }, { name: 'Andel', kind: 'share' }],
      rows: Array.from({ length: 32 }, (_row, group) => [`Grupp ${chapter}.${group}`, group, group / 32]),
    } as const,
  ]).flat(),
}

/** The files in a zip by name, read by its central directory (PKWARE APPNOTE 4.3.12) as text. */
export function unzip(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'))
  const files = new Map<string, string>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)]
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map(offset => zip.readUInt16LE(at + offset))
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = zip.subarray(start, start + size)
    files.set(name, (method === 8 ? inflateRawSync(bytes) : bytes).toString('utf8'))
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0)
  }
  return files
}

/** Every text string that stands open in a PDF: titles, bookmarks, alternative texts, links. */
export function pdfStrings(pdf: Buffer): string[] {
  const source = pdf.toString('latin1')
  const hex = [...source.matchAll(/<FEFF([0-9A-F\s]+)>/g)].map(([, digits]) =>
    Buffer.from((digits ?? '').replace(/\s/g, ''), 'hex')
      .swap16()
      .toString('utf16le'),
  )
  const literal = [...source.matchAll(/\(((?:[^()\\]|\\.|\([^()]*\))*)\)/g)].map(([, text]) =>
    (text ?? '').replace(/\\(.)/g, '$1'),
  )
  return [...hex, ...literal]
}
