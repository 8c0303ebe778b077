/**
 * All that is kept of the answers to one measure in one unit. Figures are made of it alone, so they cost the same
 * whatever number has answered. Whole numbers, but for the sums of decimal answers.
 */
export type Statistic = {
  /** Respondents with a valid answer. Neither those who do not know nor those who skipped are in it. */
  readonly n: number
  readonly favourable: number
  /** Of answers that are numbers; else 0. */
  readonly sum: number
  readonly sumOfSquares: number
  /** How many chose each option, in the question's order. Empty for questions without options. */
  readonly counts: readonly number[]
  /** Respondents who answered that they do not know. */
  readonly unknown: number
}

/** One respondent's valid answer: the places of what was chosen, from 0 in the question's order, or a number, or both. */
export type ValidAnswer = {
  readonly favourable: boolean
  readonly chosen: readonly number[]
  readonly number: number | undefined
}

/** What a statistic is made of. Who skipped a question leaves no answer. */
export type Answer = ValidAnswer | 'unknown'

/** A statistic of nobody, for a question with so many options. */
export const emptyStatistic = (options: number): Statistic => ({
  n: 0,
  favourable: 0,
  sum: 0,
  sumOfSquares: 0,
  counts: new Array<number>(options).fill(0),
  unknown: 0,
})

/** The statistic with one answer more. */
export const add = (statistic: Statistic, answer: Answer): Statistic => changed(statistic, answer, 1)

/** The statistic without an answer that is in it: undoes {@link add} when a respondent replaces a sheet. */
export const subtract = (statistic: Statistic, answer: Answer): Statistic => changed(statistic, answer, -1)

function changed(statistic: Statistic, answer: Answer, by: 1 | -1): Statistic {
  if (answer === 'unknown') return { ...statistic, unknown: statistic.unknown + by }
  const number = answer.number ?? 0
  const counts = [...statistic.counts]
  for (const place of answer.chosen) counts[place] = (counts[place] ?? 0) + by
  return {
    n: statistic.n + by,
    favourable: statistic.favourable + (answer.favourable ? by : 0),
    sum: statistic.sum + by * number,
    sumOfSquares: statistic.sumOfSquares + by * number * number,
    counts,
    unknown: statistic.unknown,
  }
}

/** Both together, for units that have no respondent in common and the same question. */
export const merge = (a: Statistic, b: Statistic): Statistic => ({
  n: a.n + b.n,
  favourable: a.favourable + b.favourable,
  sum: a.sum + b.sum,
  sumOfSquares: a.sumOfSquares + b.sumOfSquares,
  counts: Array.from(
    { length: Math.max(a.counts.length, b.counts.length) },
    (_, place) => (a.counts[place] ?? 0) + (b.counts[place] ?? 0),
  ),
  unknown: a.unknown + b.unknown,
})
