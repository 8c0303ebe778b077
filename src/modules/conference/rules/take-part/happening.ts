import type { Selection } from '../rounds/rule.ts'
import { currentSitting } from './stages.ts'

/**
 * What happens in a conference at this moment, as all its experts see it. The same for everybody: nothing in it is
 * about one person, so one message serves every phone. Instants as ISO 8601 text, dates as `YYYY-MM-DD`.
 */
export interface Happening {
  readonly startsOn: string
  readonly endsOn: string
  /** `before` the first vote, `during` the votes, `after` the last one or when an evaluation was opened. */
  readonly phase: 'before' | 'during' | 'after'
  /** The vote that goes on: a round's own, or a run-off after a tie. */
  readonly vote: {
    readonly boxId: string
    readonly round: number
    readonly runOff: boolean
    readonly closesAt: string | null
  } | null
  /** A round that is closed and waits to be shown. */
  readonly counting: number | null
  /** Rounds whose result is shown, the latest first. */
  readonly results: readonly number[]
  /** The sitting of the groups that goes on. */
  readonly sitting: number | null
  readonly evaluation: 'open' | 'closed' | null
  /** The report is public. */
  readonly published: boolean
}

interface HappeningFacts {
  readonly startsOn: string
  readonly endsOn: string
  readonly publishedAt: Date | null
  /** In order. */
  readonly rounds: readonly {
    readonly number: number
    readonly items: Selection
    readonly state: 'planned' | 'open' | 'closed' | 'published'
    readonly boxId: string | null
    readonly closesAt: Date | null
    /** Box of the run-off that is voted on. */
    readonly runOffBox: string | null
  }[]
  /** How many times groups sit. */
  readonly sittings: number
  readonly evaluation: 'open' | 'closed' | null
}

export function happening(facts: HappeningFacts): Happening {
  const { rounds, evaluation } = facts
  const isDecided = rounds.length > 0 && rounds.every(round => round.state === 'published')
  const hasBegun = rounds.some(round => round.state !== 'planned')
  const isAfter = facts.publishedAt !== null || isDecided || evaluation !== null
  return {
    startsOn: facts.startsOn,
    endsOn: facts.endsOn,
    phase: isAfter ? 'after' : hasBegun ? 'during' : 'before',
    vote: voteIn(rounds),
    counting: rounds.find(round => round.state === 'closed' && !round.runOffBox)?.number ?? null,
    results: rounds.flatMap(round => (round.state === 'published' ? [round.number] : [])).reverse(),
    sitting: currentSitting(
      rounds.map(({ number, items, state }) => ({
        round: number,
        items,
        isPublished: state === 'published',
      })),
      facts.sittings,
    ),
    evaluation,
    published: facts.publishedAt !== null,
  }
}

function voteIn(rounds: HappeningFacts['rounds']): Happening['vote'] {
  for (const { number, state, boxId, closesAt, runOffBox } of rounds) {
    if (state === 'open' && boxId)
      return { boxId, round: number, runOff: false, closesAt: closesAt?.toISOString() ?? null }
    if (state === 'closed' && runOffBox)
      return { boxId: runOffBox, round: number, runOff: true, closesAt: null }
  }
  return null
}
