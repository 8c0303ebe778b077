import { z } from 'zod'
import type { Go, Place } from '../rules/answer-steps.ts'
import type { Questionnaire } from '../rules/questionnaire.ts'
import type { Written } from '../rules/sheet.ts'

/** What a respondent's page sends: where one is, what was pressed, and all answers so far, since nothing is kept here. */
export interface PostedAnswers {
  readonly language: string
  /** Whose page it is: made of the right, so that one person's page is not taken for the next person's. */
  readonly visit: string
  readonly place: Place
  readonly go: Go | 'hand-in'
  readonly written: Written
}

const buttons = ['next', 'back', 'skip', 'check', 'all', 'one', 'hand-in'] as const

/** Lenient by `catch`: a page that an old browser or a hand has changed still keeps its answers. */
const control = z.object({
  language: z.string().max(40).catch(''),
  visit: z.string().max(40).catch(''),
  view: z.enum(['one', 'all']).catch('one'),
  at: z.coerce.number().int().min(0).max(1000).catch(0),
  reviewed: z.string().optional().catch(undefined),
  go: z.union([z.enum(buttons), z.coerce.number().int().min(0).max(1000)]).catch('next'),
})

/** Before the question's id, in the names of fields. */
const prefix = 'answer-'

/** Reads the form of a respondent's page. Answers to questions that there are not stay: the sheet's check names them. */
export function readAnswers(form: Questionnaire, body: unknown): PostedAnswers {
  const fields = z.record(z.string(), z.unknown()).catch({}).parse(body)
  const { language, visit, view, at, reviewed, go } = control.parse(fields)
  const place = { view, at: Math.min(at, form.questions.length), reviewed: Boolean(reviewed) }
  const written = Object.entries(fields).flatMap(([name, value]) => {
    if (!name.startsWith(prefix)) return []
    const values = (Array.isArray(value) ? value : [value])
      .filter(one => typeof one === 'string')
      .map(one => one.replaceAll('\r\n', '\n').trim())
      .filter(one => one !== '')
    return values.length > 0 ? [[name.slice(prefix.length), values.join('|')] as const] : []
  })
  return { language, visit, place, go, written: Object.fromEntries(written) }
}
