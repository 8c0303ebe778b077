/** Thin lines where there is something that is not shown. `id` must be unique on the page: it is the pattern's address. */
export const HatchPattern = ({ id }: { id: string }) => (
  <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <line class="hatch" y2="7" stroke-opacity="0.5" />
  </pattern>
)
