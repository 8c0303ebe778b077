import { type CsvRecord, eachCsvRecord } from './csv.ts'
import { decode, type FileProblem, type InputFile, quoted } from './input-file.ts'

/**
 * Reads a table with a heading, for the command line, row by row: see {@link eachCsvRecord}. Columns may stand in any
 * order, and others may be there.
 * @param visit gets each row with only the wanted values, in the order in which the columns were asked for. A row with a
 *   problem it does not get, and none at all when a column is missing
 * @returns all problems of the table, not only the first; and whether it is a table with these columns at all
 */
export function eachCsvRow<Column extends string>(
  file: InputFile,
  columns: readonly Column[],
  visit: (row: CsvRecord) => void,
): { readonly isTable: boolean; readonly problems: readonly FileProblem[] } {
  const { text, problems: notText } = decode(file)
  if (notText.length > 0) return { isTable: false, problems: notText }

  const found: FileProblem[] = []
  const complain = (line: number, problem: string) => found.push({ file: file.name, line, problem })
  let places: readonly number[] | undefined
  let width = 0
  const unpairedAt = eachCsvRecord(text, 'skip', ({ line, values }) => {
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
  return { isTable: places !== undefined && places.length > 0, problems: found }
}

/** `rows` is undefined when the file cannot be read as a table at all; `problems` then says why. */
export type CsvTable = {
  readonly rows: readonly CsvRecord[] | undefined
  readonly problems: readonly FileProblem[]
}

/** All rows of a table at once, for tables that are small: see {@link eachCsvRow}. */
export function readCsv<Column extends string>(file: InputFile, columns: readonly Column[]): CsvTable {
  const rows: CsvRecord[] = []
  const { isTable, problems } = eachCsvRow(file, columns, row => rows.push(row))
  return { rows: isTable ? rows : undefined, problems }
}

const headingProblems = (columns: readonly string[], heading: readonly string[]): readonly string[] => [
  ...columns
    .filter(column => !heading.includes(column))
    .map(column => `the column ${quoted(column)} is missing`),
  ...columns
    .filter(column => heading.indexOf(column) !== heading.lastIndexOf(column))
    .map(column => `the column ${quoted(column)} is there twice`),
]
