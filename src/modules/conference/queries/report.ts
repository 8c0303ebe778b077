import '../tables.ts'
import { holdersWhoTook } from '../../../platform/anonymous/participation.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import type { DecidedRound } from '../rules/after/report.ts'
import { countParticipants, type Participants } from '../rules/experts/participants.ts'
import type { LineageItem } from '../rules/items/lineage.ts'
import {
  type Deviation,
  decidingRule,
  type RoundState,
  type Settlement,
  type Turnout,
} from '../rules/rounds/round.ts'
import type { Item, VotingRule } from '../rules/rounds/rule.ts'
import { type ConferenceSummary, findConference } from './conference.ts'
import { loadEvaluation, type StoredEvaluation } from './evaluation.ts'
import { type GroupCount, loadGroupCounts } from './group-counts.ts'
import { loadItems } from './items.ts'
import { associationNames } from './preparation-steps.ts'
import { loadOutcome, loadRounds, type StoredRound } from './rounds.ts'

/** A published round with all that is said of it. `rule` is what decided it; `lockedRule` what was shown before. */
export interface ReportRound extends DecidedRound {
  readonly lockedRule: VotingRule
  readonly ruleHash: string
  readonly openedAt: Date
  readonly closedAt: Date
  readonly publishedAt: Date
  readonly turnout: Turnout & { readonly taken: number }
  readonly deviations: readonly Deviation[]
  readonly settlements: readonly Settlement[]
  readonly items: readonly Item[]
  readonly groups: readonly GroupCount[]
}

/** What was done otherwise than planned, or put right after the report was published. */
export interface ReportDeviation {
  readonly round: number | null
  readonly what: string
  readonly reason: string
  readonly at: Date
}

export interface ReportArgument {
  readonly item: number
  readonly side: 'for' | 'against'
  readonly wording: string
}

/** All that a report is made of. The same for those who lead and, once it is published, for everybody. */
export interface Report {
  readonly conference: ConferenceSummary
  /** Names of the associations that hold it. */
  readonly holders: readonly string[]
  readonly participants: Participants
  readonly items: readonly LineageItem[]
  /** Published rounds, in order. */
  readonly rounds: readonly ReportRound[]
  /** Rounds whose result is not published yet; empty in a published report. */
  readonly unfinished: readonly { readonly round: number; readonly state: RoundState }[]
  /** Without a rule of its own: those that changed a round's rule stand in the round. */
  readonly deviations: readonly ReportDeviation[]
  readonly arguments: readonly ReportArgument[]
  readonly evaluation: StoredEvaluation | undefined
  /** What the ones who lead wrote in the ACCORD checklist, by its item. */
  readonly accord: Readonly<Record<string, string>>
}

/** The report of a conference that the actor sees; undefined otherwise. Visitors see published ones only. */
export async function loadReport(db: Reader, conferenceId: string): Promise<Report | undefined> {
  const conference = await findConference(db, conferenceId)
  if (!conference) return undefined
  const stored = await loadRounds(db, conferenceId)
  const [holders, items, rounds, deviations, noted, evaluation, accord, participants] = await Promise.all([
    associationNames(db, conference.associations),
    loadItems(db, conferenceId),
    Promise.all(stored.map(one => reportRound(db, conferenceId, one))),
    loadDeviations(db, conferenceId),
    loadArguments(db, conferenceId),
    loadEvaluation(db, conferenceId),
    loadAccordAnswers(db, conferenceId),
    loadParticipants(db, conferenceId, stored),
  ])
  return {
    conference,
    holders,
    participants,
    items,
    rounds: rounds.filter(round => round !== undefined),
    unfinished: stored
      .filter(({ round }) => round.state !== 'published')
      .map(({ number, round }) => ({ round: number, state: round.state })),
    deviations,
    arguments: noted,
    evaluation,
    accord,
  }
}

async function reportRound(
  db: Reader,
  conferenceId: string,
  stored: StoredRound,
): Promise<ReportRound | undefined> {
  const { round } = stored
  if (round.state !== 'published') return undefined
  const [outcome, groups] = await Promise.all([
    loadOutcome(db, conferenceId, stored),
    loadGroupCounts(db, conferenceId, stored),
  ])
  if (!outcome) return undefined
  return {
    rule: decidingRule(round),
    lockedRule: round.rule,
    ruleHash: round.ruleHash,
    openedAt: round.openedAt,
    closedAt: round.closedAt,
    publishedAt: round.publishedAt,
    turnout: { ...round.turnout, taken: stored.taken ?? round.turnout.voted },
    deviations: round.deviations,
    settlements: round.settlements,
    items: stored.items,
    outcome,
    groups,
  }
}

/** Counted once and for all when the report was published; before that, from the experts as they are. */
async function loadParticipants(
  db: Reader,
  conferenceId: string,
  rounds: readonly StoredRound[],
): Promise<Participants> {
  const kept = await db
    .selectFrom('conference.conference')
    .select('participation')
    .where('id', '=', conferenceId)
    .executeTakeFirst()
  return kept?.participation ?? countExperts(db, conferenceId, rounds)
}

/** Counts the experts as they are now; in the room of those who lead, who may see them. */
export async function countExperts(
  db: Reader,
  conferenceId: string,
  rounds: readonly StoredRound[],
): Promise<Participants> {
  const boxes = rounds.flatMap(({ number, boxId }) => (boxId ? [{ number, boxId }] : []))
  const [experts, took] = await Promise.all([
    db
      .selectFrom('conference.expert')
      .select(['id', 'association', 'role', 'invited_at', 'answered'])
      .where('conference_id', '=', conferenceId)
      .execute(),
    holdersWhoTook(
      db,
      boxes.map(box => box.boxId),
    ),
  ])
  return countParticipants(
    experts.map(({ id, association, role, invited_at, answered }) => ({
      association,
      role,
      answered,
      invited: invited_at !== null,
      votedIn: new Set(boxes.filter(box => took.get(box.boxId)?.has(id)).map(box => box.number)),
    })),
    boxes.map(box => box.number),
  )
}

const loadDeviations = (db: Reader, conferenceId: string): Promise<ReportDeviation[]> =>
  db
    .selectFrom('conference.deviation')
    .select(['round', 'what', 'reason', 'noted_at as at'])
    .where('conference_id', '=', conferenceId)
    .where('rule', 'is', null)
    .orderBy('noted_at')
    .execute()

const loadArguments = (db: Reader, conferenceId: string): Promise<ReportArgument[]> =>
  db
    .selectFrom('conference.argument')
    .select(['item', 'side', 'wording'])
    .where('conference_id', '=', conferenceId)
    .orderBy('item')
    .orderBy('side', 'desc')
    .orderBy('id')
    .execute()

/** What has been written in the ACCORD checklist, by its item. */
async function loadAccordAnswers(db: Reader, conferenceId: string): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom('conference.accord_answer')
    .select(['item', 'wording'])
    .where('conference_id', '=', conferenceId)
    .execute()
  return Object.fromEntries(rows.map(row => [row.item, row.wording]))
}
