/**
 * Something wrong in a table that somebody handed in, by name. It becomes a sentence in one place; see
 * spreadsheet-messages.ts and its neighbours.
 */
export type Problem<Name extends string> = {
  /** The row as a spreadsheet program counts it, from 1, the heading included; 1 for the file as a whole. */
  readonly row: number
  /** The line of a text file where that row begins, from 1. Differs from `row` after a cell of several lines. */
  readonly line: number
  /** The heading as it stands in the file, or the one that is asked for. */
  readonly column?: string
  readonly problem: Name
  /** What stands there, or the limit that is passed; cut short. */
  readonly value?: string
  /** What may stand there instead. */
  readonly expected?: string
}

/** What can be wrong with any table, whatever it is about. */
export type SpreadsheetProblem =
  | 'file-empty'
  | 'file-too-large'
  | 'not-a-table'
  | 'not-utf-8'
  | 'letters-garbled'
  | 'quotes-unpaired'
  | 'old-excel'
  | 'excel-unreadable'
  | 'excel-unpacks-too-large'
  | 'formula-without-value'
  | 'formula-failed'
  | 'formula-in-text'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'column-missing'
  | 'column-twice'
  | 'cell-without-heading'
  | 'cell-too-long'
  | 'cell-is-date'
  | 'cell-is-true-or-false'
  | 'no-rows'

/** A value as a problem shows it: one line, not endless. */
export const shown = (value: string): string => {
  const line = value.replaceAll(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

/** As one reads a file: from the top, and what is wrong with the whole of it first. */
export const inOrder = <Name extends string>(problems: readonly Problem<Name>[]): Problem<Name>[] =>
  problems.toSorted((a, b) => a.line - b.line)
