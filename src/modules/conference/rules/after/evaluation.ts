import { fewestShown } from '../results/held-back.ts'

/**
 * The experts' evaluation of the conference: six questions, three answers each, as the 2014 conference asked them
 * (the Danish manual for consensus conferences, Nielsen et al. 2006). The words are in messages/evaluation.ts.
 */
export const evaluationQuestions = ['information', 'heard', 'met', 'process', 'result', 'programme'] as const
export type EvaluationQuestion = (typeof evaluationQuestions)[number]

/** From the best to the worst; each question says them in words of its own. */
export const evaluationAnswers = ['good', 'fair', 'poor'] as const
export type EvaluationAnswerKey = (typeof evaluationAnswers)[number]

/** One expert's answers. A question may be left out; `comment` is '' where nothing was written. */
export type EvaluationAnswer = { readonly [Question in EvaluationQuestion]?: EvaluationAnswerKey } & {
  readonly comment: string
}

/** What may be known of the evaluation. What is held back is not in it, so that it cannot be kept by mistake. */
export type EvaluationCount = {
  /** How many answered at all. */
  readonly answered: number
  /** Only questions that at least `fewest` answered; each has all three answers, also those that nobody gave. */
  readonly questions: readonly {
    readonly question: EvaluationQuestion
    readonly answers: Readonly<Record<EvaluationAnswerKey, number>>
  }[]
  /** In the order of `answers`, which must be drawn anew before; empty when fewer than `fewest` answered. */
  readonly comments: readonly string[]
}

/**
 * Counts the evaluation. Fewer than `fewest` answers to a question are held back; questions have no sum in common, so
 * nothing follows by subtraction. Comments are held back when fewer than `fewest` answered at all.
 */
export function countEvaluation(
  answers: readonly EvaluationAnswer[],
  fewest: number = fewestShown,
): EvaluationCount {
  const questions = evaluationQuestions
    .map(question => ({ question, answers: countQuestion(answers, question) }))
    .filter(({ answers: { good, fair, poor } }) => good + fair + poor >= fewest)
  const comments = answers.map(({ comment }) => comment.trim()).filter(comment => comment !== '')
  return { answered: answers.length, questions, comments: answers.length >= fewest ? comments : [] }
}

function countQuestion(
  answers: readonly EvaluationAnswer[],
  question: EvaluationQuestion,
): Record<EvaluationAnswerKey, number> {
  const counts = { good: 0, fair: 0, poor: 0 }
  for (const answer of answers) {
    const given = answer[question]
    if (given !== undefined) counts[given]++
  }
  return counts
}
