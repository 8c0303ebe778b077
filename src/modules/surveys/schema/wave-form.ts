import { z } from 'zod'

const day = z.iso.date('date-wrong')
/** How many are asked, as it was typed; empty where nobody knows. */
const expected = z
  .string()
  .trim()
  .default('')
  .refine(text => /^\d{0,6}$/.test(text), 'expected-wrong')
  .transform(text => (text === '' ? null : Number(text)))

/** The name of the field that says how many are asked in a unit. */
export const expectedField = (unit: string): string => `expected-${unit}`

/** What stands for the association as a whole among the units. */
export const wholeAssociation = 'whole'

const listed = (value: unknown): unknown =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

/** A wave as its form is posted. Messages are names, turned into sentences by the catalogue. */
const fields = z.object({
  questionnaireId: z.uuid('questionnaire-missing'),
  name: z.string().trim().min(1, 'name-missing').max(200, 'too-long'),
  period: z
    .string()
    .trim()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'period-wrong'),
  opensOn: day,
  closesOn: day,
  how: z.enum(['link', 'codes'], 'how-missing'),
  units: z.preprocess(listed, z.array(z.union([z.uuid(), z.literal(wholeAssociation)]))),
  newInitiative: z.string().trim().max(200, 'too-long').default(''),
})

/**
 * The form of a wave, for an association with these initiatives: each unit has a field of its own for how many it asks.
 * @param initiatives ids
 */
export function waveForm(initiatives: readonly string[]) {
  const units = [wholeAssociation, ...initiatives]
  const counts = Object.fromEntries([...units, 'new'].map(unit => [expectedField(unit), expected]))
  return fields
    .and(z.object(counts))
    .refine(form => form.closesOn >= form.opensOn, { error: 'end-before-start', path: ['closesOn'] })
    .refine(form => form.units.length > 0 || form.newInitiative !== '', {
      error: 'units-missing',
      path: ['units'],
    })
    .refine(form => form.units.every(unit => units.includes(unit)), {
      error: 'units-missing',
      path: ['units'],
    })
    .transform(form => {
      const numbers = form as unknown as Readonly<Record<string, number | null>>
      const asked = (unit: string) => numbers[expectedField(unit)] ?? null
      return {
        questionnaireId: form.questionnaireId,
        name: form.name,
        period: form.period,
        opensOn: form.opensOn,
        closesOn: form.closesOn,
        withCodes: form.how === 'codes',
        units: [...new Set(form.units)].map(unit => ({
          initiativeId: unit === wholeAssociation ? null : unit,
          expected: asked(unit),
        })),
        newInitiative:
          form.newInitiative === '' ? null : { name: form.newInitiative, expected: asked('new') },
      }
    })
}
