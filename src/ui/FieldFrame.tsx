import type { ComponentChildren } from 'preact'
import { useTexts } from '../platform/i18n/language.ts'
import { classes } from './class-names.ts'
import { Icon } from './Icon.tsx'
import { messages } from './messages.ts'

/** What every question has. */
export interface QuestionProps {
  readonly name: string
  readonly label: ComponentChildren
  /** What helps to answer; read together with the label. */
  readonly hint?: ComponentChildren
  /** The sentence that says what is wrong and what to do. */
  readonly error?: string
  /** Questions must be answered unless they say that they need not; then the label says so. */
  readonly optional?: boolean
  /** Needed only where the same name stands twice on a page. Default: the name. */
  readonly id?: string
  readonly disabled?: boolean
}

const describes = (...ids: readonly (string | false | undefined)[]) =>
  ids.filter(Boolean).join(' ') || undefined

/** Ids of hint and error, and the `aria-describedby` that names those that are there. */
export function descriptionOf({
  name,
  id = name,
  hint,
  error,
}: Pick<QuestionProps, 'name' | 'id' | 'hint' | 'error'>) {
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  return { id, hintId, errorId, describedBy: describes(Boolean(hint) && hintId, Boolean(error) && errorId) }
}

// These are made only where they are needed: a ballot has hundreds of controls, and each component costs.
const OptionalMark = () => {
  const t = useTexts(messages)
  return <span class="optional"> ({t.field.optional})</span>
}

const FieldHint = ({ id, children }: { id: string; children: ComponentChildren }) =>
  children ? (
    <div class="hint" id={id}>
      {children}
    </div>
  ) : null

export const FieldError = ({ id, error }: { id: string; error: string }) => {
  const t = useTexts(messages)
  return (
    <p class="field-error" id={id}>
      <Icon name="error" />
      <span>
        <span class="sr-only">{t.field.error} </span>
        {error}
      </span>
    </p>
  )
}

/** Label, hint and error around one control, in the order in which they are read. */
export const FieldFrame = ({
  question,
  labelHidden,
  children,
}: {
  question: QuestionProps
  labelHidden?: boolean | undefined
  children: ComponentChildren
}) => {
  const { id, hintId, errorId } = descriptionOf(question)
  return (
    <div class={classes('field', question.error && 'field-wrong')}>
      <label class={labelHidden ? 'sr-only' : 'label'} for={id}>
        {question.label}
        {question.optional && <OptionalMark />}
      </label>
      <FieldHint id={hintId}>{question.hint}</FieldHint>
      {question.error && <FieldError id={errorId} error={question.error} />}
      {children}
    </div>
  )
}

/** Legend, hint and error around several controls that answer one question. */
export const FieldsetFrame = ({
  question,
  class: className,
  legendHidden,
  role,
  more,
  children,
}: {
  question: QuestionProps
  class?: string | undefined
  legendHidden?: boolean | undefined
  role?: 'radiogroup' | undefined
  /** What can be read before one answers, such as details that open. Not a part of the description. */
  more?: ComponentChildren
  children: ComponentChildren
}) => {
  const { hintId, errorId, describedBy } = descriptionOf(question)
  return (
    <fieldset
      class={classes('field', question.error && 'field-wrong', className)}
      aria-describedby={describedBy}
      aria-invalid={role && question.error ? true : undefined}
      role={role}
      disabled={question.disabled}
    >
      <legend class={legendHidden ? 'sr-only' : 'label'}>
        {question.label}
        {question.optional && <OptionalMark />}
      </legend>
      <FieldHint id={hintId}>{question.hint}</FieldHint>
      {more}
      {question.error && <FieldError id={errorId} error={question.error} />}
      {children}
    </fieldset>
  )
}
