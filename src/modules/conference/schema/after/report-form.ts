import { z } from 'zod'
import { accordItems } from '../../rules/after/accord.ts'

/** The confirmation that goes with publishing. Messages are names, turned into sentences by the catalogue. */
export const publishForm = z.object({ confirm: z.literal('yes', 'confirm-missing') })

/** What was wrong or done otherwise, and why. */
export const correctionForm = z.object({
  what: z.string().trim().min(1, 'what-missing').max(2000, 'too-long'),
  reason: z.string().trim().min(1, 'reason-missing').max(2000, 'too-long'),
})

/** Characters in one answer to the ACCORD checklist. */
const longestAccordAnswer = 4000

const answer = z
  .string()
  // A browser sends a line ending as two characters.
  .transform(text => text.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().max(longestAccordAnswer, 'too-long'))
  .optional()

/** The checklist's fields: one for each item, '' where nothing is written. */
export const accordForm = z.object(Object.fromEntries(accordItems.map(item => [item, answer])))
