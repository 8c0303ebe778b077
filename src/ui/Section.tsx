import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { Heading, type HeadingLevel } from './Heading.tsx'

export interface SectionProps {
  readonly heading: ComponentChildren
  readonly level?: HeadingLevel
  /** So that a link can lead here. */
  readonly id?: string
  readonly lead?: ComponentChildren
  readonly children: ComponentChildren
}

/** A part of a page with a heading of its own and air above it. */
export const Section = ({ heading, level = 2, id, lead, children }: SectionProps) => {
  const made = useId()
  const headingId = `${id ?? made}-heading`
  return (
    <section class="section" id={id} aria-labelledby={headingId}>
      <Heading level={level} id={headingId}>
        {heading}
      </Heading>
      {lead && <p class="section-lead">{lead}</p>}
      {children}
    </section>
  )
}
