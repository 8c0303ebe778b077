import type { ComponentChildren } from 'preact'
import { Document, type DocumentProps } from './Layout.tsx'
import { Mark } from './Logo.tsx'

export interface ProjectorStageProps {
  /** The one thing that the room should see first. */
  readonly heading: ComponentChildren
  /** Small line above the heading: which conference, which round. */
  readonly context?: ComponentChildren
  /** Kept in the corner: a QR code or an address. */
  readonly corner?: ComponentChildren
  /** Without it, what changes in `children` is said politely, so that a screen reader in the room follows too. */
  readonly quiet?: boolean
  readonly children: ComponentChildren
}

/** What is on the screen: a heading, what it is about, and a corner. An island may render it again as things happen. */
export const ProjectorStage = ({
  heading,
  context,
  corner,
  quiet = false,
  children,
}: ProjectorStageProps) => (
  <>
    <header class="projector-header">
      <div>
        {context && <p class="projector-context">{context}</p>}
        <h1>{heading}</h1>
      </div>
      <Mark />
    </header>
    <main id="main" class="projector-main" aria-live={quiet ? undefined : 'polite'}>
      {children}
    </main>
    {corner && <aside class="projector-corner">{corner}</aside>}
  </>
)

/** A sentence that the room should read, larger than the rest. */
export const ProjectorWords = ({ children }: { children: ComponentChildren }) => (
  <p class="projector-words">{children}</p>
)

/** The last line of a screen: what there is to say at one end, the way on at the other. */
export const ProjectorFoot = ({ children }: { children: ComponentChildren }) => (
  <div class="projector-foot">{children}</div>
)

/** A page for a screen that a whole room reads: type in proportion to the screen, no navigation. */
export const ProjectorLayout = ({
  children,
  ...document
}: DocumentProps & { children: ComponentChildren }) => (
  <Document {...document} rootClass="projector">
    {children}
  </Document>
)
