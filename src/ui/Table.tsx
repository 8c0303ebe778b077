import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { useTexts } from '../platform/i18n/language.ts'
import { classes } from './class-names.ts'
import { Icon } from './Icon.tsx'
import { messages } from './messages.ts'

export interface Column<Row> {
  readonly key: string
  readonly label: string
  readonly cell: (row: Row) => ComponentChildren
  /** Aligned on its digits. */
  readonly numeric?: boolean
  /** Names the row; one column of a table should. */
  readonly rowHeader?: boolean
  /** Where the heading leads to sort, and how the table is sorted by it now. */
  readonly sort?: { readonly href: string; readonly direction?: 'ascending' | 'descending' | undefined }
  /** The heading is only said, not shown: a column of buttons. */
  readonly labelHidden?: boolean
}

export interface TableProps<Row> {
  readonly caption: ComponentChildren
  /** The caption is only said, where a heading just above says the same. */
  readonly captionHidden?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string | number
  /** Text cells of a last row, by column key. */
  readonly total?: Readonly<Record<string, ComponentChildren>>
  /** On a phone: `scroll` keeps rows and columns (for figures), `stack` makes each row a card (for text). */
  readonly onPhone?: 'scroll' | 'stack'
  /** Instead of rows when there are none. */
  readonly empty?: ComponentChildren
  /**
   * `content` keeps a few short columns close to each other. `aligned` gives five columns, the first for words, the same
   * widths in each of several tables, and makes them small on paper.
   */
  readonly width?: 'full' | 'content' | 'aligned'
}

const SortableHeading = <Row,>({ column }: { column: Column<Row> }) => {
  const t = useTexts(messages)
  if (!column.sort) return <span class={column.labelHidden ? 'sr-only' : undefined}>{column.label}</span>
  const { href, direction } = column.sort
  return (
    <a class="sort" href={href}>
      <span>
        <span class="sr-only">{t.table.sortBy} </span>
        {column.label}
      </span>
      <Icon name={direction === 'ascending' ? 'up' : direction === 'descending' ? 'down' : 'unsorted'} />
    </a>
  )
}

type TableRole = 'table' | 'rowgroup' | 'row' | 'cell' | 'rowheader' | 'columnheader'

/** Rows that can be compared. */
export const Table = <Row,>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  total,
  onPhone = 'scroll',
  empty,
  width = 'full',
}: TableProps<Row>) => {
  const t = useTexts(messages)
  const captionId = `${useId()}-caption`
  const stacks = onPhone === 'stack'
  // What becomes a card on a phone changes `display`, and in some browsers loses its role with it.
  const as = (role: TableRole) => (stacks ? role : undefined)
  const cellOf = (column: Column<Row>, content: ComponentChildren) => {
    const name = column.numeric ? 'numeric' : undefined
    return column.rowHeader ? (
      <th key={column.key} scope="row" role={as('rowheader')} class={name}>
        {content}
      </th>
    ) : (
      <td
        key={column.key}
        role={as('cell')}
        class={name}
        // Shown before the cell on a phone. An attribute, since a long table has thousands of cells.
        data-label={stacks && !column.labelHidden ? column.label : undefined}
      >
        {content}
      </td>
    )
  }
  const table = (
    <table
      class={classes('table', stacks && 'table-stack', width !== 'full' && `table-${width}`)}
      role={as('table')}
      aria-labelledby={captionId}
    >
      <caption id={captionId} class={captionHidden ? 'caption-hidden' : undefined}>
        <span>{caption}</span>
      </caption>
      <thead role={as('rowgroup')}>
        <tr role={as('row')}>
          {columns.map(column => (
            <th
              key={column.key}
              scope="col"
              role={as('columnheader')}
              class={column.numeric ? 'numeric' : undefined}
              aria-sort={column.sort ? (column.sort.direction ?? 'none') : undefined}
            >
              <SortableHeading column={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody role={as('rowgroup')}>
        {rows.map(row => (
          <tr key={rowKey(row)} role={as('row')}>
            {columns.map(column => cellOf(column, column.cell(row)))}
          </tr>
        ))}
        {rows.length === 0 && (
          <tr role={as('row')}>
            <td role={as('cell')} class="table-empty" colSpan={columns.length}>
              {empty ?? t.table.empty}
            </td>
          </tr>
        )}
      </tbody>
      {total && (
        <tfoot role={as('rowgroup')}>
          <tr role={as('row')}>{columns.map(column => cellOf(column, total[column.key]))}</tr>
        </tfoot>
      )}
    </table>
  )
  if (stacks) return table
  return (
    // Without a tab stop, what lies outside the edge cannot be reached with the keyboard.
    <section class="table-scroll" aria-labelledby={captionId} tabindex={0}>
      {table}
    </section>
  )
}
