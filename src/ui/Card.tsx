import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'
import { Heading, type HeadingLevel } from './Heading.tsx'

export interface CardProps {
  readonly heading: ComponentChildren
  readonly level?: HeadingLevel
  /** Makes the whole card a link; then no other link or button may be in it. */
  readonly href?: string
  /** A status tag or a few words above the heading. */
  readonly above?: ComponentChildren
  /** Buttons or links at the bottom. */
  readonly footer?: ComponentChildren
  /** `now` marks the one card that matters at this moment. */
  readonly tone?: 'plain' | 'now'
  readonly children?: ComponentChildren
}

/** One thing among others. Stands in `Cards`. */
export const Card = ({ heading, level = 3, href, above, footer, tone, children }: CardProps) => (
  <article class={classes('card', href && 'card-link', tone === 'now' && 'card-now')}>
    {above && <div class="card-above">{above}</div>}
    <Heading level={level} class="card-heading">
      {href ? <a href={href}>{heading}</a> : heading}
    </Heading>
    {children && <div class="card-body">{children}</div>}
    {footer && <div class="card-footer">{footer}</div>}
  </article>
)

/** Cards side by side, as many as there is room for. */
export const Cards = ({ children }: { children: ComponentChildren }) => <div class="cards">{children}</div>
