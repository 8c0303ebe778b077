import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTable, spreadsheetLimits } from './spreadsheet.ts'

const columns = {
  number: { headings: ['nr', 'item'], required: false, longest: 10 },
  text: { headings: ['lydelse', 'label_sv'], required: true, longest: 40 },
  note: { headings: ['förklaring'], required: false, longest: 200, manyLines: true },
} as const

const read = (text: string | Uint8Array) =>
  readTable({ name: 'a.csv', bytes: typeof text === 'string' ? Buffer.from(text) : text }, columns)
const cellsOf = async (text: string) => (await read(text)).rows.map(({ cells }) => cells)

describe('a CSV is read', () => {
  const expected = [
    { number: '1', text: 'Stöd, i tid', note: '' },
    { number: '2', text: 'Ett "bra" möte', note: '' },
  ]
  test.each([
    ['with commas', 'nr,lydelse\n1,"Stöd, i tid"\n2,"Ett ""bra"" möte"\n'],
    ['with semicolons, as Swedish Excel writes it', 'nr;lydelse\n1;Stöd, i tid\n2;"Ett ""bra"" möte"\n'],
    ['with tabs', 'nr\tlydelse\n1\tStöd, i tid\n2\t"Ett ""bra"" möte"\n'],
    ['with spaces around quotation marks', 'nr, lydelse\n1, "Stöd, i tid" \n2 ,"Ett ""bra"" möte"\n'],
    ['with CRLF', 'nr,lydelse\r\n1,"Stöd, i tid"\r\n2,"Ett ""bra"" möte"\r\n'],
    ['with CR, and no end of the last line', 'nr,lydelse\r1,"Stöd, i tid"\r2,"Ett ""bra"" möte"'],
    ['with a byte order mark', '\ufeffnr,lydelse\n1,"Stöd, i tid"\n2,"Ett ""bra"" möte"\n'],
    [
      'with the line that tells Excel the separator',
      'sep=;\r\nnr;lydelse\r\n1;Stöd, i tid\r\n2;"Ett ""bra"" möte"',
    ],
    [
      'with headings in capitals, spaces and another order',
      ' Label-SV : , NR\n"Stöd, i tid",1\n"Ett ""bra"" möte",2\n',
    ],
    ['with letters in two parts', 'nr,lydelse\n1,"Sto\u0308d, i tid"\n2,"Ett ""bra"" mo\u0308te"\n'],
    [
      'with empty rows and cells at the end',
      '\nnr,lydelse,\n1,"Stöd, i tid",\n,,\n2,"Ett ""bra"" möte",\n\n',
    ],
    ['with spaces around and inside', 'nr,lydelse\n 1 ,"  Stöd,\u00a0i   tid "\n2,"Ett ""bra""\nmöte"\n'],
  ])('%s', async (_, text) => {
    expect(await cellsOf(text)).toEqual(expected)
    expect((await read(text)).problems).toEqual([])
  })

  test('with columns that nobody asked for, which are named', async () => {
    expect((await read('nr,lydelse,Kommentar\n1,A,x\n')).ignored).toEqual(['Kommentar'])
  })

  test('with line breaks kept where a text may have them', async () => {
    expect(await cellsOf('lydelse,förklaring\nA,"Ett \r\n  två"\n')).toMatchObject([{ note: 'Ett\ntvå' }])
  })

  test('whatever text stands in a cell', async () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .filter(each => /^[\p{L}\p{N} ,;"\n-]*$/u.test(each))
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async texts => {
        const file = ['lydelse', ...texts.map(each => `"x${each.replaceAll('"', '""')}"`)].join('\r\n')
        const expected = texts.map(each => `x${each}`.normalize('NFC').replaceAll(/\s+/g, ' ').trim())
        expect((await cellsOf(file)).map(each => each.text)).toEqual(expected)
      }),
    )
  })
})

describe('a problem says its row, as the spreadsheet counts, and its line, as a text editor does', () => {
  test('also after a cell of several lines and empty rows', async () => {
    const { problems } = await read('nr,lydelse\n1,"A\nB"\n\n12345678901,C\n')
    expect(problems).toEqual([{ row: 4, line: 5, column: 'nr', problem: 'cell-too-long', value: '10' }])
  })

  test('also for a row whose own cell has several lines', async () => {
    const { problems } = await read('nr,lydelse\n1,A\n12345678901,"B\nC"\n')
    expect(problems).toMatchObject([{ row: 3, line: 3 }])
  })

  test('and all of them are found', async () => {
    const text = `nr,lydelse\n1,=1+1\n2,#REF!\n3,VÃ¥rd\n4,B,kvar\n5,${'x'.repeat(41)}\n6,rätt\n`
    const { problems, rows } = await read(text)
    expect(problems.map(({ row, problem, value }) => [row, problem, value])).toEqual([
      [2, 'formula-in-text', '=1+1'],
      [3, 'formula-failed', '#REF!'],
      [4, 'letters-garbled', 'VÃ¥rd'],
      [5, 'cell-without-heading', 'kvar'],
      [6, 'cell-too-long', '40'],
    ])
    expect(rows.map(({ row }) => row)).toEqual([7])
  })

  test('and a missing column is asked for by its first name, a double one by its own', async () => {
    expect((await read('nr,item,förklaring\n1,1,x\n')).problems).toEqual([
      { row: 1, line: 1, column: 'item', problem: 'column-twice' },
      { row: 1, line: 1, column: 'lydelse', problem: 'column-missing' },
    ])
  })

  test('and an unpaired quotation mark ends the reading, with the rows before it looked at', async () => {
    const { problems } = await read('nr,lydelse\n1,=a\n2,"b\n3,c\n')
    expect(problems).toEqual([
      { row: 2, line: 2, column: 'lydelse', problem: 'formula-in-text', value: '=a' },
      { row: 3, line: 3, problem: 'quotes-unpaired' },
    ])
  })
})

describe('what is no CSV in UTF-8 is refused', () => {
  const problemOf = async (bytes: Uint8Array | string) => (await read(bytes)).problems
  test('Windows-1252, at its first line, with the word as it was meant', async () => {
    expect(await problemOf(Buffer.from('nr,lydelse\n1,ok\n2,Enhetens rådgivning\n', 'latin1'))).toEqual([
      { row: 3, line: 3, problem: 'not-utf-8', value: 'rådgivning' },
    ])
  })
  test('UTF-16', async () => {
    expect(await problemOf(Buffer.from('\ufeffnr,lydelse\n1,a\n', 'utf16le'))).toMatchObject([
      { problem: 'not-utf-8' },
    ])
  })
  test.each([
    ['file-empty', ''],
    ['file-empty', ' \n\n'],
    ['file-empty', ',,\n,,\n'],
    ['no-rows', 'nr,lydelse\n'],
    ['not-a-table', 'nr,lydelse\n1,\0\n'],
    ['old-excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['file-too-large', Buffer.alloc(spreadsheetLimits.fileBytes + 1, 0x61)],
    ['too-many-columns', `lydelse,${'x,'.repeat(150)}x\nA\n`],
  ])('%s', async (problem, bytes) => {
    expect(await problemOf(bytes)).toMatchObject([{ row: 1, problem }])
  })
  test('more rows than the limit, at the first one too many', async () => {
    const text = `lydelse\n${'A\n'.repeat(spreadsheetLimits.rows + 1)}`
    expect(await problemOf(text)).toEqual([
      { row: 5002, line: 5002, problem: 'too-many-rows', value: '5000' },
    ])
    expect((await read(`lydelse\n${'A\n'.repeat(spreadsheetLimits.rows)}`)).rows).toHaveLength(5000)
  })
})
