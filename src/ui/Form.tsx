import type { ComponentChildren } from 'preact'
import { Button, type ButtonVariant } from './Button.tsx'

export type HiddenFields = Readonly<Record<string, string | number | undefined>>

const Hidden = ({ fields = {} }: { fields?: HiddenFields | undefined }) => (
  <>
    {Object.entries(fields).map(([name, value]) =>
      value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
    )}
  </>
)

export interface FormProps {
  readonly action: string
  /** `get` only for what changes nothing: search and filters. */
  readonly method?: 'post' | 'get'
  readonly hidden?: HiddenFields
  /** True when a file travels with it. */
  readonly files?: boolean
  readonly id?: string
  /** Names the form where a page has several of the same kind. */
  readonly label?: string
  /** `row` keeps a search field and its button on one line. */
  readonly layout?: 'stack' | 'row'
  readonly children: ComponentChildren
}

/** The server says what is wrong, in our words and languages, so the browser's own checks are off. */
export const Form = ({
  action,
  method = 'post',
  hidden,
  files,
  id,
  label,
  layout = 'stack',
  children,
}: FormProps) => (
  <form
    id={id}
    action={action}
    method={method}
    enctype={files ? 'multipart/form-data' : undefined}
    aria-label={label}
    class={layout === 'row' ? 'form form-row' : 'form'}
    noValidate
  >
    <Hidden fields={hidden} />
    {children}
  </form>
)

export interface ActionFormProps {
  readonly action: string
  readonly label: ComponentChildren
  /** Said after the label by screen readers, where many rows have the same button: "Ta bort *indikator 12*". */
  readonly about?: string
  readonly variant?: ButtonVariant
  readonly hidden?: HiddenFields
  readonly large?: boolean
  readonly disabled?: boolean
}

/** One thing to do, as a form with one button. */
export const ActionForm = ({ action, label, about, variant, hidden, large, disabled }: ActionFormProps) => (
  <form action={action} method="post" class="action-form">
    <Hidden fields={hidden} />
    <Button variant={variant} large={large} disabled={disabled}>
      {label}
      {about && <span class="sr-only"> {about}</span>}
    </Button>
  </form>
)
