import type { InputFile } from '../../../../platform/files/input-file.ts'
import type { ArchiveLimits } from './spreadsheet-archive.ts'
import { readCsvRows } from './spreadsheet-csv.ts'
import { type Problem, type SpreadsheetProblem, shown } from './spreadsheet-problem.ts'
import type { RawCell, RawRow, RawTable } from './spreadsheet-rows.ts'
import { isArchive, isOldExcel, readXlsxRows } from './spreadsheet-xlsx.ts'

/** A column that is looked for. `headings` in any case; spaces, `_` and `-` are the same. The first is asked for. */
export type Column = {
  readonly headings: readonly [string, ...string[]]
  readonly required: boolean
  /** Longest text, in UTF-16 units. */
  readonly longest: number
  /** Line breaks are kept; otherwise they become spaces. */
  readonly manyLines?: boolean
}

export type Table<Name extends string> = {
  /** Rows that have something in them and are right so far; '' where a cell or a column is not there. */
  readonly rows: readonly TableRow<Name>[]
  readonly problems: readonly Problem<SpreadsheetProblem>[]
  /** Headings in the file that nobody asked for; their cells are not read. */
  readonly ignored: readonly string[]
}

export type TableRow<Name extends string> = {
  readonly row: number
  readonly line: number
  readonly cells: Readonly<Record<Name, string>>
  /** What each column is called in this file. */
  readonly headings: Readonly<Record<Name, string>>
}

/** As much as a conference could need, and no more than reads in a second or two. */
export const spreadsheetLimits = {
  fileBytes: 5_000_000,
  rows: 5000,
  columns: 100,
  unpackedBytes: 50_000_000,
}

/** An XLSX may have formatting below and beside its table; the library fills in what is empty there. */
const archiveLimits: ArchiveLimits = {
  unpackedBytes: spreadsheetLimits.unpackedBytes,
  rows: 20_000,
  columns: 200,
}

/**
 * Reads a CSV or XLSX by what its bytes are, not by its name. The first row that is not empty has the headings;
 * empty rows are passed over, and counted. All problems are found; a row with a problem is not among `rows`.
 */
export async function readTable<Name extends string>(
  { bytes }: InputFile,
  columns: Readonly<Record<Name, Column>>,
): Promise<Table<Name>> {
  const { rows, problems } = await readRows(bytes)
  const [heading, ...body] = rows.filter(({ cells }) => cells.some(({ text }) => text.trim() !== ''))
  if (!heading) {
    const empty = { row: 1, line: 1, problem: 'file-empty' } as const
    return { rows: [], problems: problems.length > 0 ? problems : [empty], ignored: [] }
  }

  const places = findColumns(heading, columns)
  if (places.problems.length > 0)
    return { rows: [], problems: [...places.problems, ...problems], ignored: [] }
  const tooMany = body[spreadsheetLimits.rows]
  if (tooMany) {
    const { row, line } = tooMany
    const value = String(spreadsheetLimits.rows)
    return { rows: [], problems: [{ row, line, problem: 'too-many-rows', value }], ignored: [] }
  }

  const read = body.map(row => readRow(row, heading, columns, places.at))
  const none = { row: heading.row, line: heading.line, problem: 'no-rows' } as const
  const found = [...read.flatMap(each => each.problems), ...problems]
  return {
    rows: read.flatMap(each => (each.problems.length > 0 ? [] : [each.row])),
    problems: body.length === 0 && found.length === 0 ? [none] : found,
    ignored: places.ignored,
  }
}

async function readRows(bytes: Uint8Array): Promise<RawTable> {
  const wholeFile = (problem: SpreadsheetProblem, value?: number): RawTable => ({
    rows: [],
    problems: [{ row: 1, line: 1, problem, ...(value === undefined ? {} : { value: String(value) }) }],
  })
  if (bytes.length === 0) return wholeFile('file-empty')
  if (bytes.length > spreadsheetLimits.fileBytes)
    return wholeFile('file-too-large', spreadsheetLimits.fileBytes)
  if (isOldExcel(bytes)) return wholeFile('old-excel')
  return isArchive(bytes) ? await readXlsxRows(bytes, archiveLimits) : readCsvRows(bytes)
}

type Places<Name extends string> = {
  readonly at: ReadonlyMap<Name, number>
  readonly ignored: readonly string[]
  readonly problems: readonly Problem<SpreadsheetProblem>[]
}

