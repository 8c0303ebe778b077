import type { ItemNumber } from './rounds/rule.ts'

// Words of the rules, said again: what the rules compute with needs a younger JavaScript than old browsers have.
export type Cut = 'accept' | 'drop'
export type Decision = 'all' | 'none' | 'run-off'
export interface Turnout {
  readonly entitled: number
  readonly voted: number
}

/** An item as a page names it. */
export interface NamedItem {
  readonly item: ItemNumber
  readonly name: string
  /** With the number before it, as on a ballot. */
  readonly label: string
}

/** What was said for an item. `yes` of `of` is the share that the rule's thresholds are measured on. */
export interface Support {
  readonly yes: number
  readonly of: number
  /** Where items are rated. */
  readonly median?: number
}
export type SupportedItem = NamedItem & Support

/** What the facilitator leads by. Plain JSON: the same on the first page and in every live message. */
export interface ConsoleModel {
  readonly conferenceId: string
  readonly conference: string
  readonly rounds: readonly {
    readonly number: number
    readonly state: 'planned' | 'open' | 'closed' | 'published'
  }[]
  /** The first round that is not published; null when all are, or when there is none. */
  readonly current: CurrentRound | null
}

export type CurrentRound = {
  readonly number: number
  /** The rule that decides, in sentences, and its hash; a deviation's after a deviation. */
  readonly rule: readonly string[]
  readonly ruleHash: string
  readonly items: number
} & (
  | {
      readonly state: 'planned'
      readonly experts: number
      /** The sitting of groups whose turn it is before this round, and whether it is planned. */
      readonly sitting: { readonly number: number; readonly isPlanned: boolean } | null
    }
  | {
      readonly state: 'open'
      readonly turnout: OpenTurnout
      /** ISO 8601, or null when no length was planned. */
      readonly closesAt: string | null
    }
  | {
      readonly state: 'run-off'
      readonly cut: Cut
      readonly seats: number
      readonly tied: readonly NamedItem[]
      readonly turnout: OpenTurnout
    }
  | {
      readonly state: 'closed'
      readonly turnout: Turnout
      readonly accepted: readonly SupportedItem[]
      readonly kept: readonly SupportedItem[]
      readonly dropped: readonly SupportedItem[]
      readonly ties: readonly StandingTie[]
      readonly settled: readonly SettledTie[]
      /** Reasons of the deviations from the locked rule. */
      readonly deviations: readonly string[]
    }
)

export interface OpenTurnout {
  readonly entitled: number
  readonly taken: number
  readonly voted: number
}

/** A tie that must be settled before the round can be published. */
export interface StandingTie {
  readonly cut: Cut
  readonly seats: number
  readonly tied: readonly SupportedItem[]
  /** The tie stood in a run-off on these items too. */
  readonly afterRunOff: boolean
}

/** Equal items at a cut: `seats` of them would pass it. */
export interface TiedItems {
  readonly cut: Cut
  readonly seats: number
  readonly items: readonly ItemNumber[]
}

/** A tie and what was chosen for it. */
export interface SettledTie extends TiedItems {
  readonly decision: Decision
  /** These items had been voted on again, and tied in that run-off too. */
  readonly isAgain: boolean
  /** Of a run-off that has closed. */
  readonly runOff?: Turnout
}

/** What the whole room sees. Nothing of a result is in it before the result is published. */
export interface ProjectorModel {
  readonly conferenceId: string
  readonly conference: string
  readonly place: string
  /** How many voting rounds the conference has. */
  readonly of: number
  readonly takePart: TakePart
  readonly scene: Scene
}

/** Where the experts' phones go. */
export interface TakePart {
  readonly link: string
  /** The link as a QR code: rows of modules, `1` is dark. */
  readonly qr: readonly string[]
}

export type Scene =
  | { readonly shows: 'welcome'; readonly round: number | null }
  | {
      readonly shows: 'voting'
      readonly round: number
      readonly items: number
      readonly isRunOff: boolean
      readonly turnout: Turnout
      readonly closesAt: string | null
    }
  | { readonly shows: 'counting'; readonly round: number; readonly turnout: Turnout }
  | {
      readonly shows: 'result'
      readonly round: number
      readonly turnout: Turnout
      readonly accepted: readonly SupportedItem[]
      readonly kept: readonly SupportedItem[]
      readonly dropped: readonly SupportedItem[]
      /** What the votes did not decide by themselves is said beside the result. */
      readonly settled: readonly SettledTie[]
      readonly deviations: readonly string[]
    }
