/**
 * The text, with or without a byte order mark; undefined when it is not UTF-8. Another encoding is not guessed: a wrong
 * guess turns å, ä and ö into something else without anybody noticing.
 */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * The lines that are not UTF-8, counted from 1, without their line feed. A line feed is never part of a longer sequence,
 * so lines can be judged one by one.
 */
export function* linesNotUtf8(
  bytes: Uint8Array,
): Generator<{ readonly line: number; readonly bytes: Uint8Array }> {
  let start = 0
  for (let line = 1; start < bytes.length; line++) {
    const lineFeed = bytes.indexOf(0x0a, start)
    const end = lineFeed < 0 ? bytes.length : lineFeed
    const own = bytes.subarray(start, end)
    if (decodeUtf8(own) === undefined) yield { line, bytes: own }
    start = end + 1
  }
}
