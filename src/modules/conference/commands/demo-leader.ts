import type { Result } from '../../../platform/result.ts'
import { type Actor, actorOf, demoPersonas } from '../../identity/index.ts'
import { demoAssociations } from '../../organisations/index.ts'

/** The facilitator that the demo's own steps are done as. */
export const demoLeader = (now: Date): Actor =>
  actorOf(
    {
      kind: 'account',
      id: demoPersonas[0]?.id ?? '',
      scope: { role: 'process-leader', associations: demoAssociations.map(one => one.id), name: '' },
    },
    now,
  )

/** The demo does nothing that could be refused. */
export function refuseNothing(result: Result<unknown, string>): void {
  if (!result.ok) throw new Error(`the demo was refused: ${result.refusal}`)
}
