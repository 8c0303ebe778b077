import { z } from 'zod'

/** An argument that a group notes. Messages are names, turned into sentences by the catalogue `own-group`. */
export const argumentForm = z.object({
  item: z.coerce
    .number('item-missing')
    .int('item-missing')
    .min(1, 'item-missing')
    .max(1_000_000, 'item-missing'),
  side: z.enum(['for', 'against'], 'side-missing'),
  wording: z
    .string('wording-missing')
    // A browser sends a line ending as two characters and counts it as one.
    .transform(text => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1, 'wording-missing').max(1000, 'wording-too-long')),
})
export type ArgumentInput = z.output<typeof argumentForm>
