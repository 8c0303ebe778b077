/** A test among others: its p value when all are seen together, and whether it stands. */
export type Discovery = { readonly adjusted: number; readonly stands: boolean }

/**
 * Of many comparisons some look certain by chance. This keeps the expected share of wrong ones among those that stand
 * below `rate`, for tests that are independent or positively dependent.
 *
 * Benjamini Y, Hochberg Y. Controlling the false discovery rate: a practical and powerful approach to multiple testing.
 * J R Stat Soc B 1995;57:289-300. The adjusted value of a test is the lowest rate at which it stands.
 * @param pValues of all comparisons that are shown together, each from 0 to 1
 * @returns in the order of `pValues`
 */
export function falseDiscoveries(pValues: readonly number[], rate = 0.05): readonly Discovery[] {
  const fromLargest = [...pValues.entries()].toSorted(([, a], [, b]) => b - a)
  const found = new Array<Discovery>(pValues.length)
  let adjusted = 1
  for (const [place, [test, p]] of fromLargest.entries()) {
    const rank = pValues.length - place
    adjusted = Math.min(adjusted, (p * pValues.length) / rank)
    found[test] = { adjusted, stands: adjusted <= rate }
  }
  return found
}
