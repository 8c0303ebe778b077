import { z } from 'zod'

const count = z.number().int().min(0)
const share = z.object({ yes: count, of: count })

/** A published result as other programs read it. A change here is a change of interface. */
export const resultJson = z
  .object({
    conference: z.string(),
    round: z.number().int(),
    ballot: z.enum(['yes-no', 'choose', 'rating-1-9']),
    turnout: z.object({ entitled: count, taken: count.nullable(), voted: count }),
    ruleHash: z.string().describe('SHA-256 of the rule that was locked before the vote, hexadecimal'),
    deviations: z.array(z.object({ ruleHash: z.string(), reason: z.string() })),
    ties: z.array(
      z.object({
        cut: z.enum(['accept', 'drop']),
        items: z.array(z.number().int()),
        seats: z.number().int(),
        decision: z.enum(['all', 'none', 'run-off']),
      }),
    ),
    items: z.array(
      z.object({
        item: z.number().int(),
        wording: z.string(),
        kind: z.string(),
        outcome: z.enum(['accepted', 'kept', 'dropped', 'undecided']),
        yes: count,
        no: count,
        abstain: count.describe('Said so; items left blank are in none of the counts'),
        share: share.describe('What the rule’s thresholds are measured on'),
        agreement: share.extend({ side: z.string() }).nullable(),
        rating: z
          .object({
            rated: count,
            median: z.number(),
            lowerQuartile: z.number(),
            upperQuartile: z.number(),
            spread: z.number().describe('Mean distance from the median, in steps of the scale'),
            disagrees: z.boolean(),
            histogram: z.array(count),
          })
          .nullable(),
        stability: z.object({ since: z.number().int(), change: z.number(), stable: z.boolean() }).nullable(),
        groups: z.array(share.extend({ group: z.string() })),
      }),
    ),
    groups: z.array(
      z.object({
        group: z.string(),
        voted: count.nullable().describe('Null: held back, for the group or its complement is too small'),
      }),
    ),
  })
  .describe('A published result')

export const refusalJson = z.object({
  status: z.literal(409),
  error: z.string().describe('The name of the refusal'),
  sentence: z.string().describe('The refusal in the language asked for'),
})

export const doneJson = z.object({ state: z.enum(['planned', 'open', 'closed', 'published']) })

export const openJson = z.object({
  shownHash: z.string().max(64).describe('Hash of the rule that was shown; another rule is not opened'),
  minutes: z.number().int().min(1).max(1440).nullable().default(null),
})
