import '../tables.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { ok, type Result, refuse } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { conferenceChanged } from '../events.ts'
import { loadRounds } from '../queries/rounds.ts'
import type { PlanRefusal } from '../rules/rounds/plan.ts'
import { changeRule } from '../rules/rounds/round.ts'
import type { VotingRule } from '../rules/rounds/rule.ts'
import { ruleHash } from '../rules/rounds/rule-hash.ts'
import { requireLead } from './conference.ts'
import { type LeadRefusal, lockRounds } from './locked-rounds.ts'

/**
 * Changes the rules of the rounds that have not been opened. `change` gets the rules as they are now and how many
 * rounds have been opened, and gives all rules as they shall be.
 */
export async function changePlan(
  trx: Transaction,
  actor: Actor,
  conferenceId: string,
  change: (rules: readonly VotingRule[], locked: number) => Result<readonly VotingRule[], PlanRefusal>,
): Promise<Result<void, PlanRefusal>> {
  await requireLead(trx, actor, conferenceId)
  const rounds = await lockRounds(trx, conferenceId)
  const locked = rounds.filter(({ round }) => round.state !== 'planned').length
  const changed = change(
    rounds.map(({ round }) => round.rule),
    locked,
  )
  if (!changed.ok) return changed
  const planned = await planRounds(trx, actor, conferenceId, changed.value)
  return planned.ok ? planned : refuse('rule-locked')
}

/** Sets the rules of all rounds that have not been opened; opened rounds must come back unchanged. */
export async function planRounds(
  trx: Transaction,
  actor: Actor,
  conferenceId: string,
  rules: readonly VotingRule[],
): Promise<Result<void, LeadRefusal>> {
  const conference = await requireLead(trx, actor, conferenceId)
  if (conference.publishedAt) return refuse('report-published')
  const rounds = await loadRounds(trx, conferenceId)
  for (const { number, round } of rounds) {
    const rule = rules.find(one => one.round === number)
    if (round.state !== 'planned') {
      if (!rule || ruleHash(rule) !== ruleHash(round.rule)) return refuse('rule-locked')
    } else if (rule) {
      const changed = changeRule(round, rule)
      if (!changed.ok) return changed
    }
  }
  await trx
    .deleteFrom('conference.round')
    .where('conference_id', '=', conferenceId)
    .where('state', '=', 'planned')
    .execute()
  const planned = rules.filter(
    rule => !rounds.some(one => one.number === rule.round && one.round.state !== 'planned'),
  )
  if (planned.length > 0) {
    await trx
      .insertInto('conference.round')
      .values(
        planned.map(rule => ({
          conference_id: conferenceId,
          number: rule.round,
          rule: JSON.stringify(rule),
        })),
      )
      .execute()
  }
  await audit(trx, 'conference.rounds-planned', { conferenceId, rounds: rules.length })
  await conferenceChanged(trx, conferenceId)
  return ok(undefined)
}
