import { useId } from 'preact/hooks'
import { classes } from '../class-names.ts'
import { Heading, type HeadingLevel } from '../Heading.tsx'

/** One box, from top to bottom: what comes in, what leaves, and what goes on to the next box. */
export interface FlowStep {
  readonly title: string
  readonly about: string
  /** How much comes in, in words. */
  readonly enters: string
  /** `in` is what was wanted, `out` what was not, `on` what waits. */
  readonly leaves: readonly { readonly text: string; readonly tone: 'in' | 'out' | 'on' }[]
  /** What goes on to the next box; without it no arrow leads there. */
  readonly on?: string | undefined
}

export interface FlowChartProps {
  readonly title: string
  readonly level?: HeadingLevel
  readonly steps: readonly FlowStep[]
}

/** How many came in, left and went on, step by step. All of it is text: read aloud as a list, and it fits a phone. */
export const FlowChart = ({ title, level = 3, steps }: FlowChartProps) => {
  const id = `${useId()}-title`
  return (
    <figure class="figure" aria-labelledby={id}>
      <figcaption>
        <Heading level={level} id={id} class="figure-title">
          {title}
        </Heading>
      </figcaption>
      <ol class="flow">
        {steps.map(step => (
          <li key={step.title} class={classes('flow-step', step.on !== undefined && 'flow-goes-on')}>
            <div class="flow-box">
              <p class="flow-title">
                <b>{step.title}</b> <span>{step.enters}</span>
              </p>
              {step.about && <p class="flow-about">{step.about}</p>}
            </div>
            {step.leaves.length > 0 && (
              <ul class="flow-leaves">
                {step.leaves.map(leaf => (
                  <li key={leaf.text} class={`flow-${leaf.tone}`}>
                    {leaf.text}
                  </li>
                ))}
              </ul>
            )}
            {step.on !== undefined && <p class="flow-on">{step.on}</p>}
          </li>
        ))}
      </ol>
    </figure>
  )
}
