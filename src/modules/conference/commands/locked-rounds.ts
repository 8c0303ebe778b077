import '../tables.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { ok, type Result, refuse } from '../../../platform/result.ts'
import { loadOutcome, loadRounds, type StoredRound } from '../queries/rounds.ts'
import type { Outcome } from '../rules/rounds/outcome.ts'
import type { Round, RoundRefusal } from '../rules/rounds/round.ts'
import { lockConference } from './conference.ts'

/** Why a round cannot be led on; its sentence is in messages/lead-forms.ts. */
export type LeadRefusal =
  | RoundRefusal
  | 'no-such-round'
  | 'no-items'
  | 'no-experts'
  | 'another-round-open'
  | 'earlier-round-not-published'
  | 'report-published'

/** The rounds, with nobody else changing them until the end of the transaction. */
export async function lockRounds(trx: Transaction, conferenceId: string): Promise<StoredRound[]> {
  await lockConference(trx, conferenceId)
  return loadRounds(trx, conferenceId)
}

/** A round whose vote has been counted, with its outcome and locked as all rounds are. */
export async function closedRound(
  trx: Transaction,
  conferenceId: string,
  number: number,
): Promise<Result<{ stored: StoredRound & { readonly round: Round }; outcome: Outcome }, LeadRefusal>> {
  const stored = (await lockRounds(trx, conferenceId)).find(one => one.number === number)
  if (!stored) return refuse('no-such-round')
  const outcome = await loadOutcome(trx, conferenceId, stored)
  return outcome ? ok({ stored, outcome }) : refuse('round-not-closed')
}

export const saveRound = (
  trx: Transaction,
  conferenceId: string,
  number: number,
  columns: Partial<{
    state: 'open' | 'closed' | 'published'
    rule_hash: string
    box_id: string
    opened_at: Date
    closes_at: Date | null
    closed_at: Date
    published_at: Date
    entitled: number
    taken: number
    voted: number
  }>,
) =>
  trx
    .updateTable('conference.round')
    .set(columns)
    .where('conference_id', '=', conferenceId)
    .where('number', '=', number)
    .execute()
