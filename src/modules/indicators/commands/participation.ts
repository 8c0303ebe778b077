import '../tables.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import type { Actor } from '../../identity/index.ts'
import { mayDecide, requirePermission } from '../policy.ts'

/** Who else may see an association's results: others that compare, or everybody. */
export type Sharing = 'compares' | 'publishes'

/** Begins or ends one way of sharing. What others have read already stays with them. */
export async function decideSharing(
  trx: Transaction,
  actor: Actor,
  input: { readonly associationId: string; readonly sharing: Sharing; readonly on: boolean },
): Promise<void> {
  const { associationId, sharing, on } = input
  requirePermission(mayDecide(actor, associationId))
  await trx
    .insertInto('indicators.participation')
    .values({ association_id: associationId, [sharing]: on })
    .onConflict(conflict => conflict.column('association_id').doUpdateSet({ [sharing]: on }))
    .execute()
  await audit(trx, 'indicators.sharing-decided', { associationId, sharing, on })
}
