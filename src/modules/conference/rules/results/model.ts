import type { SettledTie, SupportedItem, Turnout } from '../lead-model.ts'
import type { VotingRule } from '../rounds/rule.ts'

/** A counted round: all that is published of it, most support first. */
export interface ResultModel {
  readonly conferenceId: string
  readonly conference: string
  readonly number: number
  readonly of: number
  readonly isPublished: boolean
  readonly ballot: 'yes-no' | 'choose' | 'rating-1-9'
  readonly turnout: Turnout & { readonly taken: number | null }
  readonly lockedRule: RuleWithHash
  /** The last of them decided. */
  readonly deviations: readonly (RuleWithHash & { readonly reason: string })[]
  readonly items: readonly ItemResult[]
  readonly groups: readonly ResultGroup[]
  readonly settled: readonly SettledTie[]
  readonly runOffs: readonly RunOffResult[]
  /** Items that wait for a tie to be settled. */
  readonly waiting: number
}

export interface RuleWithHash {
  readonly rule: VotingRule
  /** SHA-256, hexadecimal. */
  readonly hash: string
}

export interface ItemResult {
  readonly item: number
  readonly name: string
  /** With the number before it, as on a ballot. */
  readonly label: string
  readonly kind: string
  /** Where items are rated, `yes` is how many rated 7-9 and `no` how many rated 1-3. */
  readonly yes: number
  readonly no: number
  readonly abstain: number
  /** Ballots handed in in the round. */
  readonly ballots: number
  /** What the rule's thresholds are measured on. */
  readonly share: { readonly yes: number; readonly of: number }
  readonly outcome: 'accepted' | 'kept' | 'dropped' | 'undecided'
  /** Of those who took a stand, how many stood on the same side; null when nobody did. */
  readonly agreement: {
    readonly side: 'yes' | 'no' | 'rated 1-3' | 'rated 4-6' | 'rated 7-9'
    readonly yes: number
    readonly of: number
  } | null
  /** Where items are rated, and somebody rated this one. */
  readonly rating: {
    readonly rated: number
    readonly median: number
    readonly lowerQuartile: number
    readonly upperQuartile: number
    /** Mean distance from the median, in steps of the scale. */
    readonly spread: number
    /** By RAND/UCLA: the interpercentile range adjusted for symmetry. */
    readonly disagrees: boolean
    /** How many gave each rating from 1 to 9. */
    readonly histogram: readonly number[]
  } | null
  /** How far the answers moved since an earlier round on the item; `change` is a net share 0-1. */
  readonly stability: { readonly since: number; readonly change: number; readonly stable: boolean } | null
  /** The groups whose votes are shown. */
  readonly groups: readonly { readonly group: string; readonly yes: number; readonly of: number }[]
}

export interface ResultGroup {
  readonly group: string
  /** Null where the group is held back. */
  readonly voted: number | null
}

export interface RunOffResult {
  readonly turnout: Turnout
  readonly items: readonly SupportedItem[]
}
