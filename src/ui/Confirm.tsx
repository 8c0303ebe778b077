import type { ComponentChildren } from 'preact'
import { Button, type ButtonVariant } from './Button.tsx'
import { classes } from './class-names.ts'
import { Form, type HiddenFields } from './Form.tsx'

export interface ConfirmProps {
  readonly action: string
  /** What the first button asks for, and the second does: "Stäng omröstningen". */
  readonly label: string
  /** What happens, said with the thing's name, and that it cannot be undone if it cannot. */
  readonly children: ComponentChildren
  readonly hidden?: HiddenFields
  readonly variant?: ButtonVariant
  /** What else is asked in the same form, between the words and the button. */
  readonly fields?: ComponentChildren
  readonly id?: string
}

/** Asks once more before something is done that cannot be undone. Works without script; Enter alone does nothing. */
export const Confirm = ({
  action,
  label,
  children,
  hidden,
  variant = 'primary',
  fields,
  id,
}: ConfirmProps) => (
  <details class="confirm" id={id}>
    <summary class={classes('button', `button-${variant}`)}>{label}…</summary>
    <div class="confirm-body">
      <Form action={action} {...(hidden && { hidden })}>
        <div>{children}</div>
        {fields}
        <div class="button-row">
          <Button variant={variant}>{label}</Button>
        </div>
      </Form>
    </div>
  </details>
)
