import { type Cut, type Decision, type Outcome, standingTies } from './outcome.ts'
import type { ItemNumber, VotingRule } from './rule.ts'
import { percent } from './share.ts'
import type { Tally } from './tally.ts'
import { shareOf } from './votes.ts'

/** An item of the core protocol with its votes, always k of n beside the percentage. */
export type CoreEntry = {
  readonly item: ItemNumber
  readonly yes: number
  readonly of: number
  /** Whole percent, half rounded up. */
  readonly percent: number
}

/** The tally as `conference tally --json` prints it and others read it. A change here is a change of interface. */
export type TallyReport = {
  readonly rounds: readonly {
    readonly round: number
    /** How many ballots were handed in. */
    readonly ballots: number
    /** How many items were voted on. */
    readonly items: number
    readonly accepted: readonly ItemNumber[]
    readonly dropped: readonly ItemNumber[]
    readonly kept: readonly ItemNumber[]
    readonly ties: readonly {
      readonly cut: Cut
      readonly items: readonly ItemNumber[]
      readonly seats: number
      /** Only on a tie that has been settled. */
      readonly decision?: Decision
    }[]
  }[]
  readonly comprehensiveProtocol: readonly ItemNumber[]
  readonly coreProtocol: readonly CoreEntry[]
  /** The round that has no ballots yet and stopped the count; absent when all rounds are counted. */
  readonly awaits?: number
}

/**
 * Items accepted in rounds whose rule writes to the comprehensive protocol, ascending.
 * A round with a standing tie writes nothing: half a round is not a result.
 */
function comprehensiveProtocol(
  rules: readonly VotingRule[],
  rounds: readonly Outcome[],
): readonly ItemNumber[] {
  const accepted = rounds
    .filter(isDecided)
    .filter(({ round }) => ruleOf(rules, round)?.protocol === 'comprehensive')
    .flatMap(outcome => outcome.accepted)
  return [...new Set(accepted)].toSorted((a, b) => a - b)
}

/** Items accepted in a core round with the votes that they got there, ascending. The latest round counts. */
function coreProtocol(rules: readonly VotingRule[], rounds: readonly Outcome[]): readonly CoreEntry[] {
  const entries = new Map<ItemNumber, CoreEntry>()
  for (const outcome of rounds.filter(isDecided)) {
    const rule = ruleOf(rules, outcome.round)
    if (rule?.protocol !== 'core') continue
    for (const item of outcome.accepted) {
      const votes = outcome.votes.get(item)
      if (!votes) continue
      const share = shareOf(votes, outcome.ballots, rule.shareOf)
      entries.set(item, { item, ...share, percent: percent(share) })
    }
  }
  return [...entries.values()].toSorted((a, b) => a.item - b.item)
}

/** Gives the tally its public form. */
export function report(rules: readonly VotingRule[], { rounds, awaits }: Tally): TallyReport {
  return {
    rounds: rounds.map(({ round, ballots, items, accepted, dropped, kept, ties }) => ({
      round,
      ballots,
      items: items.length,
      accepted,
      dropped,
      kept,
      ties,
    })),
    comprehensiveProtocol: comprehensiveProtocol(rules, rounds),
    coreProtocol: coreProtocol(rules, rounds),
    ...(awaits === undefined ? {} : { awaits }),
  }
}

const isDecided = (outcome: Outcome): boolean => standingTies(outcome).length === 0

const ruleOf = (rules: readonly VotingRule[], round: number): VotingRule | undefined =>
  rules.find(rule => rule.round === round)
