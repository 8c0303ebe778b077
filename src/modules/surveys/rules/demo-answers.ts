import { type Question, type Questionnaire, valuesOf } from './questionnaire.ts'
import type { Written } from './sheet.ts'

/**
 * Made-up answers for the demo. One seed gives the same answers on every machine. Each respondent answers each question
 * favourably with a probability that belongs to the question, moved by how it goes in the association; else one of the
 * other options. Some do not know and some skip. Nothing is taken from real answers.
 */
export function demoAnswers(
  questionnaire: Questionnaire,
  respondents: number,
  /** Added to the log-odds of a favourable answer. */
  lean: number,
  random: () => number,
): Written[] {
  return Array.from({ length: respondents }, () =>
    Object.fromEntries(
      questionnaire.questions.flatMap((question, place) => {
        const written = answer(question, likelihood(place, lean), random)
        return written === '' ? [] : [[question.id, written]]
      }),
    ),
  )
}

/** Questions differ: from about 40 to about 70 per cent favourable where nothing leans. */
function likelihood(place: number, lean: number): number {
  const logOdds = Math.sin(place * 2.4) * 0.6 + 0.2 + lean
  return 1 / (1 + Math.exp(-logOdds))
}

const shareUnknown = 0.04
const shareSkipped = 0.03

function answer(question: Question, likely: number, random: () => number): string {
  const [skips, knowsNot, isFavourable, which] = [random(), random(), random(), random()]
  if (question.kind === 'text' || skips < shareSkipped) return ''
  if (question.unknown && knowsNot < shareUnknown) return question.unknown.value
  if (question.kind === 'number') {
    const { from = question.from, to = question.to } = question.measure?.favourable ?? {}
    const [least, most] =
      isFavourable < likely ? [from, to] : [question.from, Math.max(question.from, from - 1)]
    return String(Math.round(least + which * (Math.min(most, least + 4) - least)))
  }
  const favourable = new Set<string | number>(question.measure?.favourable)
  const options = valuesOf(question).filter(value => favourable.has(value) === isFavourable < likely)
  return String(options[Math.floor(which * options.length)] ?? '')
}

/** Numbers from 0 to 1 that look like chance. Source: mulberry32, Tommy Ettinger 2017, public domain. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
