import '../tables.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { DatabaseActor } from '../../../platform/database/actor.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { newToken, tokenHash } from '../../../platform/http/session.ts'
import { enqueue, type JobPayload, type Queue } from '../../../platform/jobs/jobs.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { ok, type Result, refuse } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { conferenceChanged } from '../events.ts'
import { invitationLetter } from '../messages/letter.ts'
import { findConference } from '../queries/conference.ts'
import { type ListedExpert, loadExperts } from '../queries/experts.ts'
import { requireLead } from './conference.ts'

const inviteQueue = 'conference.invite'
const linkDays = 30
const system: DatabaseActor = { room: 'system', id: null, associations: [] }

export type InvitationRefusal = 'no-such-expert' | 'nobody-to-invite'

/** Where an expert opens the invitation. */
const invitationLink = (publicUrl: string, token: string): string => `${publicUrl}/invitation/${token}`

/**
 * Lets a letter go to one expert, or to all who have an address and have not been invited. The link is drawn by the job
 * that sends it, so that nothing that is kept, not even the queue, holds a link that opens.
 */
export async function inviteByLetter(
  trx: Transaction,
  actor: Actor,
  conferenceId: string,
  whom: { readonly expertId: string } | 'not-invited',
): Promise<Result<{ readonly letters: number }, InvitationRefusal>> {
  await requireLead(trx, actor, conferenceId)
  const experts = await loadExperts(trx, conferenceId)
  const chosen = experts.filter(one =>
    whom === 'not-invited'
      ? one.email !== null && one.invitedAt === null && one.answered === null
      : one.id === whom.expertId && one.email !== null,
  )
  if (chosen.length === 0) return refuse(whom === 'not-invited' ? 'nobody-to-invite' : 'no-such-expert')
  for (const { id } of chosen) await enqueue(trx, inviteQueue, { conferenceId, expertId: id })
  await markInvited(trx, actor, chosen)
  await audit(trx, 'conference.experts-invited', { conferenceId, letters: chosen.length })
  await conferenceChanged(trx, conferenceId)
  return ok({ letters: chosen.length })
}

export interface HandedLink {
  readonly expert: ListedExpert
  readonly link: string
}

/**
 * Draws fresh links to hand over: for one expert, or for all who may still come. Each voids the expert's earlier link.
 * The links are in the answer and nowhere else.
 */
export async function drawLinks(
  trx: Transaction,
  actor: Actor,
  conferenceId: string,
  publicUrl: string,
  whom: { readonly expertId: string } | 'all',
): Promise<Result<{ readonly links: readonly HandedLink[]; readonly endsAt: Date }, InvitationRefusal>> {
  await requireLead(trx, actor, conferenceId)
  const experts = await loadExperts(trx, conferenceId)
  const chosen = experts.filter(one =>
    whom === 'all' ? one.answered !== 'declined' : one.id === whom.expertId,
  )
  if (chosen.length === 0) return refuse(whom === 'all' ? 'nobody-to-invite' : 'no-such-expert')
  const handed: HandedLink[] = []
  for (const expert of chosen) {
    handed.push({ expert, link: invitationLink(publicUrl, await drawToken(trx, expert.id, actor.now)) })
  }
  await markInvited(trx, actor, chosen)
  await audit(trx, 'conference.links-drawn', { conferenceId, links: handed.length })
  await conferenceChanged(trx, conferenceId)
  return ok({ links: handed, endsAt: linkEnd(actor.now) })
}

const markInvited = (trx: Transaction, actor: Actor, experts: readonly ListedExpert[]) =>
  trx
    .updateTable('conference.expert')
    .set({ invited_at: actor.now })
    .where(
      'id',
      'in',
      experts.map(({ id }) => id),
    )
    .execute()

/** A fresh one-time link for an expert; the one before stops working. @returns the token, which is kept nowhere */
async function drawToken(trx: Transaction, expertId: string, now: Date): Promise<string> {
  const token = newToken()
  await trx
    .updateTable('conference.expert')
    .set({ link_hash: tokenHash(token), link_ends_at: linkEnd(now) })
    .where('id', '=', expertId)
    .execute()
  return token
}

const linkEnd = (now: Date) => new Date(now.getTime() + linkDays * 24 * 3_600_000)

export interface ConferenceQueues {
  readonly database: Database
  readonly mail: Mail
  readonly publicUrl: string
}

/** What the conference does after a commit: letters to experts. */
export const conferenceQueues = (services: ConferenceQueues): Queue[] => [
  { name: inviteQueue, work: payload => sendInvitation(services, payload, new Date()) },
]

/**
 * Sends one letter. The link's hash is committed before the letter leaves: a letter that arrives always opens, and one
 * that failed is tried again with another link.
 */
async function sendInvitation(
  { database, mail, publicUrl }: ConferenceQueues,
  { conferenceId, expertId }: JobPayload,
  now: Date,
): Promise<void> {
  if (!mail.isSet) throw new Error('there is no mail server to send an invitation with')
  const prepared = await database.write(system, async trx => {
    const conference = await findConference(trx, String(conferenceId))
    const expert = await trx
      .selectFrom('conference.expert')
      .select(['id', 'email', 'answered'])
      .where('id', '=', String(expertId))
      .executeTakeFirst()
    // Removed, without address, or has said no since the letter was asked for: then there is none to send.
    if (!conference || !expert?.email || expert.answered === 'declined') return undefined
    return { to: expert.email, conference, token: await drawToken(trx, expert.id, now) }
  })
  if (!prepared) return
  const { to, conference, token } = prepared
  const letter = invitationLetter({
    conference,
    link: invitationLink(publicUrl, token),
    linkEndsAt: linkEnd(now),
  })
  await mail.send({ to, ...letter })
}
