import type { ComponentChildren } from 'preact'
import { Document, type DocumentProps } from './Layout.tsx'
import { Mark } from './Logo.tsx'

export interface ProjectorLayoutProps extends DocumentProps {
  /** The one thing that the room should see first. */
  readonly heading: ComponentChildren
  /** Small line above the heading: which conference, which round. */
  readonly context?: ComponentChildren
  /** Kept in the corner: a QR code or an address. */
  readonly corner?: ComponentChildren
  /**
   * What the island replaces as things happen. It stands in a polite live region, so a screen reader
   * in the room follows too.
   */
  readonly children: ComponentChildren
}

/** A page for a screen that a whole room reads: type in proportion to the screen, no navigation. */
export const ProjectorLayout = ({
  heading,
  context,
  corner,
  children,
  ...document
}: ProjectorLayoutProps) => (
  <Document {...document} rootClass="projector">
    <header class="projector-header">
      <div>
        {context && <p class="projector-context">{context}</p>}
        <h1>{heading}</h1>
      </div>
      <Mark />
    </header>
    <main id="main" class="projector-main" aria-live="polite">
      {children}
    </main>
    {corner && <aside class="projector-corner">{corner}</aside>}
  </Document>
)
