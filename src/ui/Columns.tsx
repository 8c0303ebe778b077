import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'

/** Equal columns that fold into one on a phone. `aside` gives the first two thirds. */
export const Columns = ({
  layout = 'equal',
  children,
}: {
  layout?: 'equal' | 'aside'
  children: ComponentChildren
}) => <div class={classes('columns', layout === 'aside' && 'columns-aside')}>{children}</div>
