/** As many groups as can be told apart by colour and pattern; more belong in a table. */
export const seriesCount = 6

/** The class that gives colour, for the nth group. */
export const seriesClass = (index: number): string => `series-${(index % seriesCount) + 1}`

/**
 * Lines over the colour, so that groups can be told apart without seeing colour and on paper.
 * The first is plain. `id` must be unique on the page: it is the pattern's address.
 */
export const SeriesPattern = ({ id, index }: { id: string; index: number }) => {
  const kind = index % seriesCount
  if (kind === 0) return null
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
      <path class="series-pattern" d={patternPaths[kind]} />
    </pattern>
  )
}

const patternPaths = [
  '',
  'M-2 2 2-2M0 8 8 0M6 10l4-4',
  'M4 0v8',
  'M0 4h8',
  'M-2 6l4 4M0 0l8 8M6-2l4 4',
  'M2 2h.01M6 6h.01',
] as const

export interface SeriesName {
  readonly key: string
  readonly label: string
}
