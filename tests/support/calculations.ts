/** Calculations for the tests of background threads, which load this file in threads of their own. */

export const double = (number: number): number => number * 2

/** Keeps its thread busy for so long. @returns the instants when it began and ended, in milliseconds since 1970 */
export function busy(milliseconds: number): { readonly from: number; readonly to: number } {
  const from = Date.now()
  while (Date.now() - from < milliseconds);
  return { from, to: Date.now() }
}

export async function refuseLoudly(sentence: string): Promise<never> {
  throw new RangeError(sentence)
}

export function fillMemory(): never {
  const held: object[] = []
  for (;;) held.push({ number: held.length })
}

export const environment = (): readonly string[] => Object.keys(process.env)
