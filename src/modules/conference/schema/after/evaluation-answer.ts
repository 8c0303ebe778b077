import { z } from 'zod'
import {
  type EvaluationAnswer,
  evaluationAnswers,
  evaluationQuestions,
} from '../../rules/after/evaluation.ts'

/** Characters in the free comment. */
export const longestComment = 2000

/** One of the three answers, or left out: a form sends nothing or '' for a question without a choice. */
const choice = z
  .union([z.enum(evaluationAnswers), z.literal('').transform(() => undefined)], 'choice-not-offered')
  .optional()

/**
 * What an expert hands in, from a form or from the anonymous box. Field names are the questions' keys and `comment`.
 * Messages are names, turned into sentences by the catalogue messages/evaluation.ts (`error`).
 */
export const evaluationAnswer = z
  .object({
    information: choice,
    heard: choice,
    met: choice,
    process: choice,
    result: choice,
    programme: choice,
    // A browser sends a line ending as two characters and counts it as one.
    comment: z
      .string()
      .transform(text => text.replaceAll('\r\n', '\n').trim())
      .pipe(z.string().max(longestComment, 'comment-too-long'))
      .default(''),
  })
  .refine(
    answer => answer.comment !== '' || evaluationQuestions.some(question => answer[question] !== undefined),
    { error: 'nothing-answered', path: ['information'] },
  )
  .transform((answer): EvaluationAnswer => {
    const given = evaluationQuestions.flatMap(question =>
      answer[question] === undefined ? [] : [[question, answer[question]]],
    )
    return { ...Object.fromEntries(given), comment: answer.comment }
  })
