/**
 * A voting rule: which items a round votes on, with which ballot, and what the count decides.
 * A conference fixes its rules before it votes (ACCORD item "consensus rule"; the Danish manual for
 * consensus conferences, Nielsen et al. 2006), so a rule is plain JSON: it can be shown, hashed and
 * kept beside the result. `schema/rounds/voting-rule.ts` reads the JSON form; this is what the program has after it.
 */

/** The number that an item has on the conference's list. Unique within a conference. */
export type ItemNumber = number

/** What the rules need to know of an item. `kind` is the conference's own word, such as `process` or `effect`. */
export type Item = { readonly item: ItemNumber; readonly kind: string }

/**
 * A share between 0 and 1 as two whole numbers, so that no rounding error ever decides an item:
 * 0.7 is 7 of 10, and 2/3 is exactly that.
 */
export type Fraction = { readonly numerator: number; readonly denominator: number }

/** Which items a round votes on. Round numbers point to earlier rounds. */
export type Selection =
  | 'all'
  | { readonly kind: string }
  | { readonly keptFrom: readonly number[] }
  | { readonly acceptedIn: readonly number[] }
  | { readonly list: readonly ItemNumber[] }

/**
 * - `yes-no`: yes, no or abstain for each item.
 * - `choose`: mark at most so many items.
 * - `rating-1-9`: 1 (not important) to 9 (critical), or abstain.
 */
export type BallotForm = 'yes-no' | 'rating-1-9' | { readonly choose: number }

/** COMET's two thresholds: `agree` rate in one end of the scale, fewer than `against` in the other. */
export type Comet = { readonly comet: { readonly agree: Fraction; readonly against: Fraction } }

/** Seats for the items with most support: one number for the round, or one for each kind. */
export type Top = { readonly top: number | Readonly<Record<string, number>> }

export type AcceptRule =
  | Top
  | { readonly atLeast: Fraction }
  | { readonly moreThan: Fraction }
  | Comet
  | 'rand'
  | 'none'

export type DropRule =
  | { readonly below: Fraction }
  | { readonly bottom: number }
  | Comet
  | 'rand'
  | 'rest'
  | 'none'

/**
 * What a share is a share of: all `ballots` handed in, or only those who took a `stand` on the item
 * (said yes or no, or rated it). docs/decisions/0005-abstain-and-shares.md says why each has its default.
 */
export type ShareBase = 'ballots' | 'stands'

/** Where accepted items are written. `none`: the round only sorts, and nothing is final. */
export type ProtocolName = 'comprehensive' | 'core' | 'none'

export type VotingRule = {
  readonly round: number
  readonly items: Selection
  readonly ballot: BallotForm
  readonly accept: AcceptRule
  readonly drop: DropRule
  readonly shareOf: ShareBase
  readonly protocol: ProtocolName
}

/** The kinds of items that a rule names, each once. */
export function kindsIn({ items, accept }: Pick<VotingRule, 'items' | 'accept'>): readonly string[] {
  const selected = typeof items === 'object' && 'kind' in items ? [items.kind] : []
  const seated =
    typeof accept === 'object' && 'top' in accept && typeof accept.top === 'object'
      ? Object.keys(accept.top)
      : []
  return [...new Set([...selected, ...seated])]
}

/** The kinds that a round's thresholds can name: those of its items, and those that its rule names already. */
export const kindsOfRound = (
  items: readonly Pick<Item, 'kind'>[],
  rule: Pick<VotingRule, 'items' | 'accept'>,
): readonly string[] => [...new Set([...items.map(item => item.kind), ...kindsIn(rule)])]

/** The rounds that must be decided before this selection is known. */
export function earlierRounds(selection: Selection): readonly number[] {
  if (typeof selection === 'string') return []
  if ('keptFrom' in selection) return selection.keptFrom
  if ('acceptedIn' in selection) return selection.acceptedIn
  return []
}
