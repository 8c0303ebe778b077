import '../tables.ts'
import type { AnswerBoxes, BoxRefusal } from '../../../platform/anonymous/box.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { DatabaseActor } from '../../../platform/database/actor.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { tokenHash } from '../../../platform/http/session.ts'
import { ok, type Result, refuse } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { conferenceChanged } from '../events.ts'
import { requirePermission } from '../policy.ts'
import {
  findHappening,
  findOwn,
  findOwnSeat,
  itemsInDiscussion,
  loadPreparation,
  type OwnExpert,
  type PreparedItem,
} from '../queries/take-part.ts'
import type { ArgumentInput } from '../schema/take-part/argument-form.ts'

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
async function requireExpert(trx: Transaction, actor: Actor): Promise<OwnExpert> {
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

/**
 * Takes the right to answer in a box; whoever was entitled when it opened may. Not audited: who took it when is nobody's
 * business. Writes in a transaction of its own, together with the others who ask at the same moment.
 */
export async function takeRight(
  actor: Actor,
  boxes: AnswerBoxes,
  { boxId, nonce }: { readonly boxId: string; readonly nonce: Buffer },
): Promise<Result<string, BoxRefusal>> {
  requirePermission(actor.kind === 'expert')
  if (nonce.length !== 32) return refuse('right-not-valid')
  return boxes.take(actor, boxId, nonce)
}

/**
 * Keeps what the expert thinks at home; items that are not in the conference are passed over. Not audited: when somebody
 * thought of what is nobody's business.
 */
export async function savePreparation(
  trx: Transaction,
  actor: Actor,
  prepared: readonly (Partial<PreparedItem> & { readonly item: number })[],
): Promise<void> {
  const expert = await requireExpert(trx, actor)
  const known = new Set(
    (
      await trx
        .selectFrom('conference.item')
        .select('number')
        .where('conference_id', '=', expert.conferenceId)
        .where('retired', '=', false)
        .execute()
    ).map(item => item.number),
  )
  const before = new Map((await loadPreparation(trx, expert.id)).map(one => [one.item, one]))
  const rows = prepared
    .filter(({ item }) => known.has(item))
    .map(({ item, mark, note }) => ({
      expert_id: expert.id,
      conference_id: expert.conferenceId,
      item,
      mark: mark ?? before.get(item)?.mark ?? '',
      note: note ?? before.get(item)?.note ?? '',
    }))
  if (rows.length === 0) return
  await trx
    .insertInto('conference.preparation')
    .values(rows)
    .onConflict(conflict =>
      conflict.columns(['expert_id', 'item']).doUpdateSet(({ ref }) => ({
        mark: ref('excluded.mark'),
        note: ref('excluded.note'),
      })),
    )
    .execute()
}

export type ArgumentRefusal = 'no-seat' | 'no-such-item' | 'no-such-argument'

/**
 * Notes an argument in the name of the group that the expert sits in now. Not audited: the audit would say who in the group
 * wrote it, and the argument is the group's.
 */
export async function noteArgument(
  trx: Transaction,
  actor: Actor,
  input: ArgumentInput,
): Promise<Result<void, ArgumentRefusal>> {
  const expert = await requireExpert(trx, actor)
  const happening = await findHappening(trx, expert.conferenceId)
  const seat = await findOwnSeat(trx, expert.id, happening?.sitting ?? null)
  if (!seat) return refuse('no-seat')
  const discussed = await itemsInDiscussion(trx, expert.conferenceId)
  if (!discussed.some(item => item.number === input.item)) return refuse('no-such-item')
  await trx
    .insertInto('conference.argument')
    .values({
      conference_id: expert.conferenceId,
      item: input.item,
      sitting: seat.sitting,
      group_number: seat.group,
      side: input.side,
      wording: input.wording,
    })
    .execute()
  await conferenceChanged(trx, expert.conferenceId)
  return ok(undefined)
}

/** Takes an argument of the expert's own group away again. */
export async function removeArgument(
  trx: Transaction,
  actor: Actor,
  id: string,
): Promise<Result<void, ArgumentRefusal>> {
  const expert = await requireExpert(trx, actor)
  const removed = await trx.deleteFrom('conference.argument').where('id', '=', id).executeTakeFirst()
  if (removed.numDeletedRows === 0n) return refuse('no-such-argument')
  await conferenceChanged(trx, expert.conferenceId)
  return ok(undefined)
}
