/** A place in a drawing as an attribute: 0.4567 is `45.67%`. Nothing is drawn outside of 0-1. */
export const percentOf = (share: number): string => `${hundredths(share)}%`

/** The same as a number 0-100, for paths in a drawing that is stretched to its place. Whole figures stay short. */
export const hundredths = (share: number): number =>
  Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100

/** Shares grow upwards, coordinates downwards. */
export const down = (share: number): number => 1 - share
