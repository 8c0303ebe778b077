import type { ComponentChildren } from 'preact'

/** A line where an island says how it goes; a screen reader says it when it changes. Takes no place while it is empty. */
export const StatusLine = ({
  id,
  quiet,
  limit,
  at,
  children,
}: {
  id: string
  /** True for what changes with each touch, such as a count: shown, and not said each time. */
  quiet?: boolean
  /** The largest number that may be counted to, for the island. */
  limit?: number
  /** An instant that the server knows of, for the island. */
  at?: Date | undefined
  children?: ComponentChildren
}) => (
  <p
    id={id}
    class="status"
    role={quiet ? undefined : 'status'}
    data-limit={limit}
    data-at={at?.toISOString()}
  >
    {children}
  </p>
)
