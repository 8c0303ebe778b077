/** Drawn on a 24 by 24 grid with one stroke width, so that they sit together. */
const paths = {
  info: 'M12 11v6M12 7.5v.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  success: 'm8 12.5 3 3 5.5-6.5M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  warning:
    'M12 9.5v4.5M12 17v.01M10.6 4.3 2.9 17.6A1.6 1.6 0 0 0 4.3 20h15.4a1.6 1.6 0 0 0 1.4-2.4L13.4 4.3a1.6 1.6 0 0 0-2.8 0Z',
  error: 'M12 7.5V13M12 16.5v.01M8 3h8l5 5v8l-5 5H8l-5-5V8l5-5Z',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  arrow: 'M5 12h14m-6-6 6 6-6 6',
  back: 'M19 12H5m6 6-6-6 6-6',
  up: 'm7 14 5-5 5 5',
  down: 'm7 10 5 5 5-5',
  rise: 'M12 19V5m-6 6 6-6 6 6',
  fall: 'M12 5v14m-6-6 6 6 6-6',
  even: 'M4 10c3-3 5-3 8-1s5 2 8-1M4 16c3-3 5-3 8-1s5 2 8-1',
  unsorted: 'm8 10 4-4 4 4M8 14l4 4 4-4',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8.5a7.5 7.5 0 0 1 15 0',
} as const
export type IconName = keyof typeof paths

/** A drawing beside words; it never stands alone, so it is hidden from screen readers. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={paths[name]} />
  </svg>
)
