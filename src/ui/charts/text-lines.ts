/** Words in lines of about so many signs, since text in a drawing does not break by itself. A longer word stays whole. */
export function linesOf(text: string, signs: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= signs)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
