import { type CsvRecord, parseCsv } from './csv.ts'
import { decode, type FileProblem, type InputFile, quoted } from './input-file.ts'

/** `rows` is undefined when the file cannot be read as a table at all; `problems` then says why. */
export type CsvTable = {
  /** Only the wanted values, in the order in which the columns were asked for. */
  readonly rows: readonly CsvRecord[] | undefined
  readonly problems: readonly FileProblem[]
}

/**
 * Reads a table with a heading, for the command line: see {@link parseCsv}. Columns may stand in any order, and others
 * may be there. All problems are found, not only the first; a row with a problem is left out of `rows`.
 */
export function readCsv<Column extends string>(file: InputFile, columns: readonly Column[]): CsvTable {
  const { text, problems: notText } = decode(file)
  if (notText.length > 0) return { rows: undefined, problems: notText }

  const { records, unpairedAt } = parseCsv(text, 'skip')
  const problems =
    unpairedAt === undefined
      ? []
      : [{ file: file.name, line: unpairedAt, problem: 'has quotation marks that do not pair' }]
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

  const rows: CsvRecord[] = []
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
