import { z } from 'zod'

const day = z.iso.date('date-wrong')

const fields = {
  name: z.string().trim().min(1, 'name-missing').max(200, 'too-long'),
  place: z.string().trim().max(200, 'too-long').default(''),
  startsOn: day,
  endsOn: day,
  information: z.string().trim().max(20_000, 'too-long').default(''),
}

const endsAfterStart = (input: { startsOn: string; endsOn: string }) => input.endsOn >= input.startsOn
const endsBefore = { error: 'end-before-start', path: ['endsOn'] }

/** Name, place, dates and information. Messages are names, turned into sentences by the catalogue. */
export const conferenceForm = z.object(fields).refine(endsAfterStart, endsBefore)

/** The same for a new one, with the associations that hold it: one checkbox comes as a text, several as a list. */
export const newConferenceForm = z
  .object({
    ...fields,
    associations: z
      .union([z.uuid().transform(id => [id]), z.array(z.uuid())], 'association-missing')
      .refine(ids => ids.length > 0, 'association-missing'),
  })
  .refine(endsAfterStart, endsBefore)
