import { useId } from 'preact/hooks'

export interface RankedBar {
  readonly key: string | number
  readonly label: string
  /** 0 to 1: how far the bar goes. */
  readonly share: number
  /** The same in words and figures, such as "13 av 23". */
  readonly value: string
}

/** Things in order of a share, each on its own bar: for a screen that a room reads, where every line is precious. */
export const RankedBars = ({ title, bars }: { title: string; bars: readonly RankedBar[] }) => {
  const id = useId()
  return (
    <section class="ranked" aria-labelledby={id}>
      <h2 id={id} class="sr-only">
        {title}
      </h2>
      <ol class="ranked-bars">
        {bars.map(({ key, label, share, value }) => (
          <li key={key}>
            <svg class="ranked-bar" width="100%" height="100%" aria-hidden="true" focusable="false">
              <rect class="track" width="100%" height="100%" />
              <rect class="bar" width={`${Math.round(Math.min(1, share) * 10_000) / 100}%`} height="100%" />
            </svg>
            <span class="ranked-label">{label}</span>
            <b class="ranked-value">{value}</b>
          </li>
        ))}
      </ol>
    </section>
  )
}
