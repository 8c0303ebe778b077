import { z } from 'zod'
import type { FieldErrors } from '../../../platform/http/form.ts'
import type { Questionnaire } from '../rules/questionnaire.ts'
import { edited, type QuestionEdit } from '../rules/questionnaire-edit.ts'
import { questionnaireSchema } from './questionnaire.ts'

/** Names of a question's fields. */
export const questionFields = (id: string) => ({
  text: `text-${id}`,
  place: `place-${id}`,
  remove: `remove-${id}`,
  continues: `continues-${id}`,
})

export type EditReading =
  | { readonly ok: true; readonly form: Questionnaire }
  /** Field to the name of what is wrong; and what the fields say together. */
  | { readonly ok: false; readonly errors: FieldErrors; readonly entered: Readonly<Record<string, string>> }

const longest = 4000

/** A questionnaire as its form changes it, in one language. Errors are names, turned into sentences by the catalogue. */
export function readEdit(form: Questionnaire, language: string, body: unknown): EditReading {
  const entered: Record<string, string> = Object.fromEntries(
    Object.entries(z.record(z.string(), z.unknown()).catch({}).parse(body)).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    ),
  )
  const said = (name: string) => (entered[name] ?? '').trim()
  const errors: Record<string, string> = {}
  const needed = (name: string) => {
    if (said(name) === '') errors[name] = 'text-missing'
    if (said(name).length > longest) errors[name] = 'too-long'
    return said(name)
  }
  const questions: Record<string, QuestionEdit> = {}
  for (const { id } of form.questions) {
    const names = questionFields(id)
    const remove = said(names.remove) === 'yes'
    const place = said(names.place)
    if (!/^[1-9]\d{0,2}$/.test(place)) errors[names.place] = 'place-wrong'
    const continues = z.enum(['same', 'new']).optional().catch(undefined).parse(entered[names.continues])
    questions[id] = {
      text: remove ? said(names.text) : needed(names.text),
      place: Number(place),
      remove,
      continues,
    }
  }
  if (Object.values(questions).every(({ remove }) => remove)) {
    const [first] = form.questions
    if (first) errors[questionFields(first.id).remove] = 'all-removed'
  }
  const edit = {
    title: needed('title'),
    introduction: needed('introduction'),
    thanks: needed('thanks'),
    questions,
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors, entered }
  // What the form changes keeps to the rules of the file: the same schema has the last word.
  return { ok: true, form: questionnaireSchema.parse(edited(form, language, edit)) }
}
