import type { ComponentChildren } from 'preact'

export interface PageHeadingProps {
  readonly children: ComponentChildren
  /** A few words above: what kind of thing the page is about. */
  readonly above?: ComponentChildren
  /** One or two sentences: what the reader can do here. */
  readonly lead?: ComponentChildren
  /** Status tags or a button, beside the heading. */
  readonly beside?: ComponentChildren
}

/** The page's only `h1`. */
export const PageHeading = ({ children, above, lead, beside }: PageHeadingProps) => (
  <div class="page-heading">
    {above && <p class="page-heading-above">{above}</p>}
    <div class="page-heading-row">
      <h1>{children}</h1>
      {beside && <div class="page-heading-beside">{beside}</div>}
    </div>
    {lead && <p class="lead">{lead}</p>}
  </div>
)
