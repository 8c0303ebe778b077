import type { FigureRow } from '../rules/figure.ts'

/** Figures for reading in a terminal: a table with a line for each, or a sentence when there are none. Ends with a line break. */
export function figuresText(rows: readonly FigureRow[]): string {
  if (rows.length === 0) return 'There are no answers to any measure.\n'
  const cells = [
    [...keys, 'n', 'Favourable', 'Percent', '95 % interval', 'Mean'],
    ...rows.map(row => [row.association, row.wave, row.group, row.measure, ...figureCells(row)]),
  ]
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map(row => lengthOf(row[column] ?? ''))))
  const lines = cells.map(row =>
    row.map((cell, column) => padded(cell, widths?.[column] ?? 0, column < keys.length)).join('  '),
  )
  return `${lines.map(line => line.trimEnd()).join('\n')}\n`
}

const keys = ['Association', 'Wave', 'Group', 'Measure']

function figureCells(row: FigureRow): readonly string[] {
  if (row.suppressed) return ['below 5: not shown', '', '', '', '']
  return [
    String(row.n),
    String(row.favourable),
    percent(row.share),
    `${percent(row.low)}-${percent(row.high)}`,
    row.mean === null ? '' : row.mean.toFixed(2),
  ]
}

const percent = (share: number): string => (100 * share).toFixed(1)

const lengthOf = (cell: string): number => [...cell].length

function padded(cell: string, width: number, isText: boolean): string {
  const space = ' '.repeat(width - lengthOf(cell))
  return isText ? cell + space : space + cell
}
