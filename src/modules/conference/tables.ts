import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Participants } from './rules/experts/participants.ts'
import type { VotingRule } from './rules/rounds/rule.ts'

/** What a conference says of itself. Dates without time, `YYYY-MM-DD`. */
export interface ConferenceInput {
  readonly name: string
  readonly place: string
  readonly startsOn: string
  readonly endsOn: string
  readonly information: string
}

interface Conference {
  id: string
  name: string
  place: Generated<string>
  starts_on: string
  ends_on: string
  information: Generated<string>
  described_before: JSONColumnType<ConferenceInput | null, string | null | undefined>
  associations: string[]
  seed: number
  published_at: Date | null
  participation: ColumnType<Participants | null, string | null | undefined, string | null>
  created_at: Generated<Date>
}

interface Expert {
  id: string
  conference_id: string
  number: number
  name: string
  email: string | null
  association: string
  role: string
  invited_at: Date | null
  answered: 'accepted' | 'declined' | null
  link_hash: Buffer | null
  link_ends_at: Date | null
}

interface ItemRow {
  conference_id: string
  number: number
  kind: string
  perspective: Generated<string>
  wording_sv: Generated<string>
  wording_en: Generated<string>
  explanation: Generated<string>
  retired: Generated<boolean>
  derived: 'merged' | 'split' | 'reworded' | null
}

interface ItemOrigin {
  conference_id: string
  number: number
  origin: number
}

interface Preparation {
  expert_id: string
  conference_id: string
  item: number
  mark: 'important' | 'perhaps' | 'leave-out' | ''
  note: Generated<string>
}

interface RoundRow {
  conference_id: string
  number: number
  rule: JSONColumnType<VotingRule>
  state: Generated<'planned' | 'open' | 'closed' | 'published'>
  rule_hash: string | null
  box_id: string | null
  closes_at: Date | null
  opened_at: Date | null
  closed_at: Date | null
  published_at: Date | null
  entitled: number | null
  taken: number | null
  voted: number | null
}

interface RoundItem {
  conference_id: string
  round: number
  item: number
  outcome: 'accepted' | 'dropped' | 'kept' | null
}

interface ItemCount {
  conference_id: string
  round: number
  part: Generated<number>
  item: number
  stratum: string
  choice: string
  votes: number
}

interface StratumTurnout {
  conference_id: string
  round: number
  part: number
  stratum: string
  voted: number | null
}

interface SettlementRow {
  conference_id: string
  round: number
  part: number
  cut: 'accept' | 'drop'
  items: number[]
  seats: number
  decision: 'all' | 'none' | 'run-off'
  settled_at: Date
  box_id: string | null
  closed_at: Date | null
  entitled: number | null
  taken: number | null
  voted: number | null
}

interface DeviationRow {
  id: Generated<string>
  conference_id: string
  round: number | null
  rule: JSONColumnType<VotingRule> | null
  rule_hash: string | null
  what: Generated<string>
  reason: string
  noted_at: Generated<Date>
}

interface Sitting {
  conference_id: string
  number: number
  groups: number
}

interface Seat {
  conference_id: string
  sitting: number
  group_number: number
  expert_id: string
}

interface Argument {
  id: Generated<string>
  conference_id: string
  item: number
  sitting: number
  group_number: number
  side: 'for' | 'against'
  wording: string
  noted_at: Generated<Date>
}

interface Evaluation {
  conference_id: string
  state: 'open' | 'closed'
  box_id: string
  entitled: number | null
  answered: number | null
  withheld: Generated<number>
}

interface EvaluationCount {
  conference_id: string
  question: string
  answer: string
  answers: number
}

interface EvaluationComment {
  id: Generated<string>
  conference_id: string
  wording: string
  withheld: Generated<boolean>
}

interface AccordAnswer {
  conference_id: string
  item: string
  wording: string
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    'conference.conference': Conference
    'conference.expert': Expert
    'conference.item': ItemRow
    'conference.item_origin': ItemOrigin
    'conference.preparation': Preparation
    'conference.round': RoundRow
    'conference.round_item': RoundItem
    'conference.item_count': ItemCount
    'conference.stratum_turnout': StratumTurnout
    'conference.settlement': SettlementRow
    'conference.deviation': DeviationRow
    'conference.sitting': Sitting
    'conference.seat': Seat
    'conference.argument': Argument
    'conference.evaluation': Evaluation
    'conference.evaluation_count': EvaluationCount
    'conference.evaluation_comment': EvaluationComment
    'conference.accord_answer': AccordAnswer
  }
}
