import { cometVerdict, randVerdict, type Verdict } from './consensus.ts'
import type { BallotForm, Comet, Item, ItemNumber, ShareBase, VotingRule } from './rule.ts'
import { isAtLeast, isBelow, isMoreThan } from './share.ts'
import { type Count, compareSupport, shareOf, type Votes } from './votes.ts'

export type Cut = 'accept' | 'drop'

/** Equal items on both sides of a cut: `seats` of `items` would fit, and the votes do not say which. */
export type Tie = { readonly cut: Cut; readonly items: readonly ItemNumber[]; readonly seats: number }

/** What the facilitator chose for a tie: all of the items pass the cut, none does, or they are voted on again. */
export type Decision = 'all' | 'none' | 'run-off'

/** A decision on exactly this tie: same round, same cut, same items. A run-off brings its count with it. */
export type Resolution = {
  readonly round: number
  readonly cut: Cut
  readonly items: readonly ItemNumber[]
} & ({ readonly decision: 'all' | 'none' } | { readonly decision: 'run-off'; readonly counted: Count })

/** A tie and how it was settled. Without `decision` it stands, and the round is not decided. */
export type TieRecord = Tie & { readonly decision?: Decision }

/**
 * What a round decided. All lists ascend by item number. In a decided round `accepted`, `dropped` and `kept` hold each
 * item once. While a tie stands, `undecided` holds the tied items, and those whose fate hangs on them.
 */
export type Outcome = {
  readonly round: number
  readonly ballots: number
  readonly items: readonly ItemNumber[]
  readonly accepted: readonly ItemNumber[]
  readonly dropped: readonly ItemNumber[]
  readonly kept: readonly ItemNumber[]
  readonly undecided: readonly ItemNumber[]
  readonly ties: readonly TieRecord[]
  readonly votes: ReadonlyMap<ItemNumber, Votes>
}

export const standingTies = (outcome: Outcome): readonly Tie[] =>
  outcome.ties.filter(tie => tie.decision === undefined)

/**
 * Applies a rule to what was counted. Precedence, so that no item is both accepted and dropped:
 * 1. What drops an item for its own votes (`below`, COMET, RAND/UCLA) goes first: an item under the floor is not
 *    accepted, even when a seat stays empty. A protocol never holds what its own rule calls rejected.
 * 2. Then items are accepted.
 * 3. What drops items for their place among the others (`rest`, `bottom`) takes from those that remain.
 *
 * `bottom` waits for ties at the accept cut: who remains is not known before.
 * Resolutions that fit no tie change nothing.
 */
export function decide(
  rule: VotingRule,
  items: readonly Item[],
  counted: Count,
  resolutions: readonly Resolution[] = [],
): Outcome {
  const votesOf = votesIn(counted)
  const settle = settler(rule, counted, resolutions)

  const ownDrops = items.filter(({ item }) => dropsByItself(rule, votesOf(item), counted.ballots))
  const eligible = without(items, ownDrops)
  const accept = acceptFrom(eligible, rule, counted, settle)
  const rest = without(eligible, accept.passed, accept.waiting)
  const drop = dropFrom(rest, rule, settle, accept.waiting.length > 0)

  return {
    round: rule.round,
    ballots: counted.ballots,
    items: numbers(items),
    accepted: numbers(accept.passed),
    dropped: numbers([...ownDrops, ...drop.passed]),
    kept: numbers(without(rest, drop.passed, drop.waiting)),
    undecided: numbers([...accept.waiting, ...drop.waiting]),
    ties: [...accept.ties, ...drop.ties],
    votes: counted.votes,
  }
}

/** Items that pass a cut, items that wait for a decision, and the ties that were met. */
type Passage = {
  readonly passed: readonly Item[]
  readonly waiting: readonly Item[]
  readonly ties: readonly TieRecord[]
}

const nobody: Passage = { passed: [], waiting: [], ties: [] }
const allOf = (passed: readonly Item[]): Passage => ({ passed, waiting: [], ties: [] })

type Settle = (cut: Cut, items: readonly Item[], seats: number) => Passage

function acceptFrom(items: readonly Item[], rule: VotingRule, counted: Count, settle: Settle): Passage {
  const { accept } = rule
  const votesOf = votesIn(counted)
  const share = (item: Item) => shareOf(votesOf(item.item), counted.ballots, rule.shareOf)
  if (accept === 'none') return nobody
  if (accept === 'rand' || 'comet' in accept)
    return allOf(items.filter(({ item }) => verdict(accept, votesOf(item)) === 'in'))
  if ('atLeast' in accept) return allOf(items.filter(item => isAtLeast(share(item), accept.atLeast)))
  if ('moreThan' in accept) return allOf(items.filter(item => isMoreThan(share(item), accept.moreThan)))
  if (typeof accept.top === 'number') return settle('accept', items, accept.top)
  const passages = Object.entries(accept.top).map(([kind, seats]) =>
    settle(
      'accept',
      items.filter(item => item.kind === kind),
      seats,
    ),
  )
  return {
    passed: passages.flatMap(passage => passage.passed),
    waiting: passages.flatMap(passage => passage.waiting),
    ties: passages.flatMap(passage => passage.ties),
  }
}

