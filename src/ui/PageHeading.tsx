import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'
import { Mark } from './Logo.tsx'

export interface PageHeadingProps {
  readonly children: ComponentChildren
  /** A few words above: what kind of thing the page is about. */
  readonly above?: ComponentChildren
  /** One or two sentences: what the reader can do here. */
  readonly lead?: ComponentChildren
  /** Status tags or a button, beside the heading. */
  readonly beside?: ComponentChildren
  /** On the page that greets a newcomer: larger, with the mark beside it where there is room. */
  readonly isWelcome?: boolean
}

/** The page's only `h1`. */
export const PageHeading = ({ children, above, lead, beside, isWelcome }: PageHeadingProps) => (
  <div class={classes('page-heading', isWelcome && 'page-heading-welcome')}>
    {above && <p class="page-heading-above">{above}</p>}
    <div class="page-heading-row">
      <h1>{children}</h1>
      {beside && <div class="page-heading-beside">{beside}</div>}
    </div>
    {lead && <p class="lead">{lead}</p>}
    {isWelcome && <Mark />}
  </div>
)
