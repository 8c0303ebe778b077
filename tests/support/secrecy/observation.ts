import type { Needle } from './needles.ts'

/** A row as it lies in the database, or a version of one that is dead and not yet swept away. */
export interface StoredRow {
  /** With its schema. */
  readonly table: string
  /** Block, and line in the block (`ctid`). */
  readonly place: readonly [number, number]
  /** Transactions that wrote it and that changed, removed or locked it (0: none). */
  readonly xmin: number
  readonly xmax: number
  /** Nobody who asks in SQL sees it. */
  readonly isDead: boolean
  /** Values as text, bytes as `\x…`. */
  readonly columns: Readonly<Record<string, string | null>>
}

/** A voter as the test knows them: all that an onlooker would give much to see together. */
export interface Voter {
  /** Who it is: ids, hashes of sessions, … in every form that they may be written in. */
  readonly person: readonly Needle[]
  /** Short names, such as a number: they count only where they are a whole value. */
  readonly labels: readonly string[]
  /** What is only in the phone, and what is made of it: nonces, rights, the hashes of both. */
  readonly secrets: readonly Needle[]
  /** The choices of each ballot, item by item; the latest counts. Empty: handed none in. */
  readonly ballots: readonly (readonly string[])[]
  /** What was written in own words, which is published without a name when `evaluation-closed` has happened. */
  readonly words: readonly Needle[]
}

/** What had happened since the onlooker looked last. `voters` are places among the voters, in the order in which it was done. */
export interface Happening {
  readonly kind:
    | 'begun'
    | 'opened'
    | 'right'
    | 'ballot'
    | 'changed'
    | 'refused'
    | 'at-once'
    | 'reissued'
    | 'closed'
    | 'published'
    | 'evaluated'
    | 'evaluation-closed'
  readonly voters: readonly number[]
}

/** All that there was to see at one moment. */
export interface Moment {
  readonly happened: Happening
  /** The same object as before where nothing changed. */
  readonly rows: readonly StoredRow[]
  /** What the program logged since the moment before, a line each. */
  readonly log: readonly string[]
}

/** All that an onlooker saw from before the vote was opened until long after. */
export interface Observation {
  readonly voters: readonly Voter[]
  /** What must be nowhere and is nobody's: the installation's secret, and the keys that are made from it. */
  readonly secrets: readonly Needle[]
  readonly moments: readonly Moment[]
}

export type Rule =
  /** An answer, or what leads to it, lies there to read. */
  | 'said-aloud'
  /** A whole ballot can be read out of what lies there, in whatever letters. */
  | 'spelled-out'
  /** Where few voters are known and where an answer is have something in common. */
  | 'in-common'
  /** Something lies in the order in which the voters came. */
  | 'in-order'
  /** What one voter did changed something that tells who it was, or what they said. */
  | 'step-by-step'
  /** The log says too much. */
  | 'log'

export interface Leak {
  readonly rule: Rule
  /** Table, file or `log`. */
  readonly where: string
  readonly what: string
}

/** Fewer than this are few: whoever is among them does not hide. */
export const fewestToHideIn = 5

export const nameOf = ({ kind, voters }: Happening): string =>
  voters.length === 1 ? `${kind} of voter ${voters[0]}` : kind

/** The moment when it happened first, or as many as there are moments. */
export function momentOf(observation: Observation, kind: Happening['kind']): number {
  const found = observation.moments.findIndex(({ happened }) => happened.kind === kind)
  return found < 0 ? observation.moments.length : found
}

/** Those that were not there when the vote had just been opened, each with the moment when it was seen first. */
export function* newRows(observation: Observation): Generator<{ row: StoredRow; at: number }> {
  const opened = momentOf(observation, 'opened')
  const seen = new Set(observation.moments.slice(0, opened + 1).flatMap(({ rows }) => rows))
  for (const [at, { rows }] of observation.moments.entries()) {
    if (at <= opened) continue
    for (const row of rows) {
      if (seen.has(row)) continue
      seen.add(row)
      yield { row, at }
    }
  }
}