function findColumns<Name extends string>(
  heading: RawRow,
  columns: Readonly<Record<Name, Column>>,
): Places<Name> {
  const { row, line, cells } = heading
  const texts = cells.map(({ text }) => text.trim())
  if (
    texts.length > spreadsheetLimits.columns &&
    texts.slice(spreadsheetLimits.columns).some(text => text !== '')
  ) {
    const value = String(spreadsheetLimits.columns)
    return { at: new Map(), ignored: [], problems: [{ row, line, problem: 'too-many-columns', value }] }
  }
  const at = new Map<Name, number>()
  const ignored: string[] = []
  const problems: Problem<SpreadsheetProblem>[] = []
  const names = Object.keys(columns) as Name[]
  for (const [place, text] of texts.entries()) {
    const name = names.find(each => columns[each].headings.some(known => plain(known) === plain(text)))
    if (name === undefined) {
      if (text !== '') ignored.push(shown(text))
    } else if (at.has(name)) problems.push({ row, line, column: shown(text), problem: 'column-twice' })
    else at.set(name, place)
  }
  for (const name of names) {
    const [column] = columns[name].headings
    if (columns[name].required && !at.has(name))
      problems.push({ row, line, column, problem: 'column-missing' })
  }
  return { at, ignored, problems }
}

/** `Label_SV`, `label sv ` and `label-sv:` are the same heading. */
const plain = (heading: string) =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s_\-.:*]+/g, ' ')
    .trim()

function readRow<Name extends string>(
  { row, line, cells }: RawRow,
  heading: RawRow,
  columns: Readonly<Record<Name, Column>>,
  at: ReadonlyMap<Name, number>,
): { row: TableRow<Name>; problems: Problem<SpreadsheetProblem>[] } {
  const names = Object.keys(columns) as Name[]
  const headingOf = (name: Name) =>
    shown(heading.cells[at.get(name) ?? -1]?.text ?? columns[name].headings[0])
  const read = names.map(name => {
    const cell = cells[at.get(name) ?? -1]
    return { name, cell, text: cell ? cleaned(cell.text, columns[name]) : '' }
  })
  const problems = read.flatMap(({ name, cell, text }) => {
    const problem = cell && problemIn(cell, text, columns[name].longest)
    if (!problem) return []
    const value = problem === 'cell-too-long' ? String(columns[name].longest) : shown(text)
    return [{ row, line, column: headingOf(name), problem, value }]
  })
  const strays = cells.filter(({ text }, place) => text.trim() !== '' && !heading.cells[place]?.text.trim())
  const stray = strays.slice(0, 1).map(({ text }) => ({
    row,
    line,
    problem: 'cell-without-heading' as const,
    value: shown(text),
  }))
  return {
    row: {
      row,
      line,
      cells: record(read.map(({ name, text }) => [name, text])),
      headings: record(names.map(name => [name, headingOf(name)])),
    },
    problems: [...stray, ...problems],
  }
}

const record = <Name extends string>(entries: readonly (readonly [Name, string])[]) =>
  Object.fromEntries(entries) as Record<Name, string>

function problemIn(cell: RawCell, text: string, longest: number): SpreadsheetProblem | undefined {
  if (cell.is === 'date') return 'cell-is-date'
  if (cell.is === 'true-or-false') return 'cell-is-true-or-false'
  if (cell.is === 'failed-formula') return text === '=' ? 'formula-without-value' : 'formula-failed'
  if (text.length > longest) return 'cell-too-long'
  if (/^#(REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)/.test(text)) return 'formula-failed'
  // What begins so becomes a formula in whoever's spreadsheet the report is opened in.
  if (text.startsWith('=')) return 'formula-in-text'
  // UTF-8 read as Windows-1252 and saved again, or letters that were lost already.
  if (/Ã[¥¤¶…„–©]|�/.test(text)) return 'letters-garbled'
  return undefined
}

/** Far more than any column's longest; beyond it a text is not looked through. */
const longestCleaned = 100_000

/** One form of each letter, no control characters (PostgreSQL refuses some of them), no spaces at the ends. */
function cleaned(text: string, { manyLines = false }: Column): string {
  if (text.length > longestCleaned) return text
  const one = text.normalize('NFC').replaceAll(/\r\n?/g, '\n')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed.
  const visible = one.replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00a0\ufeff]/g, ' ')
  if (!manyLines) return visible.replaceAll(/\s+/g, ' ').trim()
  return visible
    .split('\n')
    .map(line => line.replaceAll(/\s+/g, ' ').trim())
    .join('\n')
    .trim()
}
