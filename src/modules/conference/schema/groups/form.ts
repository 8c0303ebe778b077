import { z } from 'zod'

const count = (most: number, name: string) => z.coerce.number(name).int(name).min(1, name).max(most, name)

/** What groups to draw. Messages are names, turned into sentences by the catalogue. */
export const groupsForm = z.object({
  groups: count(200, 'groups-wrong'),
  sittings: count(30, 'sittings-wrong'),
  homeGroups: z
    .string()
    .optional()
    .transform(ticked => ticked === 'yes'),
  seed: z
    .string()
    .trim()
    .default('')
    .refine(text => text === '' || (/^\d{1,10}$/.test(text) && Number(text) < 2 ** 31), 'seed-wrong')
    .transform(text => (text === '' ? undefined : Number(text))),
})

/** Who moves where, counted from 1. */
export const moveForm = z.object({
  expert: z.uuid('expert-missing'),
  sitting: z.coerce.number().int().min(1).max(30),
  group: z.coerce
    .number('group-missing')
    .int('group-missing')
    .min(1, 'group-missing')
    .max(1000, 'group-missing'),
})
