import type { Fraction } from './rule.ts'

/** So many of so many. `of` is never smaller than `yes`; both are whole and not negative. */
export type Share = { readonly yes: number; readonly of: number }

/**
 * Negative when `a` is the smaller share, 0 when equal, positive when larger; by cross-multiplication, exact.
 * A share of nobody is the smallest of all: an item that nobody took a stand on has no support.
 */
export function compareShares(a: Share, b: Share): number {
  if (a.of === 0 || b.of === 0) return Math.sign(a.of) - Math.sign(b.of)
  return a.yes * b.of - b.yes * a.of
}

/** Is the share strictly below the fraction? A share of nobody is below every fraction over 0. */
export function isBelow({ yes, of }: Share, { numerator, denominator }: Fraction): boolean {
  if (of === 0) return numerator > 0
  return yes * denominator < numerator * of
}

/** Is the share at or above the fraction? The opposite of {@link isBelow}. */
export const isAtLeast = (share: Share, fraction: Fraction): boolean => !isBelow(share, fraction)

/** Is the share strictly above the fraction? A share of nobody is above none. */
export const isMoreThan = ({ yes, of }: Share, { numerator, denominator }: Fraction): boolean =>
  yes * denominator > numerator * of

/** The share in whole percent, half rounded up: 13 of 23 is 57. Nobody of nobody is 0. */
export function percent({ yes, of }: Share): number {
  if (of === 0) return 0
  return Math.floor((200 * yes + of) / (2 * of))
}
