import type { Ballot } from './ballot.ts'
import { decide, type Outcome, type Resolution, standingTies } from './outcome.ts'
import type { Item, ItemNumber, Selection, VotingRule } from './rule.ts'
import { count } from './votes.ts'

/**
 * What a conference has decided so far, round by round.
 * It ends early in two ways: at a round whose ties stand (its outcome is the last one), or before a round that has
 * items but no ballots (`awaits` is its number).
 */
export type Tally = { readonly rounds: readonly Outcome[]; readonly awaits?: number }

export type TallyInput = {
  readonly items: readonly Item[]
  /** In the order of their rounds; a selection points only to rounds before its own. */
  readonly rules: readonly VotingRule[]
  /** Checked ballots by round number. Their order means nothing. */
  readonly ballots: ReadonlyMap<number, readonly Ballot[]>
  readonly resolutions?: readonly Resolution[]
}

/** Counts and decides all rounds in order. Pure: the same input gives the same tally. */
export function tally({ items, rules, ballots, resolutions = [] }: TallyInput): Tally {
  const rounds: Outcome[] = []
  for (const rule of rules) {
    const selected = selectItems(rule.items, items, rounds)
    const handedIn = ballots.get(rule.round) ?? []
    if (selected.length > 0 && handedIn.length === 0) return { rounds, awaits: rule.round }
    const votes = count(
      rule.ballot,
      selected.map(({ item }) => item),
      handedIn,
    )
    const outcome = decide(rule, selected, votes, resolutions)
    rounds.push(outcome)
    if (standingTies(outcome).length > 0) return { rounds }
  }
  return { rounds }
}

/** The items that a round votes on, ascending. Rounds that are pointed to and not yet decided give none. */
export function selectItems(
  selection: Selection,
  items: readonly Item[],
  decided: readonly Outcome[],
): readonly Item[] {
  const chosen = numbersOf(selection, items, decided)
  return items.filter(({ item }) => chosen.has(item)).toSorted((a, b) => a.item - b.item)
}

function numbersOf(
  selection: Selection,
  items: readonly Item[],
  decided: readonly Outcome[],
): ReadonlySet<ItemNumber> {
  if (selection === 'all') return new Set(items.map(({ item }) => item))
  if ('kind' in selection)
    return new Set(items.filter(({ kind }) => kind === selection.kind).map(({ item }) => item))
  if ('list' in selection) return new Set(selection.list)
  if ('keptFrom' in selection)
    return new Set(
      decided.filter(({ round }) => selection.keptFrom.includes(round)).flatMap(({ kept }) => kept),
    )
  return new Set(
    decided.filter(({ round }) => selection.acceptedIn.includes(round)).flatMap(({ accepted }) => accepted),
  )
}
