import '../tables.ts'
import type { AnswerBoxes, BoxRefusal } from '../../../platform/anonymous/box.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { DatabaseActor } from '../../../platform/database/actor.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { tokenHash } from '../../../platform/http/session.ts'
import { type Result, refuse } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { conferenceChanged } from '../events.ts'
import { requirePermission } from '../policy.ts'
import { findOwn, type OwnExpert } from '../queries/take-part.ts'

const system: DatabaseActor = { room: 'system', id: null, associations: [] }

/** Whom an invitation is for. */
export interface Invitation {
  readonly expertId: string
  readonly conferenceId: string
  readonly conference: string
  readonly expert: string
}

/** The invitation of a link that has not been used and has not ended. Changes nothing. */
export const findInvitation = (
  database: Database,
  token: string,
  now: Date,
): Promise<Invitation | undefined> => database.read(system, db => invitationOf(db as Transaction, token, now))

/** Uses the link up. Of two that come at once, one gets the invitation. */
export const redeemInvitation = (
  database: Database,
  token: string,
  now: Date,
): Promise<Invitation | undefined> =>
  database.write(system, async trx => {
    const invitation = await invitationOf(trx, token, now)
    if (!invitation) return undefined
    const used = await trx
      .updateTable('conference.expert')
      .set({ link_hash: null, link_ends_at: null })
      .where('id', '=', invitation.expertId)
      .where('link_hash', '=', tokenHash(token))
      .executeTakeFirst()
    return used.numUpdatedRows === 1n ? invitation : undefined
  })

const invitationOf = (trx: Transaction, token: string, now: Date): Promise<Invitation | undefined> =>
  trx
    .selectFrom('conference.expert as expert')
    .innerJoin('conference.conference as conference', 'conference.id', 'expert.conference_id')
    .select(['expert.id as expertId', 'expert.name as expert'])
    .select(['conference.id as conferenceId', 'conference.name as conference'])
    .where('expert.link_hash', '=', tokenHash(token))
    .where('expert.link_ends_at', '>', now)
    .executeTakeFirst()

/**
 * The expert who acts, in the conference that the invitation was for.
 * @throws {Forbidden}
 */
export async function requireExpert(trx: Transaction, actor: Actor): Promise<OwnExpert> {
  const own = await findOwn(trx, actor)
  requirePermission(own !== undefined)
  return own.expert
}

/** Says yes or no to the invitation. May be changed; who said no when a vote opens has no ballot in it. */
export async function answerInvitation(
  trx: Transaction,
  actor: Actor,
  answer: 'accepted' | 'declined',
): Promise<void> {
  const expert = await requireExpert(trx, actor)
  await trx.updateTable('conference.expert').set({ answered: answer }).where('id', '=', expert.id).execute()
  await audit(trx, 'conference.invitation-answered', { conferenceId: expert.conferenceId })
  await conferenceChanged(trx, expert.conferenceId)
}

/** Takes the right to answer in a box. Not audited: who took it when is nobody's business. */
export async function takeRight(
  trx: Transaction,
  actor: Actor,
  boxes: AnswerBoxes,
  { boxId, nonce }: { readonly boxId: string; readonly nonce: Buffer },
): Promise<Result<string, BoxRefusal>> {
  const expert = await requireExpert(trx, actor)
  if (nonce.length !== 32) return refuse('right-not-valid')
  return boxes.take(trx, boxId, expert.id, nonce)
}
