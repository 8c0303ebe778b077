import { z } from 'zod'

/** What was done otherwise than planned, and why. Messages are names, turned into sentences by the catalogue. */
export const deviationForm = z.object({
  what: z.string().trim().min(1, 'what-missing').max(2000, 'too-long'),
  reason: z.string().trim().min(1, 'reason-missing').max(2000, 'too-long'),
})
