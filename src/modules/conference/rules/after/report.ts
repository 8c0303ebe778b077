import type { LineageItem } from '../items/lineage.ts'
import { agreement, type RatingSummary, ratingSummary } from '../results/measures.ts'
import { answersByCategory, type Stability, stability } from '../results/stability.ts'
import type { Outcome } from '../rounds/outcome.ts'
import type { ItemNumber, Selection, VotingRule } from '../rounds/rule.ts'
import type { Share } from '../rounds/share.ts'
import { shareOf, type Votes } from '../rounds/votes.ts'

/** A published round, as the report looks at it: what decided it, and what it decided. */
export type DecidedRound = {
  readonly rule: VotingRule
  readonly outcome: Outcome
}

export type Fate = 'accepted' | 'dropped' | 'kept'

/** One item in one round. */
export type ItemVote = {
  readonly round: number
  readonly item: ItemNumber
  readonly votes: Votes
  readonly ballots: number
  /** What the round's rule measures. */
  readonly share: Share
  /** How much the panel agreed, on whichever side; undefined when nobody took a stand. */
  readonly agreement: ReturnType<typeof agreement>
  /** Only where items were rated. */
  readonly ratings: RatingSummary | undefined
  readonly fate: Fate
}

/** All votes on all items, round by round and in the order of the items. */
export const itemVotes = (rounds: readonly DecidedRound[]): readonly ItemVote[] =>
  rounds.flatMap(({ rule, outcome }) =>
    outcome.items.flatMap((item): ItemVote[] => {
      const votes = outcome.votes.get(item)
      if (!votes) return []
      return [
        {
          round: outcome.round,
          item,
          votes,
          ballots: outcome.ballots,
          share: shareOf(votes, outcome.ballots, rule.shareOf),
          agreement: agreement(votes),
          ratings: votes.ratings && ratingSummary(votes.ratings),
          fate: fateOf(outcome, item),
        },
      ]
    }),
  )

const fateOf = ({ accepted, dropped }: Outcome, item: ItemNumber): Fate =>
  accepted.includes(item) ? 'accepted' : dropped.includes(item) ? 'dropped' : 'kept'

/** Where an item ended: the narrowest protocol that has it, or why it is in none. */
export type Ending = 'core' | 'comprehensive' | 'accepted' | 'dropped' | 'kept' | 'retired' | 'not-voted'

export type ItemPath = {
  readonly item: LineageItem
  readonly votes: readonly ItemVote[]
  readonly ending: Ending
}

/** Each item's way through the conference, also of those that were merged, split or reworded on the way. */
export function itemPaths(
  items: readonly LineageItem[],
  rounds: readonly DecidedRound[],
): readonly ItemPath[] {
  const votes = Map.groupBy(itemVotes(rounds), vote => vote.item)
  const protocolOf = new Map(rounds.map(({ rule }) => [rule.round, rule.protocol]))
  return items.map(item => {
    const own = votes.get(item.number) ?? []
    const accepted = own.filter(vote => vote.fate === 'accepted').map(vote => protocolOf.get(vote.round))
    return { item, votes: own, ending: endingOf(item, own, accepted) }
  })
}

function endingOf(
  item: LineageItem,
  votes: readonly ItemVote[],
  acceptedIn: readonly (VotingRule['protocol'] | undefined)[],
): Ending {
  if (acceptedIn.includes('core')) return 'core'
  if (acceptedIn.includes('comprehensive')) return 'comprehensive'
  if (item.retired) return 'retired'
  const last = votes.at(-1)
  return last ? last.fate : 'not-voted'
}

/** An item of a protocol and the vote that brought it there; the latest counts. */
export type ProtocolEntry = {
  readonly item: ItemNumber
  readonly round: number
  readonly share: Share
  readonly ratings: RatingSummary | undefined
}

/** Items accepted in rounds that write to this protocol, ascending. */
export function protocolEntries(
  rounds: readonly DecidedRound[],
  protocol: 'comprehensive' | 'core',
): readonly ProtocolEntry[] {
  const writing = rounds.filter(({ rule }) => rule.protocol === protocol)
  const entries = new Map<ItemNumber, ProtocolEntry>()
  for (const { item, round, share, ratings, fate } of itemVotes(writing)) {
    if (fate === 'accepted') entries.set(item, { item, round, share, ratings })
  }
  return [...entries.values()].toSorted((a, b) => a.item - b.item)
}

/** How many items went into a round, and where they went from there: a box of the flow chart. */
export type FlowRound = {
  readonly round: number
  readonly selection: Selection
  /** The kinds of its items, each once, in the order of the items. */
  readonly kinds: readonly string[]
  readonly entered: number
  readonly accepted: number
  readonly dropped: number
  readonly kept: number
  readonly protocol: VotingRule['protocol']
  /** Its items are those that the round just before kept, and no others. */
  readonly continues: boolean
}

export function flow(
  rounds: readonly DecidedRound[],
  kindOf: (item: ItemNumber) => string,
): readonly FlowRound[] {
  return rounds.map(({ rule, outcome }, place) => ({
    round: rule.round,
    selection: rule.items,
    kinds: [...new Set(outcome.items.map(kindOf))],
    entered: outcome.items.length,
    accepted: outcome.accepted.length,
    dropped: outcome.dropped.length,
    kept: outcome.kept.length,
    protocol: rule.protocol,
    continues: continues(rule.items, rounds[place - 1]),
  }))
}

function continues(selection: Selection, before: DecidedRound | undefined): boolean {
  if (!before || typeof selection === 'string' || !('keptFrom' in selection)) return false
  return selection.keptFrom.length === 1 && selection.keptFrom[0] === before.rule.round
}

/** How an item's answers moved from one round to the next one that voted on it. */
export type ItemStability = Stability & {
  readonly item: ItemNumber
  readonly from: number
  readonly to: number
}

/** Every pair of rounds that voted on the same item one after the other. Rounds with different ballots are not compared. */
export function itemStabilities(rounds: readonly DecidedRound[]): readonly ItemStability[] {
  return [...Map.groupBy(itemVotes(rounds), vote => vote.item)]
    .flatMap(([item, votes]) =>
      votes.slice(1).flatMap((vote, place): ItemStability[] => {
        const before = votes[place]
        if (!before) return []
        const moved = stability(
          answersByCategory(before.votes, before.ballots),
          answersByCategory(vote.votes, vote.ballots),
        )
        return moved ? [{ item, from: before.round, to: vote.round, ...moved }] : []
      }),
    )
    .toSorted((a, b) => a.from - b.from || a.item - b.item)
}
