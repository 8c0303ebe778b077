import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'

export interface PanelProps {
  /** `now`: what matters at this moment. `quiet`: background to something else. */
  readonly tone?: 'plain' | 'now' | 'quiet'
  readonly children: ComponentChildren
}

/** A surface that holds things together. */
export const Panel = ({ tone = 'plain', children }: PanelProps) => (
  <div class={classes('panel', tone !== 'plain' && `panel-${tone}`)}>{children}</div>
)
