import type { FigureRow } from '../rules/figure.ts'

/** Figures for reading in a terminal: a line for each, or a sentence when there are none. Ends with a line break. */
export function figuresText(rows: readonly FigureRow[]): string {
  if (rows.length === 0) return 'There are no answers to any measure.\n'
  const table = rows.map(row => ({
    keys: [row.association, row.wave, row.group, row.measure],
    figures: figureCells(row),
  }))
  const keys = columns(
    ['Association', 'Wave', 'Group', 'Measure'],
    table.map(row => row.keys),
  )
  const figures = columns(
    ['n', 'Favourable', 'Percent', '95 % interval', 'Mean'],
    table.flatMap(row => (row.figures ? [row.figures] : [])),
  )
  const lines = [
    [...keys.heading.map(keys.left), ...figures.heading.map(figures.right)],
    ...table.map(row => [
      ...row.keys.map(keys.left),
      ...(row.figures?.map(figures.right) ?? ['fewer than five: not shown']),
    ]),
  ]
  return `${lines.map(line => line.join('  ').trimEnd()).join('\n')}\n`
}

function figureCells(row: FigureRow): readonly string[] | undefined {
  if (row.suppressed) return undefined
  const { n, favourable, share, low, high, mean } = row
  return [
    String(n),
    String(favourable),
    percent(share),
    `${percent(low)}-${percent(high)}`,
    mean === null ? '' : mean.toFixed(2),
  ]
}

const percent = (share: number): string => (100 * share).toFixed(1)

/** Columns as wide as their widest cell: text from the left, numbers to the right. */
function columns(heading: readonly string[], rows: readonly (readonly string[])[]) {
  const widths = heading.map((name, column) =>
    rows.reduce((widest, row) => Math.max(widest, lengthOf(row[column] ?? '')), lengthOf(name)),
  )
  const spaceFor = (cell: string, column: number) => ' '.repeat((widths[column] ?? 0) - lengthOf(cell))
  return {
    heading,
    left: (cell: string, column: number) => cell + spaceFor(cell, column),
    right: (cell: string, column: number) => spaceFor(cell, column) + cell,
  }
}

const lengthOf = (cell: string): number => [...cell].length
