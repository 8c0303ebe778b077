import { type ComponentChildren, toChildArray } from 'preact'
import { useId } from 'preact/hooks'
import { useTexts } from '../platform/i18n/language.ts'
import { Icon } from './Icon.tsx'
import { messages } from './messages.ts'

export interface ErrorSummaryProps {
  /** Field id (its name, unless it was given another) to sentence. Each becomes a link to the field. */
  readonly errors?: Readonly<Record<string, string | undefined>>
  /** Replaces the heading that counts the errors. */
  readonly heading?: string
  /** A refusal that belongs to no field: what happened, what is kept, what to do. */
  readonly children?: ComponentChildren
}

/**
 * First on a page whose form could not be taken. Takes the focus without script (`autofocus`), and is announced.
 * Renders nothing when there is nothing to say, so a view can always have it.
 */
export const ErrorSummary = ({ errors = {}, heading, children }: ErrorSummaryProps) => {
  const t = useTexts(messages)
  const id = `${useId()}-heading`
  const list = Object.entries(errors).filter((entry): entry is [string, string] => Boolean(entry[1]))
  // Several conditions in a row are an array, also when none of them holds.
  const hasWords = toChildArray(children).length > 0
  if (list.length === 0 && !hasWords) return null
  return (
    <div class="error-summary" role="alert" aria-labelledby={id} tabindex={-1} autofocus>
      <h2 id={id}>
        <Icon name="error" />
        {heading ?? t.errorSummary.heading(list.length)}
      </h2>
      {hasWords && <div>{children}</div>}
      {list.length > 0 && (
        <ul>
          {list.map(([field, sentence]) => (
            <li key={field}>
              <a href={`#${field}`}>{sentence}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
