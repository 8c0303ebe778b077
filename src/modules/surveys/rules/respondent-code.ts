/** The signs of links and codes: none that is taken for another, on paper or when it is read aloud. */
export const codeSigns = 'abcdefghjkmnpqrstuvwxyz23456789'
export const codeLength = 12

/** A code as it is shown: in groups of four. */
export const inGroups = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/** The code in what somebody typed, with spaces and dashes as they like; undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const signs = typed.toLowerCase().replace(/[\s\p{Pd}]/gu, '')
  const isCode = signs.length === codeLength && [...signs].every(sign => codeSigns.includes(sign))
  return isCode ? signs : undefined
}
