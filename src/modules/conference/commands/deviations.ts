import '../tables.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { ok, type Result } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { conferenceChanged } from '../events.ts'
import { deviate } from '../rules/rounds/round.ts'
import type { VotingRule } from '../rules/rounds/rule.ts'
import { requireLead } from './conference.ts'
import { closedRound, type LeadRefusal } from './locked-rounds.ts'

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

/** Decides a closed round by another rule than the locked one; the reason is published with the result. */
export async function deviateFromRule(
  trx: Transaction,
  actor: Actor,
  input: {
    readonly conferenceId: string
    readonly number: number
    readonly rule: VotingRule
    readonly reason: string
  },
): Promise<Result<void, LeadRefusal>> {
  const { conferenceId, number } = input
  await requireLead(trx, actor, conferenceId)
  const found = await closedRound(trx, conferenceId, number)
  if (!found.ok) return found
  const changed = deviate(found.value.stored.round, input.rule, input.reason, actor.now)
  if (!changed.ok) return changed
  const deviation = changed.value.deviations.at(-1)
  await trx
    .insertInto('conference.deviation')
    .values({
      conference_id: conferenceId,
      round: number,
      rule: JSON.stringify(input.rule),
      rule_hash: deviation?.ruleHash ?? null,
      reason: deviation?.reason ?? input.reason,
      noted_at: actor.now,
    })
    .execute()
  await audit(trx, 'conference.rule-deviated', { conferenceId, number, ruleHash: deviation?.ruleHash ?? '' })
  await conferenceChanged(trx, conferenceId)
  return ok(undefined)
}
