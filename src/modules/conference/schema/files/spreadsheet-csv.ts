import { eachCsvRecord } from '../../../../platform/files/csv.ts'
import { decodeUtf8, linesNotUtf8 } from '../../../../platform/files/utf8.ts'
import { type Problem, type SpreadsheetProblem, shown } from './spreadsheet-problem.ts'
import type { RawTable } from './spreadsheet-rows.ts'

/** A text file in UTF-8 as rows, counted as a spreadsheet counts them: see {@link eachCsvRecord}. */
export function readCsvRows(bytes: Uint8Array): RawTable {
  if (bytes.includes(0) && !isUtf16(bytes)) return wholeFile('not-a-table')
  const text = decodeUtf8(bytes)
  if (text === undefined) return { rows: [], problems: [firstNotUtf8(bytes)] }
  if (text.trim() === '') return wholeFile('file-empty')
  const rows: RawTable['rows'][number][] = []
  const unpairedAt = eachCsvRecord(text, 'keep', ({ line, values }) => {
    rows.push({ row: rows.length + 1, line, cells: values.map(text => ({ text, is: 'text' as const })) })
  })
  if (unpairedAt === undefined) return { rows, problems: [] }
  return { rows, problems: [{ row: rows.length + 1, line: unpairedAt, problem: 'quotes-unpaired' }] }
}

const wholeFile = (problem: SpreadsheetProblem): RawTable => ({
  rows: [],
  problems: [{ row: 1, line: 1, problem }],
})

/** Excel's "Unicode text". Full of zero bytes, and text all the same. */
const isUtf16 = ([first, second]: Uint8Array) =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)

/**
 * One problem for the whole file, since one thing puts it right: at its first line that is not UTF-8, with the word as
 * it looks in Windows' old encoding, so that one recognises it.
 */
function firstNotUtf8(bytes: Uint8Array): Problem<SpreadsheetProblem> {
  const [first] = linesNotUtf8(bytes)
  const wholeFile = { row: 1, line: 1, problem: 'not-utf-8' } as const
  if (!first || isUtf16(bytes)) return wholeFile
  const guess = new TextDecoder('windows-1252').decode(first.bytes)
  const word = guess.match(/[^\s,;"]*[\u0080-\uffff][^\s,;"]*/)?.[0]
  return { row: first.line, line: first.line, problem: 'not-utf-8', ...(word ? { value: shown(word) } : {}) }
}
