import { z } from 'zod'
import { knownWords } from '../../messages/words.ts'

/** One checkbox comes as a text, several as a list. */
export const chosenNumbers = z
  .union([z.string().transform(one => [one]), z.array(z.string())])
  .transform(texts => texts.map(Number))
  .pipe(z.array(z.number().int().min(1).max(2_000_000)))

const wording = z.string().trim().max(500, 'wording-too-long')
const kind = z.enum(knownWords('kind'), 'kind-missing')
const perspective = z.union([z.literal(''), z.enum(knownWords('perspective'))]).catch('')

const texts = {
  perspective: perspective.default(''),
  wordingSv: wording.min(1, 'wording-missing'),
  wordingEn: wording.default(''),
  explanation: z.string().trim().max(5000, 'explanation-too-long').default(''),
}

/** A new item, or an old one said in another way. Messages are names, turned into sentences by the catalogue. */
export const itemForm = z.object({ kind, ...texts })

/** Several items become one: which, and what the new one says. */
export const mergeForm = z.object({ items: chosenNumbers, kind, ...texts })

/** The wordings of the parts, a line each. */
export const splitForm = z.object({
  parts: z
    .string()
    .transform(text =>
      text
        .split(/\r?\n/)
        .map(line => line.trim())
        .filter(line => line !== ''),
    )
    .refine(parts => parts.length >= 2, 'too-few-parts')
    .refine(parts => parts.every(part => part.length <= 500), 'wording-too-long')
    .refine(parts => parts.length <= 20, 'too-many-parts'),
})
