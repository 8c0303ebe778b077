import type { ComponentChildren } from 'preact'

export interface KeyFigure {
  readonly figure: ComponentChildren
  readonly label: ComponentChildren
  readonly note?: ComponentChildren
}

/** A few figures that say the most. */
export const KeyFigures = ({ figures }: { figures: readonly KeyFigure[] }) => (
  <dl class="key-figures">
    {figures.map((one, index) => (
      <div key={index}>
        <dt>{one.label}</dt>
        <dd class="key-figure">{one.figure}</dd>
        {one.note && <dd class="key-figure-note">{one.note}</dd>}
      </div>
    ))}
  </dl>
)
