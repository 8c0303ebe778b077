import type { ComponentChildren } from 'preact'
import { Heading, type HeadingLevel } from './Heading.tsx'
import { Mark } from './Logo.tsx'

export interface EmptyStateProps {
  /** What is not here yet. */
  readonly heading: ComponentChildren
  readonly level?: HeadingLevel
  /** What goes here and how to start. */
  readonly children: ComponentChildren
  /** The way on. */
  readonly action?: ComponentChildren
}

/** Stands where things will be. */
export const EmptyState = ({ heading, level = 3, children, action }: EmptyStateProps) => (
  <div class="empty-state">
    <Mark />
    <Heading level={level}>{heading}</Heading>
    <div>{children}</div>
    {action && <div class="button-row">{action}</div>}
  </div>
)
