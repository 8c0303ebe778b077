/** A file that somebody handed in: the name that errors call it by, and its bytes. */
export type InputFile = { readonly name: string; readonly bytes: Uint8Array }

/** Something wrong in a file. Lines count from 1; `problem` is a plain English clause without a full stop. */
export type FileProblem = { readonly file: string; readonly line: number; readonly problem: string }

/** `ballots.csv:17: item 900 is not in items.csv`: the form that editors and terminals make clickable. */
export const problemLine = ({ file, line, problem }: FileProblem): string => `${file}:${line}: ${problem}`

/** A value from a file as an error may show it: in quotes, no control characters, not endless. */
export const quoted = (value: string): string =>
  JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value)

/**
 * Decodes UTF-8, with or without a byte order mark. What is not UTF-8 is refused, each line by its number: a guess
 * at another encoding would turn å, ä and ö into something else without anybody noticing.
 */
export function decode({ name, bytes }: InputFile): { text: string; problems: readonly FileProblem[] } {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const problems: FileProblem[] = []
  try {
    const text = decoder.decode(bytes)
    if (text.trim() === '') problems.push({ file: name, line: 1, problem: 'the file is empty' })
    return { text, problems }
  } catch {
    let start = 0
    for (let line = 1; start < bytes.length; line++) {
      const lineFeed = bytes.indexOf(0x0a, start)
      const end = lineFeed < 0 ? bytes.length : lineFeed + 1
      if (!isUtf8(bytes.subarray(start, end))) problems.push({ file: name, line, problem: 'is not UTF-8' })
      start = end
    }
    return { text: '', problems }
  }
}

/** A line feed is never part of a longer UTF-8 sequence, so lines can be judged one by one. */
function isUtf8(line: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(line)
    return true
  } catch {
    return false
  }
}
