import type { ComponentChildren } from 'preact'
import { useTexts } from '../platform/i18n/language.ts'
import { Icon } from './Icon.tsx'
import { messages } from './messages.ts'

export type MessageKind = 'info' | 'success' | 'warning' | 'error'

export interface MessageProps {
  readonly kind: MessageKind
  /** Without it, the kind's own word is the heading. */
  readonly heading?: ComponentChildren
  /** True when it answers what the reader just did: then a screen reader says it at once. */
  readonly isAnswer?: boolean
  readonly children?: ComponentChildren
}

/** Something to know before or after doing. Icon and word say the kind; colour only helps. */
export const Message = ({ kind, heading, isAnswer, children }: MessageProps) => {
  const t = useTexts(messages)
  const role = isAnswer ? (kind === 'error' ? 'alert' : 'status') : undefined
  return (
    <div class={`message message-${kind}`} role={role}>
      <Icon name={kind} />
      <div class="message-body">
        <p class="message-heading">
          {heading ? (
            <>
              <span class="sr-only">{t.message[kind]}: </span>
              {heading}
            </>
          ) : (
            t.message[kind]
          )}
        </p>
        {children && <div>{children}</div>}
      </div>
    </div>
  )
}
