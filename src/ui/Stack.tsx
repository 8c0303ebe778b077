import type { ComponentChildren } from 'preact'

/** Things under each other with even air between; for what stands in a column. */
export const Stack = ({ children }: { children: ComponentChildren }) => <div class="stack">{children}</div>
