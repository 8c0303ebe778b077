import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { aReport } from '../../../tests/support/documents.ts'
import { toCsv } from './csv.ts'
import { type Cell, printable, type Table, tablesOf } from './document.ts'
import { NoTables, toXlsx } from './xlsx.ts'

const oneTable = (rows: Cell[][], columns = [{ name: 'a' }]): Table => ({
  kind: 'table',
  caption: 'T',
  columns,
  rows,
})
const read = (csv: string): string[][] => parse(csv, { delimiter: ';', bom: true, record_delimiter: '\r\n' })

describe('CSV', () => {
  const [table] = tablesOf(aReport)
  const csv = toCsv('sv', table ?? expect.unreachable())

  test('begins with a byte order mark and ends each line as Excel wants it', () => {
    expect(Buffer.from(csv).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(csv.endsWith('\r\n')).toBe(true)
  })

  test('is read back as it was, with Swedish decimals, and a formula as text', () => {
    expect(read(csv)).toEqual([
      ['Indikator', 'Ja', 'Andel', 'Dag'],
      ['Gemensamma mål; "kända"', '13', '0,5652', '2014-05-16'],
      ['\'=HYPERLINK("http://example.se";"x")', '-4', '', '2014-05-16'],
    ])
  })

  test('in English has a decimal point', () => {
    expect(read(toCsv('en', oneTable([[0.5]])))[1]).toEqual(['0.5'])
  })

  test.each([
    '=1+1',
    '+SUM(A1)',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    ' =1',
    '\n=1',
    '＝1',
    '|cmd',
    '+46 70 123 45 67',
  ])('the text %j does not begin as a formula', text => {
    expect(read(toCsv('sv', oneTable([[text]])))[1]?.[0]).toBe(`'${text}`)
  })

  test.each(['-5', '+5', '-5,25', '-0.5', '2014-05-16', 'a=b', "o'clock"])(
    'the text %j is left as it is',
    text => {
      expect(read(toCsv('sv', oneTable([[text]])))[1]?.[0]).toBe(text)
    },
  )

  test('negative numbers stay numbers', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), number => {
        const [, row] = read(toCsv('sv', oneTable([[number]])))
        expect(Number(row?.[0]?.replace(',', '.'))).toBe(number === 0 ? 0 : number)
      }),
    )
  })

  test('any text comes back, but for what is set before a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), text => {
        const [, row] = read(toCsv('sv', oneTable([[text, 'x']], [{ name: 'a' }, { name: 'b' }])))
        expect(row?.[0]?.replace(/^'(?=\s*[=+\-@|%＝＋－＠\t\n])/, '')).toBe(
          printable(text).replace(/^'(?=\s*[=+\-@|%＝＋－＠\t\n])/, ''),
        )
        expect(row?.[1]).toBe('x')
      }),
    )
  })
})

describe('a workbook', () => {
  test('has a sheet for each table, and values as numbers, dates and text', async () => {
    const [sheet] = await readExcelFile(await toXlsx(aReport))
    expect(sheet?.sheet).toBe('Röster i sista omröstningen')
    expect(sheet?.data).toEqual([
      ['Indikator', 'Ja', 'Andel', 'Dag'],
      ['Gemensamma mål; "kända"', 13, 0.5652, new Date('2014-05-16T00:00:00Z')],
      ['=HYPERLINK("http://example.se";"x")', -4, null, new Date('2014-05-16T00:00:00Z')],
    ])
  })

  test('names its sheets so that Excel takes them, each once', async () => {
    const tables = ['A/B: [1]?*', 'a/b: [1]?*', 'x'.repeat(40), 'x'.repeat(50), "'", '']
    const document = { ...aReport, blocks: tables.map(caption => ({ ...oneTable([['1']]), caption })) }
    const names = (await readExcelFile(await toXlsx(document))).map(({ sheet }) => sheet)
    expect(names).toEqual(['A B 1', 'a b 1 2', 'x'.repeat(31), `${'x'.repeat(29)} 2`, '5', '6'])
  })

  test('holds any text that a person can write', async () => {
    const texts = ['a\u0000b', '<&>"', '👍🏽', 'rad 1\nrad 2', '_x0041_', ' mellanslag ']
    const [sheet] = await readExcelFile(
      await toXlsx({ ...aReport, blocks: [oneTable(texts.map(text => [text]))] }),
      { trim: false },
    )
    expect(sheet?.data.slice(1).map(([cell]) => cell)).toEqual(texts.map(printable))
  })

  test('a document without tables has none, and says so', async () => {
    await expect(toXlsx({ ...aReport, blocks: [] })).rejects.toThrow(NoTables)
  })
})
