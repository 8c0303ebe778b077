import { fewestShown, type Suppressed } from './suppression.ts'

/** How many have answered of those who were asked. `expected` is null where nobody knows how many that was. */
export type Response = Suppressed | { readonly answered: number; readonly expected: number | null }

/** Also how many have answered is said of nobody or of at least five. */
export const responseOf = (answered: number, expected: number | null): Response =>
  answered > 0 && answered < fewestShown ? { suppressed: true } : { answered, expected }

/** The response rate from 0 to 1; null where it is not known or not shown. Open links may give more answers than asked. */
export const rateOf = (response: Response): number | null =>
  'suppressed' in response || !response.expected ? null : Math.min(1, response.answered / response.expected)
