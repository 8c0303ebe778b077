import { CsvError, type Info, parse } from 'csv-parse/sync'
import { type Problem, type SpreadsheetProblem, shown } from './spreadsheet-problem.ts'
import type { RawRow, RawTable } from './spreadsheet-rows.ts'

/**
 * A text file as rows: comma, semicolon or tab between cells (Swedish Excel writes semicolons), LF, CRLF or CR,
 * with or without byte order mark, quotes as in RFC 4180. Only UTF-8: another encoding is not guessed, because
 * a wrong guess turns å, ä and ö into something else without anybody noticing.
 */
export function readCsvRows(bytes: Uint8Array): RawTable {
  if (bytes.includes(0) && !isUtf16(bytes)) return wholeFile('not-a-table')
  const text = decoded(bytes)
  if (text === undefined) return { rows: [], problems: [firstNotUtf8(bytes)] }
  if (text.trim() === '') return wholeFile('file-empty')
  return parseRows(text)
}

const wholeFile = (problem: SpreadsheetProblem): RawTable => ({
  rows: [],
  problems: [{ row: 1, line: 1, problem }],
})

/** Excel's "Unicode text". Full of zero bytes, and text all the same. */
const isUtf16 = ([first, second]: Uint8Array) =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * One problem for the whole file, since one thing puts it right: at its first line that is not UTF-8, with the
 * word as it looks in Windows' old encoding, so that one recognises it. A line feed is never part of a longer
 * UTF-8 sequence, so lines can be judged one by one.
 */
function firstNotUtf8(bytes: Uint8Array): Problem<SpreadsheetProblem> {
  if (isUtf16(bytes)) return { row: 1, line: 1, problem: 'not-utf-8' }
  let start = 0
  for (let line = 1; ; line += 1) {
    const lineFeed = bytes.indexOf(0x0a, start)
    const piece = bytes.subarray(start, lineFeed < 0 ? bytes.length : lineFeed)
    if (decoded(piece) === undefined) {
      const guess = new TextDecoder('windows-1252').decode(piece)
      const word = guess.match(/[^\s,;"]*[\u0080-\uffff][^\s,;"]*/)?.[0]
      return { row: line, line, problem: 'not-utf-8', ...(word ? { value: shown(word) } : {}) }
    }
    start = lineFeed + 1
  }
}

/** A quotation mark without its pair makes every later row uncertain, so reading ends there. */
function parseRows(text: string): RawTable {
  // The parser counts a CRLF inside quotes as two lines, so it never gets to see one.
  const all = text.replaceAll(/\r\n?/g, '\n')
  // Excel's own way to say which sign stands between cells; Excel shows it as no row.
  const announced = all.match(/^sep=([,;\t])\n/i)
  const skipped = announced ? 1 : 0
  const lines = announced ? all.slice(announced[0].length) : all
  const rows: RawRow[] = []
  let lastLine = 0
  try {
    parse(lines, {
      delimiter: announced?.[1] ?? delimiterOf(lines),
      relax_column_count: true,
      on_record: (values: string[], { lines: endLine }: Info) => {
        const line = endLine - lineBreaksIn(values) + skipped
        rows.push({ row: rows.length + 1, line, cells: values.map(text => ({ text, is: 'text' })) })
        lastLine = endLine
        return null
      },
    })
    return { rows, problems: [] }
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    const line = lastLine + 1 + skipped
    return { rows, problems: [{ row: rows.length + 1, line, problem: 'quotes-unpaired' }] }
  }
}

/** The parser gives the line where a record ends; a quoted cell may hold line breaks. */
const lineBreaksIn = (values: readonly string[]) =>
  values.reduce((sum, value) => sum + (value.match(/\n/g)?.length ?? 0), 0)

/** Judged by the heading alone, where none of the signs is part of a name. */
function delimiterOf(text: string): string {
  const heading = text.trimStart().split('\n', 1)[0] ?? ''
  const count = (sign: string) => heading.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}
