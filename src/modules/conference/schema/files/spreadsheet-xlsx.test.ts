import { Buffer } from 'node:buffer'
import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import writeExcel from 'write-excel-file/node'
import { readTable, spreadsheetLimits } from './spreadsheet.ts'

const columns = {
  number: { headings: ['nr'], required: false, longest: 10 },
  text: { headings: ['lydelse'], required: true, longest: 100 },
} as const

const read = (bytes: Uint8Array) => readTable({ name: 'a.xlsx', bytes }, columns)

type Part = { name: string; content: Buffer; claims?: number }

/** An archive as ZIP describes it; `claims` is a false size. */
function zip(parts: readonly Part[]): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claims = content.length } of parts) {
    const packed = deflateRawSync(content)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(content), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(claims, 18)
    shared.writeUInt16LE(name.length, 22)
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name), packed])
    const at = Buffer.alloc(14)
    at.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), shared, at, Buffer.from(name)]))
    local.push(head)
    offset += head.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, ...directory, Buffer.from('PK\x05\x06'), end])
}

const xml = (text: string) => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`)
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The least workbook that there is, with these rows in its sheet. */
const workbook = (rows: string, more: readonly Part[] = []) =>
  zip([
    {
      name: 'xl/workbook.xml',
      content: xml(
        `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: xml(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: xml(`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`),
    },
    ...more,
  ])

const text = (at: string, said: string) => `<c r="${at}" t="inlineStr"><is><t>${said}</t></is></c>`
const heading = `<row r="1">${text('A1', 'nr')}${text('B1', 'lydelse')}</row>`
const row = `<row r="2">${text('B2', 'Ja')}</row>`

describe('a workbook is read', () => {
  test('as Excel writes it: numbers, å ä ö, empty rows, the first sheet', async () => {
    const bytes = await writeExcel([
      {
        sheet: 'Indikatorer',
        data: [
          ['Nr', 'Lydelse', 'Anteckning'],
          [1, 'Stöd i rätt tid', 'x'],
          [null, null, null],
          [2, 'Någon\nhåller ihop', null],
        ],
      },
      { sheet: 'Annat', data: [['nr']] },
    ]).toBuffer()
    const { rows, problems, ignored } = await read(bytes)
    expect(problems).toEqual([])
    expect(ignored).toEqual(['Anteckning'])
    expect(rows).toMatchObject([
      { row: 2, cells: { number: '1', text: 'Stöd i rätt tid' } },
      { row: 4, cells: { number: '2', text: 'Någon håller ihop' } },
    ])
  })

  test('with the value that was saved with a formula', async () => {
    const row = '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>A1</f><v>Svar</v></c></row>'
    expect((await read(workbook(heading + row))).rows).toMatchObject([
      { cells: { number: '2', text: 'Svar' } },
    ])
  })

  test('with 5,000 rows of long texts', async () => {
    const long = 'Någon håller ihop stödet för deltagaren '.repeat(2).trim()
    const data = [['nr', 'lydelse'], ...Array.from({ length: 5000 }, (_, at) => [at + 1, `${long} ${at}`])]
    const { rows, problems } = await read(await writeExcel(data).toBuffer())
    expect(problems).toEqual([])
    expect(rows.at(-1)).toMatchObject({ row: 5001, cells: { number: '5000', text: `${long} 4999` } })
  })
})

