import writeExcelFile, { type Row, type Sheet } from 'write-excel-file/node'
import {
  type Cell,
  type Column,
  type Document,
  isDate,
  isText,
  printable,
  type Table,
  tablesOf,
  widthOf,
} from './document.ts'
import { colours } from './look.ts'

/** A document without a table has no workbook. */
export class NoTables extends Error {}

/**
 * All tables of the document, a sheet each: names of columns in the first row, which stays in sight, then values as
 * numbers and dates, so that one can go on counting. Text is text, also where it begins with `=`.
 * @throws {NoTables}
 */
export async function toXlsx(document: Document): Promise<Buffer> {
  const tables = tablesOf(document)
  if (tables.length === 0) throw new NoTables(`"${document.title}" has no tables`)
  const names = sheetNames(tables)
  const sheets = tables.map(
    (table, index): Sheet<Buffer> => ({
      sheet: names[index] ?? '',
      data: [head(table), ...table.rows.map(row => row.map((cell, at) => value(table.columns[at], cell)))],
      columns: table.columns.map(column => ({
        width: isText(column) ? Math.min(60, 14 * widthOf(column)) : 14,
      })),
      stickyRowsCount: 1,
    }),
  )
  return writeExcelFile(sheets).toBuffer()
}

const head = ({ columns }: Table): Row =>
  columns.map(column => ({
    value: literal(column.name),
    type: String,
    fontWeight: 'bold',
    bottomBorderStyle: 'medium',
    bottomBorderColor: colours.act,
    ...(isText(column) ? {} : { align: 'right' }),
    wrap: true,
  }))

function value(column: Column | undefined, cell: Cell): Row[number] {
  if (cell === null || cell === '') return null
  if (typeof cell === 'number') {
    // A value that is no number has no place in a cell.
    if (!Number.isFinite(cell)) return null
    return { value: cell, type: Number, ...(column?.kind === 'share' ? { format: '0 %' } : {}) }
  }
  if (column?.kind === 'date' && isDate(cell)) {
    return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
  }
  return { value: literal(cell), type: String, wrap: cell.length > 60, alignVertical: 'top' }
}

// In a workbook `_x0041_` means the letter A (ECMA-376 part 1, 22.4.2.4), so such a text says that it is not meant so.
const literal = (text: string) => printable(text).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')

const longestName = 31

/** Excel takes at most 31 characters, none of `[]:*?/\`, no apostrophe at the ends, and each name once. */
function sheetNames(tables: readonly Table[]): string[] {
  const taken = new Set<string>()
  return tables.map(({ sheet, caption }, index) => {
    const wanted =
      printable(sheet ?? caption)
        .replace(/[[\]:*?/\\\s]+/g, ' ')
        .trim()
        .replace(/^'+|'+$/g, '') || String(index + 1)
    let name = cut(wanted, longestName)
    for (let again = 2; taken.has(name.toLowerCase()); again++) {
      name = `${cut(wanted, longestName - String(again).length - 1)} ${again}`
    }
    taken.add(name.toLowerCase())
    return name
  })
}

const cut = (text: string, length: number) => text.slice(0, length).trim().replace(/'+$/, '')
