import '../tables.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import type { Actor } from '../../identity/index.ts'
import { conferenceChanged } from '../events.ts'
import { requireLead } from './conference.ts'

/** Notes what was done otherwise than planned, and why. It is published with the report, and cannot be taken back. */
export async function noteDeviation(
  trx: Transaction,
  actor: Actor,
  conferenceId: string,
  { what, reason }: { readonly what: string; readonly reason: string },
): Promise<void> {
  await requireLead(trx, actor, conferenceId)
  await trx
    .insertInto('conference.deviation')
    .values({
      conference_id: conferenceId,
      round: null,
      rule: null,
      rule_hash: null,
      what,
      reason,
      noted_at: actor.now,
    })
    .execute()
  await audit(trx, 'conference.deviation-noted', { conferenceId })
  await conferenceChanged(trx, conferenceId)
}
