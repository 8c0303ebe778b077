import type { Votes } from '../rounds/votes.ts'

/** How far an item's answers moved between two rounds. */
export type Stability = {
  /** Net share of the panel that moved, 0 to 1. */
  readonly change: number
  /** Less than 15 % moved. */
  readonly stable: boolean
}

/**
 * Stability on the level of the item's distribution: half the sum of the differences between the two rounds' shares,
 * category by category, is the net share of people who moved; below 15 % the distribution is stable
 * (Scheibe, Skutsch & Schofer, "Experiments in Delphi Methodology", in Linstone & Turoff (eds), The Delphi Method,
 * 1975, ch. IV.C). It needs no person's two answers side by side, which our ballots never give. So it is a net
 * figure: people who change places with each other are not seen.
 *
 * They counted with the same people in both rounds; shares instead of counts give the same figure then, and a fair
 * one when some have left. Undefined when either round has no answers, or the two have different categories.
 */
export function stability(before: readonly number[], after: readonly number[]): Stability | undefined {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  const [peopleBefore, peopleAfter] = [sum(before), sum(after)]
  if (before.length !== after.length || peopleBefore === 0 || peopleAfter === 0) return undefined
  // Over the common denominator peopleBefore × peopleAfter everything is whole, also at exactly 15 %.
  const moved = sum(
    before.map((count, place) => Math.abs(count * peopleAfter - (after[place] ?? 0) * peopleBefore)),
  )
  const whole = 2 * peopleBefore * peopleAfter
  return { change: moved / whole, stable: moved * 100 < whole * 15 }
}

/**
 * An item's answers as counts by category: the nine ratings, or yes and no, and last those who took no stand
 * (abstained or left it blank).
 */
export function answersByCategory({ yes, no, ratings }: Votes, ballots: number): readonly number[] {
  const stands = ratings ?? [yes, no]
  const noStand = ballots - stands.reduce((total, count) => total + count, 0)
  return [...stands, noStand]
}
