import type { ComponentChildren } from 'preact'
import { Choice, type ChoiceOption, choiceId } from './Choice.tsx'
import { descriptionOf, FieldsetFrame, type QuestionProps } from './FieldFrame.tsx'

export interface RadioGroupProps extends QuestionProps {
  readonly options: readonly ChoiceOption[]
  readonly value?: string | null | undefined
  /** `row`: a few short answers side by side, as on a ballot. `scale`: numbers in order with words at the ends. */
  readonly layout?: 'stack' | 'row' | 'scale'
  /** For `scale`: what the lowest and the highest number mean. */
  readonly ends?: { readonly low: string; readonly high: string }
  /** An answer beside the others, such as abstaining from a scale. Stands below them. */
  readonly otherwise?: ChoiceOption
  /** What can be read before one answers. */
  readonly more?: ComponentChildren
}

/** One question, one answer out of a few. */
export const RadioGroup = (props: RadioGroupProps) => {
  const { name, options, value, layout = 'stack', ends, otherwise, more } = props
  const { id } = descriptionOf(props)
  return (
    <FieldsetFrame question={props} role="radiogroup" more={more}>
      {ends && (
        <div class="scale-ends">
          <span>
            {options[0]?.value} = {ends.low}
          </span>
          <span>
            {options.at(-1)?.value} = {ends.high}
          </span>
        </div>
      )}
      <div class={`choices choices-${layout}`}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            type="radio"
            name={name}
            id={choiceId(id, index)}
            option={option}
            checked={option.value === value}
          />
        ))}
      </div>
      {otherwise && (
        <div class="choices choices-row">
          <Choice
            type="radio"
            name={name}
            id={choiceId(id, options.length)}
            option={otherwise}
            checked={otherwise.value === value}
          />
        </div>
      )}
    </FieldsetFrame>
  )
}
