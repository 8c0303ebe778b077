import type { Transaction } from '../../../platform/database/tables.ts'
import { type Result, refuse } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { loadRounds } from '../queries/rounds.ts'
import type { PlanRefusal } from '../rules/rounds-plan.ts'
import type { VotingRule } from '../rules/rule.ts'
import { requireLead } from './conference.ts'
import { planRounds } from './rounds.ts'

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
  await trx
    .selectFrom('conference.conference')
    .select('id')
    .where('id', '=', conferenceId)
    .forUpdate()
    .execute()
  const rounds = await loadRounds(trx, conferenceId)
  const locked = rounds.filter(({ round }) => round.state !== 'planned').length
  const changed = change(
    rounds.map(({ round }) => round.rule),
    locked,
  )
  if (!changed.ok) return changed
  const planned = await planRounds(trx, actor, conferenceId, changed.value)
  return planned.ok ? planned : refuse('rule-locked')
}
