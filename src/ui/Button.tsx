import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'

export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet'

const look = (variant: ButtonVariant, large?: boolean) =>
  classes('button', `button-${variant}`, large && 'button-large')

export interface ButtonProps {
  readonly children: ComponentChildren
  /** One primary a page: what the reader came to do. */
  readonly variant?: ButtonVariant
  /** Sent with the form, where it has several buttons. */
  readonly name?: string
  readonly value?: string
  /** Where this button sends its form instead. */
  readonly formAction?: string
  readonly large?: boolean
  readonly disabled?: boolean
  readonly type?: 'submit' | 'button'
  /** For an island to find it by. */
  readonly id?: string
  /** Id of what explains the button, such as why it is disabled. */
  readonly describedBy?: string
}

/** Sends the form that it stands in. */
export const Button = ({
  children,
  variant = 'primary',
  large,
  type = 'submit',
  describedBy,
  ...rest
}: ButtonProps) => (
  <button {...rest} type={type} class={look(variant, large)} aria-describedby={describedBy}>
    {children}
  </button>
)

export interface LinkButtonProps {
  readonly href: string
  readonly children: ComponentChildren
  readonly variant?: ButtonVariant
  readonly large?: boolean
  /** Saves what the address answers, under this name (or the server's, when true). */
  readonly download?: boolean | string
}

/** Goes somewhere, and looks as important as a button. */
export const LinkButton = ({ href, children, variant = 'primary', large, download }: LinkButtonProps) => (
  <a href={href} class={look(variant, large)} download={download}>
    {children}
  </a>
)

/** Buttons that belong together. The first is the expected one. */
export const ButtonRow = ({ children }: { children: ComponentChildren }) => (
  <div class="button-row">{children}</div>
)
