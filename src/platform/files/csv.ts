import { CsvError, type Info, parse } from 'csv-parse/sync'

/** The values of a row, without spaces around them, and the line where the row begins, from 1. */
export interface CsvRecord {
  readonly line: number
  readonly values: readonly string[]
}

/**
 * Reads a text as rows, one at a time, so that a large file is never there as rows all at once: comma, semicolon or tab
 * between values (Swedish Excel writes semicolons), LF, CRLF or CR, quotes as in RFC 4180, rows of any width. What the
 * values mean is the caller's.
 * @param emptyLines `skip`, or `keep` as rows of one empty value, for who counts rows as a spreadsheet does
 * @returns the line of a row with a quotation mark without its pair. It makes all after it uncertain: reading ends there
 */
export function eachCsvRecord(
  text: string,
  emptyLines: 'skip' | 'keep',
  visit: (record: CsvRecord) => void,
): number | undefined {
  // The parser counts a CRLF inside quotes as two lines, so it never gets to see one.
  const all = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text
  // Excel's own way to say which sign stands between values; Excel shows it as no row.
  const announced = all.match(/^sep=([,;\t])\n/i)
  const lines = announced ? all.slice(announced[0].length) : all
  const linesBefore = announced ? 1 : 0
  let lastLine = 0
  try {
    parse(lines, {
      delimiter: announced?.[1] ?? delimiterOf(lines),
      trim: true,
      relax_column_count: true,
      skip_empty_lines: emptyLines === 'skip',
      on_record: (values: string[], { lines: endLine }: Info) => {
        visit({ line: linesBefore + endLine - lineBreaksIn(values), values })
        lastLine = endLine
        return null
      },
    })
    return undefined
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    const rest = lines.split('\n').slice(lastLine)
    const emptyBefore = rest.findIndex(row => row.trim() !== '')
    return linesBefore + lastLine + emptyBefore + 1
  }
}

/** The parser gives the line where a row ends; a quoted value may hold line breaks. */
function lineBreaksIn(values: readonly string[]): number {
  let breaks = 0
  for (const value of values) {
    for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) breaks++
  }
  return breaks
}

/** Judged by the heading alone, where none of the signs is part of a name. */
function delimiterOf(text: string): string {
  const heading = text.trimStart().split('\n', 1)[0] ?? ''
  const count = (sign: string) => heading.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}
