import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'
import { descriptionOf, FieldFrame, type QuestionProps } from './FieldFrame.tsx'

export interface FieldProps extends QuestionProps {
  readonly type?:
    | 'text'
    | 'textarea'
    | 'number'
    | 'email'
    | 'date'
    | 'time'
    | 'datetime-local'
    | 'tel'
    | 'url'
    | 'search'
    | 'password'
  /** What was entered, also when it was wrong. Dates as `YYYY-MM-DD`. */
  readonly value?: string | number | null | undefined
  /** How long an answer to expect. The field never grows past its page. */
  readonly width?: 'tiny' | 'short' | 'medium' | 'full'
  /** Rows of a textarea. */
  readonly rows?: number
  /** As in HTML; `name`, `email`, `one-time-code`. */
  readonly autocomplete?: string
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search'
  readonly min?: number | string
  readonly max?: number | string
  readonly step?: number
  readonly maxLength?: number
  readonly readOnly?: boolean
  readonly spellcheck?: boolean
  /** A unit after the field, such as "minuter". It is read as part of the description. */
  readonly unit?: ComponentChildren
  /** Only where the place itself says what to write, such as a search beside its button. */
  readonly labelHidden?: boolean
}

const usualWidth = { number: 'short', date: 'short', time: 'short', 'datetime-local': 'medium' } as const

/** One question with one written answer. */
export const Field = (props: FieldProps) => {
  const { type = 'text', value, name, width, rows = 4, unit, labelHidden } = props
  const { id, describedBy } = descriptionOf(props)
  const unitId = `${id}-unit`
  const shared = {
    id,
    name,
    class: classes(
      'input',
      `input-${width ?? (type in usualWidth ? usualWidth[type as keyof typeof usualWidth] : 'full')}`,
    ),
    disabled: props.disabled,
    readOnly: props.readOnly,
    maxLength: props.maxLength,
    autocomplete: props.autocomplete,
    inputMode: props.inputMode,
    spellcheck: props.spellcheck,
    'aria-describedby': [describedBy, unit ? unitId : undefined].filter(Boolean).join(' ') || undefined,
    'aria-invalid': props.error ? true : undefined,
  }
  // The JSX types split inputs by type for the sake of `role`, which is never set here: hence `as 'text'`.
  const control =
    type === 'textarea' ? (
      <textarea {...shared} rows={rows}>
        {value}
      </textarea>
    ) : (
      <input
        {...shared}
        type={type as 'text'}
        value={value ?? undefined}
        min={props.min}
        max={props.max}
        step={props.step}
      />
    )
  return (
    <FieldFrame question={props} labelHidden={labelHidden}>
      {unit ? (
        <div class="input-with-unit">
          {control}
          <span id={unitId}>{unit}</span>
        </div>
      ) : (
        control
      )}
    </FieldFrame>
  )
}
