import { z } from 'zod'
import { readMeasureKey, respondentGroups } from '../../indicators/index.ts'
import type { Questionnaire } from '../rules/questionnaire.ts'
import { contradictions } from './questionnaire-contradictions.ts'

/**
 * The JSON form of a questionnaire. docs/questionnaires.md explains it to those who write one, and
 * docs/questionnaire.schema.json is made of it. Descriptions here are what an editor shows beside a key.
 */

const tag = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, {
  error: 'must be a language by BCP 47, such as "sv", "sv-simple" or "ar"',
})

const text = z
  .record(tag, z.string().regex(/\S/, { error: 'is empty' }).max(4000))
  .meta({ id: 'Text', description: 'A text in every language of the questionnaire' })

const id = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, {
  error: 'must be a word of a-z, 0-9 and "-", beginning with a letter',
})

/** Without "|", which stands between several values, and as it looks when a table has been read: no space around it. */
const value = z.string().regex(/^[^\s|]([^|\n\t]{0,58}[^\s|])?$/, {
  error: 'must be a text of 1 to 60 characters without "|" and without spaces around it',
})

const number = z.number().min(-1e9).max(1e9)
const step = z.int().min(-1000).max(1000)

const textOption = z.strictObject({ value, label: text }).meta({ id: 'Option' })
const numberOption = z.strictObject({ value: number, label: text }).meta({ id: 'NumberOption' })

/** The pattern is for the published schema; what a key is, `readMeasureKey` says. */
const measureKeySentence =
  'must be the number of an indicator, or own- and a name, and the group: "7-participant", "own-trust-board"'
const measureKey = z
  .string()
  .regex(new RegExp(`^([1-9][0-9]{0,2}|own-[a-z0-9-]+)-(${respondentGroups.join('|')})$`), {
    error: measureKeySentence,
    abort: true,
  })
  .refine(key => readMeasureKey(key) !== undefined, { error: measureKeySentence })

const asked = {
  id: id.describe('What the answers call the question'),
  text: text.describe('The question itself'),
  hint: text.optional().describe('What helps to answer'),
  required: z.boolean().default(false).describe('Whether the respondent may go on without an answer'),
  continues: z
    .literal(['same', 'new'])
    .optional()
    .describe('From version 2: whether the series of the version before goes on'),
}

const measured = <Favourable extends z.ZodType>(favourable: Favourable) => ({
  unknown: textOption.optional().describe('"I do not know" as an answer of its own; it is not in n'),
  measure: z
    .strictObject({
      key: measureKey.describe('The number of the indicator and the group, "7-participant"'),
      favourable: favourable.describe('The answers that are favourable'),
    })
    .optional()
    .describe('What the answers are counted for. Without it they are only kept'),
})

const choice = {
  ...asked,
  ...measured(z.array(value).min(1)),
  options: z.array(textOption).min(2).max(40),
}

const question = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('choice'), ...choice }).describe('One of several'),
    z.strictObject({ kind: z.literal('choices'), ...choice }).describe('Any number of several'),
    z
      .strictObject({
        kind: z.literal('scale'),
        ...asked,
        ...measured(z.array(number).min(1)),
        from: step.optional(),
        to: step.optional(),
        labels: z.array(numberOption).min(2).optional().describe('At the first and last step, and others'),
        options: z.array(numberOption).min(2).max(11).optional(),
      })
      .meta({
        description: 'Steps that are numbers: from and to with labels, or options',
        oneOf: [{ required: ['from', 'to', 'labels'] }, { required: ['options'] }],
      }),
    z
      .strictObject({
        kind: z.literal('number'),
        ...asked,
        ...measured(z.strictObject({ from: number.optional(), to: number.optional() })),
        from: number.describe('The least that can be answered'),
        to: number.describe('The most that can be answered'),
        decimals: z.int().min(0).max(6).default(0),
        unit: text.optional().describe('What stands after the number'),
      })
      .describe('A number'),
    z.strictObject({ kind: z.literal('text'), ...asked }).describe('Free text'),
  ],
  { error: 'must be "choice", "choices", "scale", "number" or "text"' },
)

export const questionnaireSchema = z
  .strictObject({
    $schema: z.string().optional().describe('For editors'),
    id: id.describe('The same in every version'),
    version: z.int().min(1).max(100_000).describe('A whole number from 1'),
    owner: z.strictObject({
      name: z.string().regex(/\S/, { error: 'is empty' }).max(200).describe('Who decides the wording'),
      about: text.optional().describe('What others should know before they use it'),
    }),
    title: text,
    group: z.literal(respondentGroups).describe('Who is asked'),
    languages: z
      .array(tag)
      .min(1)
      .max(40)
      .describe('BCP 47, the first one for who has not chosen; "sv-simple" is easy Swedish'),
    introduction: text,
    thanks: text,
    questions: z.array(question).min(1).max(200),
  })
  .transform(({ $schema: _, ...questionnaire }): Questionnaire => questionnaire)
  .superRefine((questionnaire, check) => {
    for (const { path, problem } of contradictions(questionnaire))
      check.addIssue({ code: 'custom', path: [...path], message: problem })
  })

type Issue = Parameters<z.core.$ZodErrorMap>[0]

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  record: 'an object with a text for each language',
}

/** What is wrong with a value, after its path: a clause for each kind of fault that the form above can find. */
export function clauseFor(issue: Issue): string {
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? 'is missing' : `must be ${kinds[issue.expected] ?? 'an object'}`
  if (issue.code === 'unrecognized_keys')
    return `has ${issue.keys.map(key => JSON.stringify(key)).join(' and ')}, which the form does not know`
  if (issue.code === 'invalid_value')
    return `must be ${issue.values.map(allowed => JSON.stringify(allowed)).join(' or ')}`
  if (issue.code === 'too_small')
    return issue.origin === 'array'
      ? `must have at least ${issue.minimum}`
      : `must be at least ${issue.minimum}`
  if (issue.code === 'too_big')
    return issue.origin === 'array'
      ? `must have at most ${issue.maximum}`
      : issue.origin === 'string'
        ? `is longer than ${issue.maximum} characters`
        : `must be at most ${issue.maximum}`
  if (issue.code === 'invalid_key') return 'is not a language by BCP 47'
  return 'is not valid'
}

/** The published JSON Schema of the form (draft 2020-12). What two keys say of each other it cannot tell. */
export const questionnaireJsonSchema = (): object => z.toJSONSchema(questionnaireSchema, { io: 'input' })
