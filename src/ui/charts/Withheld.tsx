import { HatchPattern } from './HatchPattern.tsx'
import { PlotWords } from './PlotWords.tsx'

/** In the place of a figure that is not shown: thin lines, and why in words. */
export const Withheld = ({ id, text, height = '100%' }: { id: string; text: string; height?: string }) => (
  <svg height={height} overflow="visible" aria-hidden="true">
    <defs>
      <HatchPattern id={id} />
    </defs>
    <rect width="100%" height="100%" fill={`url(#${id})`} />
    <PlotWords kind="aside" x="50%" y="50%" dy="0.35em" text-anchor="middle">
      {text}
    </PlotWords>
  </svg>
)
