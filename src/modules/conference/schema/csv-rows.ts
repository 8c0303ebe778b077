import { CsvError, type Info, parse } from 'csv-parse/sync'
import { decode, type FileProblem, type InputFile, quoted } from './input-file.ts'

/** A row's wanted values, in the order in which the columns were asked for, and the line where the row begins. */
export type CsvRow = { readonly line: number; readonly values: readonly string[] }

/** `rows` is undefined when the file cannot be read as a table at all; `problems` then says why. */
export type CsvTable = {
  readonly rows: readonly CsvRow[] | undefined
  readonly problems: readonly FileProblem[]
}

/**
 * Reads a table with a heading: comma or semicolon between values (Swedish Excel writes semicolons), LF or CRLF,
 * with or without a byte order mark, quotes as in RFC 4180. Columns may stand in any order, and others may be there.
 * All problems are found, not only the first; a row with a problem is left out of `rows`.
 */
export function readCsv<Column extends string>(file: InputFile, columns: readonly Column[]): CsvTable {
  const { text, problems: notText } = decode(file)
  if (notText.length > 0) return { rows: undefined, problems: notText }

  const { records, problems } = parseRecords(file.name, text)
  const [heading, ...body] = records
  if (!heading) return { rows: undefined, problems }
  const places = columns.map(column => heading.values.indexOf(column))
  const headingProblems = [
    ...columns
      .filter((_, index) => places[index] === -1)
      .map(column => `the column ${quoted(column)} is missing`),
    ...columns
      .filter(column => heading.values.indexOf(column) !== heading.values.lastIndexOf(column))
      .map(column => `the column ${quoted(column)} is there twice`),
  ].map(problem => ({ file: file.name, line: heading.line, problem }))
  if (headingProblems.length > 0) return { rows: undefined, problems: [...headingProblems, ...problems] }

  const rows: CsvRow[] = []
  const found = [...problems]
  const width = heading.values.length
  for (const { line, values } of body) {
    if (values.length === width) rows.push({ line, values: places.map(place => values[place] ?? '') })
    else {
      const problem = `has ${values.length} ${values.length === 1 ? 'column' : 'columns'}, the heading has ${width}`
      found.push({ file: file.name, line, problem })
    }
  }
  return { rows, problems: found }
}

/**
 * A quotation mark without its pair makes every later row uncertain, so reading ends there, with the rows before it.
 */
function parseRecords(name: string, text: string): { records: CsvRow[]; problems: FileProblem[] } {
  const records: CsvRow[] = []
  // The parser counts a CRLF inside quotes as two lines, so it never gets to see one.
  const lines = text.replaceAll(/\r\n?/g, '\n')
  let lastLine = 0
  try {
    parse(lines, {
      delimiter: delimiterOf(lines),
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (values: string[], { lines: endLine }: Info) => {
        records.push({ line: endLine - lineBreaksIn(values), values })
        lastLine = endLine
        return null
      },
    })
    return { records, problems: [] }
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    const line =
      lastLine +
      1 +
      lines
        .split('\n')
        .slice(lastLine)
        .findIndex(row => row.trim() !== '')
    return { records, problems: [{ file: name, line, problem: 'has quotation marks that do not pair' }] }
  }
}

/** The parser gives the line where a record ends; a quoted value may hold line breaks. */
function lineBreaksIn(values: readonly string[]): number {
  let breaks = 0
  for (const value of values) {
    for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) breaks++
  }
  return breaks
}

/** Judged by the heading alone, where neither sign is part of a name. */
function delimiterOf(text: string): ',' | ';' {
  const heading = text.trimStart().split('\n', 1)[0] ?? ''
  return heading.split(';').length > heading.split(',').length ? ';' : ','
}
