import { classes } from './class-names.ts'
import { descriptionOf, FieldFrame, type QuestionProps } from './FieldFrame.tsx'

export interface SelectOption {
  readonly value: string
  readonly label: string
  readonly disabled?: boolean
}

export interface SelectProps extends QuestionProps {
  /** Options, or groups of options with a heading each. */
  readonly options: readonly (
    | SelectOption
    | { readonly group: string; readonly options: readonly SelectOption[] }
  )[]
  readonly value?: string | null | undefined
  /** The first, empty choice, such as "Välj förbund". */
  readonly placeholder?: string
  readonly width?: 'medium' | 'full'
  readonly autocomplete?: string
}

/** One answer out of a long list. For fewer than about seven, `RadioGroup` is kinder. */
export const Select = (props: SelectProps) => {
  const { name, options, value, placeholder, width = 'medium', autocomplete, disabled, error } = props
  const { id, describedBy } = descriptionOf(props)
  const option = (one: SelectOption) => (
    <option key={one.value} value={one.value} selected={one.value === value} disabled={one.disabled}>
      {one.label}
    </option>
  )
  return (
    <FieldFrame question={props}>
      <select
        id={id}
        name={name}
        class={classes('input', 'select', `input-${width}`)}
        autocomplete={autocomplete}
        disabled={disabled}
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map(one =>
          'group' in one ? (
            <optgroup key={one.group} label={one.group}>
              {one.options.map(option)}
            </optgroup>
          ) : (
            option(one)
          ),
        )}
      </select>
    </FieldFrame>
  )
}
