import '../tables.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import {
  type EvaluationAnswerKey,
  type EvaluationQuestion,
  evaluationAnswers,
  evaluationQuestions,
} from '../rules/after/evaluation.ts'

export interface EvaluationComment {
  readonly id: string
  readonly wording: string
  /** Not shown to the public; visitors never get such a comment at all. */
  readonly withheld: boolean
}

/** The evaluation as the actor may see it. */
export interface StoredEvaluation {
  readonly state: 'open' | 'closed'
  readonly boxId: string
  /** Null until it is closed. */
  readonly entitled: number | null
  readonly answered: number | null
  /** Every question, in order; without answers where too few answered. */
  readonly questions: readonly {
    readonly question: EvaluationQuestion
    readonly answers: Readonly<Record<EvaluationAnswerKey, number>> | undefined
  }[]
  /** In an order of chance, the same each time. */
  readonly comments: readonly EvaluationComment[]
  /** How many comments are kept from the public. */
  readonly withheld: number
}

/** Undefined when no evaluation has been opened. */
export async function loadEvaluation(
  db: Reader,
  conferenceId: string,
): Promise<StoredEvaluation | undefined> {
  const [evaluation, counts, comments] = await Promise.all([
    db
      .selectFrom('conference.evaluation')
      .select(['state', 'box_id as boxId', 'entitled', 'answered', 'withheld'])
      .where('conference_id', '=', conferenceId)
      .executeTakeFirst(),
    db
      .selectFrom('conference.evaluation_count')
      .select(['question', 'answer', 'answers'])
      .where('conference_id', '=', conferenceId)
      .execute(),
    db
      .selectFrom('conference.evaluation_comment')
      .select(['id', 'wording', 'withheld'])
      .where('conference_id', '=', conferenceId)
      .orderBy('id')
      .execute(),
  ])
  if (!evaluation) return undefined
  const answersTo = (question: EvaluationQuestion) => {
    const own = counts.filter(row => row.question === question)
    if (own.length === 0) return undefined
    const of = (answer: EvaluationAnswerKey) => own.find(row => row.answer === answer)?.answers ?? 0
    const [good, fair, poor] = evaluationAnswers
    return { [good]: of(good), [fair]: of(fair), [poor]: of(poor) }
  }
  return {
    ...evaluation,
    questions: evaluationQuestions.map(question => ({ question, answers: answersTo(question) })),
    comments,
  }
}
