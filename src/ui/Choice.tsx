import type { ComponentChildren } from 'preact'

export interface ChoiceOption {
  readonly value: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly disabled?: boolean
  /** Fields that only this answer needs; shown while it is chosen, also without script. */
  readonly below?: ComponentChildren
}

/**
 * One radio button or checkbox with its label. The first of a group has the group's own id,
 * so that a link in an error summary lands on something that can be answered.
 */
export const Choice = ({
  type,
  name,
  id,
  option,
  checked,
  describedBy,
  invalid,
}: {
  type: 'radio' | 'checkbox'
  name: string
  id: string
  option: ChoiceOption
  checked: boolean
  describedBy?: string | undefined
  invalid?: boolean
}) => {
  const hintId = `${id}-choice-hint`
  const described = [option.hint ? hintId : undefined, describedBy].filter(Boolean).join(' ') || undefined
  return (
    <div class="choice">
      <input
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        disabled={option.disabled}
        aria-describedby={described}
        aria-invalid={invalid ? true : undefined}
      />
      <label for={id}>
        <span class="choice-label">{option.label}</span>
      </label>
      {option.hint && (
        <div class="hint choice-hint" id={hintId}>
          {option.hint}
        </div>
      )}
      {option.below && <div class="choice-below">{option.below}</div>}
    </div>
  )
}

export const choiceId = (groupId: string, index: number): string =>
  index === 0 ? groupId : `${groupId}-${index + 1}`
