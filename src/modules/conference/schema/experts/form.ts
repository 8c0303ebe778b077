import { z } from 'zod'

const email = z
  .string()
  .trim()
  .max(254, 'email-wrong')
  .refine(text => text === '' || /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/.test(text), 'email-wrong')
  .transform(text => (text === '' ? null : text))

/** An expert by hand. Messages are names, turned into sentences by the catalogue. */
export const expertForm = z.object({
  name: z.string().trim().min(1, 'name-missing').max(120, 'too-long'),
  email: email.default(null),
  association: z.string().trim().min(1, 'association-missing').max(120, 'too-long'),
  role: z.string().trim().min(1, 'role-missing').max(120, 'too-long'),
  answered: z
    .enum(['', 'accepted', 'declined'])
    .catch('')
    .default('')
    .transform(answer => (answer === '' ? null : answer)),
})

/** A text as it is spelled among what is known, capitals and spaces aside; as it is, where it is not known. */
export function spelledAs(
  known: readonly { readonly name: string; readonly also?: string }[],
  text: string,
): string {
  const folded = (one: string) => one.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('sv')
  const found = known.find(({ name, also }) => [name, also ?? name].some(one => folded(one) === folded(text)))
  return found?.name ?? text
}
