/** What may stand in a column: the word that is kept, and how people write it in Swedish and English. */
export type Words = readonly { readonly value: string; readonly names: readonly string[] }[]

/** The value that a text means, whatever its capitals; undefined when it means none. */
export const meaningOf = (words: Words, text: string): string | undefined =>
  words.find(({ value, names }) => [value, ...names].some(name => sameWord(name, text)))?.value

/** The first name of each, as an error shows them. */
export const namesOf = (words: Words): string => words.map(({ value, names }) => names[0] ?? value).join(', ')

/** Capitals and spaces aside; by Swedish rules, so that Å and å are the same. */
const sameWord = (one: string, other: string): boolean => folded(one) === folded(other)

export const folded = (text: string): string =>
  text.trim().replaceAll(/\s+/g, ' ').normalize('NFC').toLocaleLowerCase('sv')
