import { readSheet } from 'read-excel-file/universal'
import { type ArchiveLimits, checkArchive, type FailedCell } from './spreadsheet-archive.ts'
import type { SpreadsheetProblem } from './spreadsheet-problem.ts'
import type { RawCell, RawTable } from './spreadsheet-rows.ts'

/** Whether the bytes begin as a ZIP, which every XLSX is. */
export const isArchive = (bytes: Uint8Array): boolean => startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])

/** The container of XLS, and of an XLSX with a password. */
export const isOldExcel = (bytes: Uint8Array): boolean => startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, at) => bytes[at] === byte)

/**
 * The first sheet of an XLSX as rows. A formula gives the value that was saved with it.
 * `read-excel-file/universal` and not `/node`: that one reads the archive from its start and would not keep to
 * the directory that has been checked.
 */
export async function readXlsxRows(bytes: Uint8Array, limits: ArchiveLimits): Promise<RawTable> {
  const archive = checkArchive(bytes, limits)
  if (!archive.safe) return wholeFile(archive.problem)
  try {
    // A copy, because the bytes may be a Buffer that shares its memory with others.
    const sheet = await readSheet(new Uint8Array(bytes).buffer, { trim: false })
    const rows = sheet.map(cells => cells.map(cellOf))
    for (const failed of archive.failedCells) putBack(rows, failed)
    return { rows: rows.map((cells, at) => ({ row: at + 1, line: at + 1, cells })), problems: [] }
  } catch {
    // Whatever a damaged or hostile file makes the library throw: a name of its own, or a bare Error.
    return wholeFile('excel-unreadable')
  }
}

const wholeFile = (problem: SpreadsheetProblem): RawTable => ({
  rows: [],
  problems: [{ row: 1, line: 1, problem }],
})

function putBack(rows: RawCell[][], { row, column, shows }: FailedCell): void {
  while (rows.length < row) rows.push([])
  const cells = rows[row - 1]
  while (cells && cells.length < column) cells.push(emptyCell)
  cells?.splice(column - 1, 1, { text: shows === '' ? '=' : shows, is: 'failed-formula' })
}

const emptyCell: RawCell = { text: '', is: 'text' }

function cellOf(value: unknown): RawCell {
  if (value === null || value === undefined) return emptyCell
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10), is: 'date' }
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', is: 'true-or-false' }
  return { text: String(value), is: 'text' }
}
