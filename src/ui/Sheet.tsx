import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'
import { Heading } from './Heading.tsx'

export interface SheetProps {
  readonly heading?: ComponentChildren
  /** `sign`: words so large that they are read across a table. */
  readonly size?: 'normal' | 'sign'
  /** Stands under the one before on the same paper, and is not broken over two. */
  readonly flows?: boolean
  /** Shown on the screen and not on paper: what explains the print. */
  readonly screenOnly?: boolean
  readonly children?: ComponentChildren
}

/** What comes out on a paper of its own. On the screen, sheets stand under each other. */
export const Sheet = ({ heading, size = 'normal', flows, screenOnly, children }: SheetProps) => (
  <section
    class={classes(
      screenOnly ? 'screen-only' : 'sheet',
      size === 'sign' && 'sheet-sign',
      flows && 'sheet-flows',
    )}
  >
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

/** Boxes to mark with a pen, each with the key that it is typed in by. */
export const CheckBoxes = ({
  boxes,
}: {
  boxes: readonly { readonly key: string; readonly label: string }[]
}) => (
  <ul class="check-boxes">
    {boxes.map(({ key, label }) => (
      <li key={key}>
        <b>{key}</b> <span>{label}</span>
      </li>
    ))}
  </ul>
)

/** Empty lines to write on. */
export const PaperLines = ({ lines, unit }: { lines: number; unit?: string | undefined }) => (
  <div class={lines === 1 ? 'paper-lines paper-lines-short' : 'paper-lines'}>
    {Array.from({ length: lines }, (_, line) => (
      <p key={line}>{unit}</p>
    ))}
  </div>
)
