import type { ComponentChildren } from 'preact'
import { useTexts } from '../platform/i18n/language.ts'
import { Icon } from './Icon.tsx'
import { messages } from './messages.ts'

export interface Step {
  readonly label: ComponentChildren
  readonly state: 'done' | 'current' | 'todo' | 'blocked'
  readonly href?: string
  /** A sentence about this step: what is left, or why it waits. */
  readonly note?: ComponentChildren
}

/** What has been done, what is next, what is left; in order. */
export const StepList = ({ steps, label }: { steps: readonly Step[]; label?: string }) => {
  const t = useTexts(messages)
  return (
    <ol class="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={index}
          class={`step step-${step.state}`}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span class="step-mark" aria-hidden="true">
            {step.state === 'done' ? <Icon name="check" /> : index + 1}
          </span>
          <div class="step-words">
            <p class="step-label">
              {step.href ? <a href={step.href}>{step.label}</a> : step.label}
              <span class="step-state">{t.step[step.state]}</span>
            </p>
            {step.note && <div class="step-note">{step.note}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
