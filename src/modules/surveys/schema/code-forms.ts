import { z } from 'zod'

/** The name of the field that says how many codes a unit gets. */
export const countField = (unitId: string): string => `count-${unitId}`

const count = z
  .string()
  .trim()
  .default('')
  .refine(text => /^\d{0,4}$/.test(text), 'count-wrong')
  .transform(Number)

/** How many codes for each of the units. Messages are names, turned into sentences by the catalogue. */
export const countsForm = (unitIds: readonly string[]) =>
  z
    .object(Object.fromEntries(unitIds.map(id => [countField(id), count])))
    .transform(form => unitIds.map(unitId => ({ unitId, count: form[countField(unitId)] ?? 0 })))
    .refine(counts => counts.some(one => one.count > 0), {
      error: 'count-missing',
      path: [countField(unitIds[0] ?? '')],
    })

const email = z.email()

/** Addresses, one a line. The first that cannot be one is said by its line. */
export const lettersForm = z.object({
  unit: z.uuid('unit-missing'),
  emails: z
    .string()
    .default('')
    .transform(text =>
      text
        .split(/\r?\n/)
        .map((line, at) => ({ line: at + 1, email: line.trim() }))
        .filter(one => one.email !== ''),
    )
    .superRefine((lines, check) => {
      if (lines.length === 0) check.addIssue({ code: 'custom', message: 'emails-missing' })
      const wrong = lines.filter(one => !email.safeParse(one.email).success).map(one => one.line)
      if (wrong.length > 0) check.addIssue({ code: 'custom', message: `emails-wrong ${wrong.join(', ')}` })
    })
    .transform(lines => [...new Set(lines.map(one => one.email.toLowerCase()))]),
})
