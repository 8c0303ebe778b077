import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { useTexts } from '../../platform/i18n/language.ts'
import { Heading, type HeadingLevel } from '../Heading.tsx'
import { messages } from '../messages.ts'

/** What every chart has: the question that it answers, what can be seen in it, and its table. */
export interface ChartProps {
  /** The question: "Vilka indikatorer fick flest röster?" */
  readonly title: string
  /** One or two sentences: what the chart shows, and the answer if it is known. */
  readonly description: string
  readonly level?: HeadingLevel
  /** `open` shows the table under the chart at once, `closed` behind a click. */
  readonly table?: 'open' | 'closed'
}

export interface FigureProps extends ChartProps {
  /** The table with the same figures. */
  readonly figures: ComponentChildren
  /** Colours and patterns in words. */
  readonly legend?: ComponentChildren
  /** The drawing. To a screen reader it is one image that the description explains. */
  readonly children: ComponentChildren
}

/** A chart in its place. */
export const Figure = ({
  title,
  description,
  level = 3,
  table = 'closed',
  figures,
  legend,
  children,
}: FigureProps) => {
  const t = useTexts(messages)
  const id = useId()
  return (
    <figure class="figure" aria-labelledby={`${id}-title`}>
      <figcaption>
        <Heading level={level} id={`${id}-title`} class="figure-title">
          {title}
        </Heading>
        <p id={`${id}-description`}>{description}</p>
      </figcaption>
      {legend}
      <div class="drawing" role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-description`}>
        {children}
      </div>
      <details class="details" open={table === 'open'}>
        <summary>
          {t.chart.asTable}
          <span class="sr-only">: {title}</span>
        </summary>
        <div class="details-body">{figures}</div>
      </details>
    </figure>
  )
}
