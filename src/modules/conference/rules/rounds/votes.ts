import type { Ballot, Choice } from './ballot.ts'
import {
  emptyHistogram,
  type Histogram,
  percentile,
  ratingCount,
  ratingSum,
  ratingsBetween,
} from './histogram.ts'
import type { BallotForm, ItemNumber, ShareBase } from './rule.ts'
import { compareShares, type Share } from './share.ts'

/**
 * What was said of one item, in counts: all that a rule needs, so another rule can be tried without the ballots.
 * Where items are rated, `yes` is how many rated 7-9 and `no` how many rated 1-3, and `ratings` has them all.
 * Where items are chosen, `yes` is how many chose it and `no` how many said no to it aloud, which nobody has to.
 */
export type Votes = {
  readonly yes: number
  readonly no: number
  readonly abstain: number
  readonly ratings: Histogram | undefined
}

/** The votes of a round: how many ballots were handed in, and what they said of each item. */
export type Count = { readonly ballots: number; readonly votes: ReadonlyMap<ItemNumber, Votes> }

/**
 * Counts ballots in any order. Choices on other items than `items` are not counted: what a ballot may hold is checked
 * when it is handed in ({@link ./ballot.ts}), and here an item that is not voted on simply has no votes.
 */
export function count(form: BallotForm, items: readonly ItemNumber[], ballots: readonly Ballot[]): Count {
  const counters = items.map(newCounter)
  const places = new Map(items.map((item, place) => [item, counters[place]] as const))
  for (const ballot of ballots) {
    for (const [item, choice] of ballot) {
      const counter = places.get(item)
      if (counter) add(counter, choice)
    }
  }
  const votesFrom = form === 'rating-1-9' ? ratedVotes : spokenVotes
  return {
    ballots: ballots.length,
    votes: new Map(items.map((item, place) => [item, votesFrom(counters[place] ?? newCounter())])),
  }
}

type Counter = { yes: number; no: number; abstain: number; ratings: number[] }

const newCounter = (): Counter => ({ yes: 0, no: 0, abstain: 0, ratings: emptyHistogram() })

const spokenVotes = ({ yes, no, abstain }: Counter): Votes => ({ yes, no, abstain, ratings: undefined })

const ratedVotes = ({ abstain, ratings }: Counter): Votes => ({
  yes: ratingsBetween(ratings, 7, 9),
  no: ratingsBetween(ratings, 1, 3),
  abstain,
  ratings,
})

function add(counter: Counter, choice: Choice): void {
  if (typeof choice === 'number') counter.ratings[choice - 1] = (counter.ratings[choice - 1] ?? 0) + 1
  else counter[choice]++
}

/** The share that a threshold is measured on: yes of the ballots handed in, or of those who took a stand. */
export function shareOf(votes: Votes, ballots: number, base: ShareBase): Share {
  if (base === 'ballots') return { yes: votes.yes, of: ballots }
  return { yes: votes.yes, of: votes.ratings ? ratingCount(votes.ratings) : votes.yes + votes.no }
}

/**
 * Which of two items has more support: negative when `a` has less, 0 when they tie.
 * Yes-no and chosen items: by share. Rated items: by median, and equal medians by mean, both exact; a median alone
 * has seventeen values and would tie at almost every cut.
 */
export function compareSupport(a: Votes, b: Votes, ballots: number, base: ShareBase): number {
  if (!a.ratings || !b.ratings) return compareShares(shareOf(a, ballots, base), shareOf(b, ballots, base))
  const medianA = percentile(a.ratings, 1, 2) ?? 0
  const medianB = percentile(b.ratings, 1, 2) ?? 0
  if (medianA !== medianB) return medianA - medianB
  const meanOf = (ratings: Histogram): Share => ({ yes: ratingSum(ratings), of: ratingCount(ratings) })
  return compareShares(meanOf(a.ratings), meanOf(b.ratings))
}
