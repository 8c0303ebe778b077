import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'
import { Heading } from './Heading.tsx'

export interface SheetProps {
  readonly heading?: ComponentChildren
  /** `sign`: words so large that they are read across a table. */
  readonly size?: 'normal' | 'sign'
  /** Shown on the screen and not on paper: what explains the print. */
  readonly screenOnly?: boolean
  readonly children?: ComponentChildren
}

/** What comes out on a paper of its own. On the screen, sheets stand under each other. */
export const Sheet = ({ heading, size = 'normal', screenOnly, children }: SheetProps) => (
  <section class={classes(screenOnly ? 'screen-only' : 'sheet', size === 'sign' && 'sheet-sign')}>
    {heading && <Heading level={2}>{heading}</Heading>}
    {children}
  </section>
)

/** Slips with cut lines between them, several on a paper. */
export const CutOuts = ({ children }: { children: ComponentChildren }) => (
  <div class="cut-outs">{children}</div>
)

export const CutOut = ({
  heading,
  children,
}: {
  heading: ComponentChildren
  children: ComponentChildren
}) => (
  <section class="cut-out">
    <Heading level={2}>{heading}</Heading>
    {children}
  </section>
)
