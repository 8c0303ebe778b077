import { Choice, type ChoiceOption, choiceId } from './Choice.tsx'
import { descriptionOf, FieldError, FieldsetFrame, type QuestionProps } from './FieldFrame.tsx'

export interface CheckboxesProps extends QuestionProps {
  readonly options: readonly ChoiceOption[]
  readonly values?: readonly string[]
  readonly layout?: 'stack' | 'row'
}

/** One question, any number of answers. All boxes have the same name. */
export const Checkboxes = (props: CheckboxesProps) => {
  const { name, options, values = [], layout = 'stack', error } = props
  const { id } = descriptionOf(props)
  return (
    <FieldsetFrame question={props}>
      <div class={`choices choices-${layout}`}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            type="checkbox"
            name={name}
            id={choiceId(id, index)}
            option={option}
            checked={values.includes(option.value)}
            invalid={Boolean(error)}
          />
        ))}
      </div>
    </FieldsetFrame>
  )
}

/** One thing to say yes to. Sends `value` (default `yes`) when ticked, nothing otherwise. */
export const Checkbox = ({
  name,
  label,
  hint,
  error,
  id = name,
  value = 'yes',
  checked = false,
  disabled,
}: Omit<QuestionProps, 'optional'> & { value?: string; checked?: boolean }) => {
  const { errorId } = descriptionOf({ name, id, hint, error })
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      {error && <FieldError id={errorId} error={error} />}
      <Choice
        type="checkbox"
        name={name}
        id={id}
        option={{ value, label, hint, disabled }}
        checked={checked}
        describedBy={error ? errorId : undefined}
        invalid={Boolean(error)}
      />
    </div>
  )
}
