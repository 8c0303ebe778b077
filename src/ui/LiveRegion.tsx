import type { ComponentChildren } from 'preact'

/**
 * A part of a page that an island keeps as it is now, by rendering the same component from each message.
 * Without script it stays as it was sent.
 */
export const LiveRegion = ({
  island,
  events,
  said,
  children,
}: {
  /** Which component the island `live` renders here. */
  island: string
  /** Address of the server-sent events; each message is the component's model as JSON. */
  events: string
  /** True where a screen reader says what changes in it. */
  said?: boolean
  children: ComponentChildren
}) => (
  <div class="live-region" data-live={island} data-events={events} aria-live={said ? 'polite' : undefined}>
    {children}
  </div>
)
