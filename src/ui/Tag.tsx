import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'

export type TagTone = 'neutral' | 'active' | 'now' | 'success' | 'warning' | 'danger'

/** A state in a word or two. The word carries the meaning, the colour only helps. */
export const Tag = ({ tone = 'neutral', children }: { tone?: TagTone; children: ComponentChildren }) => (
  <span class={classes('tag', tone !== 'neutral' && `tag-${tone}`)}>{children}</span>
)
