import type { ComponentChildren } from 'preact'
import { Document, type DocumentProps } from './Layout.tsx'
import { Mark } from './Logo.tsx'

export interface PlainLayoutProps extends DocumentProps {
  /** What stands beside the mark, such as a choice of languages. */
  readonly tools?: ComponentChildren
  readonly children: ComponentChildren
}

/** A page with nothing around what it is about: the mark, what is chosen for the page, and the page. */
export const PlainLayout = ({ tools, children, ...document }: PlainLayoutProps) => (
  <Document {...document} rootClass="plain">
    <header class="plain-header">
      <Mark />
      {tools}
    </header>
    <main id="main" class="page" tabindex={-1}>
      {children}
    </main>
  </Document>
)
