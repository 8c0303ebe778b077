import { z } from 'zod'

/** A round's place in the address. */
export const roundParams = z.object({
  conference: z.uuid(),
  round: z.coerce.number().int().min(1).max(999),
})

/** Planned length in whole minutes, at most a day; empty is none. */
const minutes = z
  .string()
  .trim()
  .regex(/^\d{0,4}$/, 'minutes-wrong')
  .transform(text => (text === '' ? null : Number(text)))
  .refine(value => value === null || (value >= 1 && value <= 1440), 'minutes-wrong')

export const openForm = z.object({
  shownHash: z.string().max(64).default(''),
  minutes: minutes.default(null),
})

/** `items`: numbers with commas, as the page wrote them. */
export const settleForm = z.object({
  cut: z.enum(['accept', 'drop']),
  items: z
    .string()
    .regex(/^\d{1,6}(,\d{1,6})*$/)
    .transform(text => text.split(',').map(Number)),
  decision: z.enum(['all', 'none', 'run-off'], 'choose-first'),
})

/** Whose ballot is lost, and what happened. */
export const reissueForm = z.object({
  expert: z.uuid('who-missing'),
  reason: z.string('reason-missing').trim().min(1, 'reason-missing').max(2000, 'reason-missing'),
})

/** Why the rule was not followed. */
export const reasonForm = z.object({
  reason: z.string('reason-missing').trim().min(1, 'reason-missing').max(2000, 'reason-missing'),
})
