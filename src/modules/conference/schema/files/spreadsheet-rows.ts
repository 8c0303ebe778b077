import type { Problem, SpreadsheetProblem } from './spreadsheet-problem.ts'

/**
 * A cell as it was read, and what the spreadsheet program took it for. Numbers are text here. A failed formula
 * has the error it shows, or `=` when no value was saved with it.
 */
export type RawCell = {
  readonly text: string
  readonly is: 'text' | 'date' | 'true-or-false' | 'failed-formula'
}
export type RawRow = { readonly row: number; readonly line: number; readonly cells: readonly RawCell[] }
export type RawTable = {
  readonly rows: readonly RawRow[]
  readonly problems: readonly Problem<SpreadsheetProblem>[]
}
