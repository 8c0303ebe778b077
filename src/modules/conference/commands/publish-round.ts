import '../tables.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { ok, type Result } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { conferenceChanged } from '../events.ts'
import { publish } from '../rules/rounds/round.ts'
import { requireLead } from './conference.ts'
import { closedRound, type LeadRefusal, saveRound } from './locked-rounds.ts'

/** Shows the result to everybody in the conference. Refused while a tie stands. */
export async function publishRound(
  trx: Transaction,
  actor: Actor,
  { conferenceId, number }: { readonly conferenceId: string; readonly number: number },
): Promise<Result<void, LeadRefusal>> {
  await requireLead(trx, actor, conferenceId)
  const found = await closedRound(trx, conferenceId, number)
  if (!found.ok) return found
  const { stored, outcome } = found.value
  const published = publish(stored.round, outcome, actor.now)
  if (!published.ok) return published
  for (const [result, items] of [
    ['accepted', outcome.accepted],
    ['dropped', outcome.dropped],
    ['kept', outcome.kept],
  ] as const) {
    if (items.length === 0) continue
    await trx
      .updateTable('conference.round_item')
      .set({ outcome: result })
      .where('conference_id', '=', conferenceId)
      .where('round', '=', number)
      .where('item', 'in', [...items])
      .execute()
  }
  await saveRound(trx, conferenceId, number, {
    state: 'published',
    published_at: published.value.publishedAt,
  })
  await audit(trx, 'conference.round-published', { conferenceId, number })
  await conferenceChanged(trx, conferenceId)
  return ok(undefined)
}