function dropFrom(
  rest: readonly Item[],
  { drop }: VotingRule,
  settle: Settle,
  acceptWaits: boolean,
): Passage {
  if (drop === 'rest') return allOf(rest)
  if (typeof drop !== 'object' || !('bottom' in drop)) return nobody
  return acceptWaits ? { ...nobody, waiting: rest } : settle('drop', rest, drop.bottom)
}

function dropsByItself({ drop, shareOf: base }: VotingRule, votes: Votes, ballots: number): boolean {
  if (drop === 'rand') return verdict(drop, votes) === 'out'
  if (typeof drop !== 'object' || 'bottom' in drop) return false
  if ('comet' in drop) return verdict(drop, votes) === 'out'
  return isBelow(shareOf(votes, ballots, base), drop.below)
}

function verdict(definition: Comet | 'rand', { ratings }: Votes): Verdict {
  if (!ratings) return 'none'
  return definition === 'rand' ? randVerdict(ratings) : cometVerdict(ratings, definition)
}

/** Makes the function that fills seats in order of support, and asks the resolutions where support is equal. */
function settler(rule: VotingRule, counted: Count, resolutions: readonly Resolution[]): Settle {
  const unused = [...resolutions]
  const resolve = (tie: Tie): Resolution | undefined => {
    const place = unused.findIndex(resolution => resolution.round === rule.round && sameTie(resolution, tie))
    return place < 0 ? undefined : unused.splice(place, 1)[0]
  }

  const pass = (by: Count, cut: Cut, items: readonly Item[], seats: number): Passage => {
    if (seats <= 0) return nobody
    if (seats >= items.length) return allOf(items)
    const ordered = inOrder(items, cut, by, rule.shareOf)
    const last = ordered[seats - 1]
    const next = ordered[seats]
    if (!last || !next) return allOf(items)
    const votesOf = votesIn(by)
    const equal = (item: Item) =>
      compareSupport(votesOf(item.item), votesOf(last.item), by.ballots, rule.shareOf) === 0
    if (!equal(next)) return allOf(ordered.slice(0, seats))

    const sure = ordered.slice(0, ordered.findIndex(equal))
    const tied = ordered.filter(equal)
    const tie: Tie = { cut, items: numbers(tied), seats: seats - sure.length }
    const resolution = resolve(tie)
    if (!resolution) return { passed: sure, waiting: tied, ties: [tie] }

    const record = { ...tie, decision: resolution.decision }
    if (resolution.decision === 'run-off') {
      const runOff = pass(resolution.counted, cut, tied, tie.seats)
      return { passed: [...sure, ...runOff.passed], waiting: runOff.waiting, ties: [record, ...runOff.ties] }
    }
    const passed = resolution.decision === 'all' ? [...sure, ...tied] : sure
    return { passed, waiting: [], ties: [record] }
  }
  return (cut, items, seats) => pass(counted, cut, items, seats)
}

/**
 * The ballot of a run-off: the round's own, but who chooses chooses at most as many as there are seats to win
 * (or, at a drop cut, as many as stay).
 */
export function runOffForm(form: BallotForm, tie: Tie): BallotForm {
  if (typeof form === 'string') return form
  return { choose: tie.cut === 'accept' ? tie.seats : tie.items.length - tie.seats }
}

const sameTie = (a: Omit<Tie, 'seats'>, b: Tie): boolean => {
  const items = new Set(a.items)
  return a.cut === b.cut && items.size === b.items.length && b.items.every(item => items.has(item))
}

/** Most support first at the accept cut, least support first at the drop cut. */
function inOrder(items: readonly Item[], cut: Cut, by: Count, base: ShareBase): readonly Item[] {
  const votesOf = votesIn(by)
  const direction = cut === 'accept' ? -1 : 1
  return items.toSorted(
    (a, b) => direction * compareSupport(votesOf(a.item), votesOf(b.item), by.ballots, base),
  )
}

const noVotes: Votes = { yes: 0, no: 0, abstain: 0, ratings: undefined }
const votesIn =
  ({ votes }: Count) =>
  (item: ItemNumber): Votes =>
    votes.get(item) ?? noVotes

function without(items: readonly Item[], ...taken: readonly (readonly Item[])[]): readonly Item[] {
  const gone = new Set(taken.flat().map(({ item }) => item))
  return items.filter(({ item }) => !gone.has(item))
}

const numbers = (items: readonly Item[]): readonly ItemNumber[] =>
  items.map(({ item }) => item).toSorted((a, b) => a - b)
