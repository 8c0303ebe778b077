/** The signs of links and codes: none that is taken for another, on paper or when it is read aloud. */
const codeSigns = 'abcdefghjkmnpqrstuvwxyz23456789'
export const codeLength = 12

/** A code as it is shown: in groups of four. */
export const inGroups = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/** The code in what somebody typed, with spaces and dashes as they like; undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const signs = typed.toLowerCase().replace(/[\s\p{Pd}]/gu, '')
  const isCode = signs.length === codeLength && [...signs].every(sign => codeSigns.includes(sign))
  return isCode ? signs : undefined
}

/** A code of bytes that nobody can guess; at least as many as it has signs. */
export const codeFrom = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, codeLength), byte => codeSigns[byte % codeSigns.length]).join('')
