import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { formatNumber } from '../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../platform/i18n/language.ts'
import { messages } from './messages.ts'

export interface ProgressProps {
  readonly label: ComponentChildren
  readonly value: number
  readonly max: number
  /** Instead of "3 av 8". */
  readonly text?: string
  /** For an island to find it by. */
  readonly id?: string
}

/** How much is done of something whose size is known. */
export const Progress = ({ label, value, max, text, id }: ProgressProps) => {
  const language = useLanguage()
  const t = useTexts(messages)
  const made = useId()
  const barId = id ?? made
  return (
    <div class="progress">
      <div class="progress-words">
        <label for={barId}>{label}</label>
        <span>{text ?? t.progress.of(formatNumber(language, value), formatNumber(language, max))}</span>
      </div>
      <progress id={barId} value={Math.min(value, max)} max={Math.max(max, 1)} />
    </div>
  )
}

/** Where one is among the steps of a form: "Steg 2 av 5". */
export const StepProgress = ({
  step,
  steps,
  label,
}: {
  step: number
  steps: number
  label?: ComponentChildren
}) => {
  const t = useTexts(messages)
  return (
    <p class="step-progress">
      <b>{t.progress.step(step, steps)}</b>
      {label && <span> {label}</span>}
    </p>
  )
}
