import type { ComponentChildren } from 'preact'

/** Said by screen readers, not shown. */
export const VisuallyHidden = ({ children }: { children: ComponentChildren }) => (
  <span class="sr-only">{children}</span>
)
