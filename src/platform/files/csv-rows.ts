import { type CsvRecord, eachCsvRecord } from './csv.ts'
import { decode, type FileProblem, type InputFile, quoted } from './input-file.ts'

/**
 * Reads a table with a heading, for the command line, row by row: see {@link eachCsvRecord}. Columns may stand in any
 * order, and others may be there.
 * @param visit gets each row with only the wanted values, in the order in which the columns were asked for. A row with a
 *   problem it does not get, and none at all when a column is missing
 * @returns all problems of the table, not only the first
 */
export function eachCsvRow<Column extends string>(
  file: InputFile,
  columns: readonly Column[],
  visit: (row: CsvRecord) => void,
): readonly FileProblem[] {
  const { text, problems: notText } = decode(file)
  if (notText.length > 0) return notText

  const found: FileProblem[] = []
  const complain = (line: number, problem: string) => found.push({ file: file.name, line, problem })
  let places: readonly number[] | undefined
  let width = 0
  const unpairedAt = eachCsvRecord(text, ({ line, values }) => {
    if (places === undefined) {
      width = values.length
      places = columns.map(column => values.indexOf(column))
      for (const problem of headingProblems(columns, values)) complain(line, problem)
      if (found.length > 0) places = []
    } else if (places.length === 0) return
    else if (values.length === width) visit({ line, values: places.map(place => values[place] ?? '') })
    else
      complain(
        line,
        `has ${values.length} ${values.length === 1 ? 'column' : 'columns'}, the heading has ${width}`,
      )
  })
  if (unpairedAt !== undefined) complain(unpairedAt, 'has quotation marks that do not pair')
  return found
}

const headingProblems = (columns: readonly string[], heading: readonly string[]): readonly string[] => [
  ...columns
    .filter(column => !heading.includes(column))
    .map(column => `the column ${quoted(column)} is missing`),
  ...columns
    .filter(column => heading.indexOf(column) !== heading.lastIndexOf(column))
    .map(column => `the column ${quoted(column)} is there twice`),
]
