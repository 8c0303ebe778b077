import type { ComponentChildren } from 'preact'

export interface LegendItem {
  /** Drawn around the middle of a square: 0, 0 is its centre. */
  readonly swatch?: ComponentChildren
  readonly text: string
}

/** What forms, lines and patterns mean, in words. */
export const Legend = ({ items }: { items: readonly LegendItem[] }) =>
  items.length === 0 ? null : (
    <ul class="legend">
      {items.map(({ swatch, text }) => (
        <li key={text}>
          {swatch && (
            <svg class="swatch" width="1.6em" height="1.6em" aria-hidden="true" focusable="false">
              <svg x="50%" y="50%" overflow="visible" aria-hidden="true">
                {swatch}
              </svg>
            </svg>
          )}
          {text}
        </li>
      ))}
    </ul>
  )