describe('what Excel made of a text is found', () => {
  test('a date, a truth value, a failed formula', async () => {
    const bytes = await writeExcel([
      ['lydelse'],
      [{ value: new Date(Date.UTC(2014, 4, 15)), type: Date, format: 'yyyy-mm-dd' }],
      [true],
    ]).toBuffer()
    expect((await read(bytes)).problems).toEqual([
      { row: 2, line: 2, column: 'lydelse', problem: 'cell-is-date', value: '2014-05-15' },
      { row: 3, line: 3, column: 'lydelse', problem: 'cell-is-true-or-false', value: 'TRUE' },
    ])
    const failed = workbook(`${heading}<row r="2"><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`)
    expect((await read(failed)).problems).toMatchObject([
      { row: 2, column: 'lydelse', problem: 'formula-failed' },
    ])
  })

  test('a formula whose value was never saved, but not in a column that nobody asked for', async () => {
    const three = `<row r="1">${text('A1', 'nr')}${text('B1', 'lydelse')}${text('C1', 'summa')}</row>`
    const unsaved = (at: string) => `<c r="${at}" t="str"><f>A1</f></c>`
    const elsewhere = `<row r="2">${text('B2', 'A')}${unsaved('C2')}</row>`
    expect((await read(workbook(three + elsewhere))).problems).toEqual([])
    const empty = (type: string) => `<row r="3">${text('A3', '1')}<c r="B3"${type}><f>A1</f><v></v></c></row>`
    expect((await read(workbook(`${three}${elsewhere}${empty('')}`))).problems).toMatchObject([
      { row: 3, problem: 'formula-without-value' },
    ])
    expect((await read(workbook(`${three}${elsewhere}${empty(' t="str"')}`))).problems).toEqual([])
    expect((await read(workbook(`${three}${elsewhere}<row r="3">${unsaved('B3')}</row>`))).problems).toEqual([
      { row: 3, line: 3, column: 'lydelse', problem: 'formula-without-value', value: '=' },
    ])
  })

  test('in the sheet that stands first, whatever its file is called', async () => {
    const error = '<row r="2"><c r="B2" t="e"><v>#REF!</v></c></row>'
    const second = {
      name: 'xl/worksheets/sheet2.xml',
      content: xml(`<worksheet xmlns="${main}"><sheetData>${error}</sheetData></worksheet>`),
    }
    expect((await read(workbook(heading + row, [second]))).problems).toEqual([])
  })
})

describe('a workbook that would harm is refused before it is unpacked', () => {
  const problemOf = async (bytes: Uint8Array) => {
    const before = process.memoryUsage().rss
    const { problems } = await read(bytes)
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000)
    return problems.map(({ problem }) => problem)
  }

  test('one that claims to be larger than the limit', async () => {
    const huge = {
      name: 'xl/media/a.xml',
      content: Buffer.from('a'),
      claims: spreadsheetLimits.unpackedBytes + 1,
    }
    expect(await problemOf(workbook(heading + row, [huge]))).toEqual(['excel-unpacks-too-large'])
  })

  test('one that is larger than the limit in many parts', async () => {
    const content = Buffer.alloc(10_000_000)
    const parts = Array.from({ length: 6 }, (_, at) => ({ name: `xl/${at}.xml`, content }))
    expect(await problemOf(workbook(heading + row, parts))).toEqual(['excel-unpacks-too-large'])
  })

  test('one that claims to be larger than it is', async () => {
    const boast = { name: 'xl/a.xml', content: Buffer.from('<a/>'), claims: 1_000_000 }
    expect(await problemOf(workbook(heading + row, [boast]))).toEqual(['excel-unreadable'])
  })

  test('one that claims to be small and is not', async () => {
    const lie = { name: 'xl/a.xml', content: Buffer.alloc(100_000_000), claims: 1000 }
    expect(await problemOf(workbook(heading + row, [lie]))).toEqual(['excel-unreadable'])
  })

  test.each([
    ['too-many-rows', `<row r="1048576">${text('A1048576', 'x')}</row>`],
    ['too-many-rows', `<row>${text('A1048576', 'x')}</row>`],
    ['too-many-columns', `<row r="2">${text('XFD2', 'x')}</row>`],
    ['excel-unreadable', `<row r="99999999999">${text('A2', 'x')}</row>`],
    ['excel-unreadable', `<row r="&#57;99999">${text('A2', 'x')}</row>`],
    ['excel-unreadable', `<row r="2"><c x r="XFD2"><v>1</v></c></row>`],
    ['excel-unreadable', `<row r="2"><c t="n"><v>1</v></c></row>`],
    ['excel-unreadable', '<c r="A2">'.repeat(100_000)],
  ])('one with a cell at the end of the world: %s', async (problem, far) => {
    expect(await problemOf(workbook(heading + far))).toEqual([problem])
  })

  test('one that is cut off, another archive, and one without a sheet', async () => {
    const whole = workbook(heading + row)
    expect(await problemOf(whole.subarray(0, whole.length - 30))).toEqual(['excel-unreadable'])
    expect(await problemOf(zip([{ name: 'word/document.xml', content: xml('<w/>') }]))).toEqual([
      'excel-unreadable',
    ])
    expect(await problemOf(Buffer.from('PK\x03\x04'))).toEqual(['excel-unreadable'])
  })
})
