import type { ComponentChildren } from 'preact'

/**
 * A part of a page that an island renders anew when something happens. Without script it stays as the server made it.
 * A screen reader says what changes in it.
 */
export const LivePart = ({
  id,
  model,
  children,
}: {
  readonly id: string
  /** What the part was rendered from, for the island. It is in the page for all to read. */
  readonly model: unknown
  readonly children: ComponentChildren
}) => (
  <div id={id} aria-live="polite" data-model={JSON.stringify(model)}>
    {children}
  </div>
)
