import { decodeUtf8, linesNotUtf8 } from './utf8.ts'

/** A file that somebody handed in: the name that errors call it by, and its bytes. */
export type InputFile = { readonly name: string; readonly bytes: Uint8Array }

/** Something wrong in a file. Lines count from 1; `problem` is a plain English clause without a full stop. */
export type FileProblem = { readonly file: string; readonly line: number; readonly problem: string }

/** `answers.csv:17: there is no question "trust"`: the form that editors and terminals make clickable. */
export const problemLine = ({ file, line, problem }: FileProblem): string => `${file}:${line}: ${problem}`

/** A value from a file as an error may show it: in quotes, no control characters, not endless. */
export const quoted = (value: string): string =>
  JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value)

/** The text of a file in UTF-8, or each line that is not, by its number. */
export function decode({ name, bytes }: InputFile): { text: string; problems: readonly FileProblem[] } {
  const text = decodeUtf8(bytes)
  if (text === undefined) {
    const wrong = [...linesNotUtf8(bytes)]
    return { text: '', problems: wrong.map(({ line }) => ({ file: name, line, problem: 'is not UTF-8' })) }
  }
  return { text, problems: text.trim() === '' ? [{ file: name, line: 1, problem: 'the file is empty' }] : [] }
}
