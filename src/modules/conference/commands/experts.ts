import '../tables.ts'
import { randomUUID } from 'node:crypto'
import { audit } from '../../../platform/audit/audit.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { ok, type Result, refuse } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { conferenceChanged } from '../events.ts'
import { hasVoted, loadExperts } from '../queries/experts.ts'
import { lockConference, requireLead } from './conference.ts'

export interface ExpertInput {
  /** A name, a function or an initial. */
  readonly name: string
  readonly email: string | null
  readonly association: string
  readonly role: string
}

export type ExpertsRefusal = 'no-such-expert' | 'email-taken' | 'too-many-experts' | 'round-has-opened'

/** As many as groups can be made for. */
const mostExperts = 1000

/** Takes in all experts of a file, or none. They get the numbers after the highest. */
export async function importExperts(
  trx: Transaction,
  actor: Actor,
  conferenceId: string,
  experts: readonly ExpertInput[],
): Promise<Result<{ readonly imported: number }, ExpertsRefusal>> {
  await requireLead(trx, actor, conferenceId)
  await lockConference(trx, conferenceId)
  const before = await loadExperts(trx, conferenceId)
  if (before.length + experts.length > mostExperts) return refuse('too-many-experts')
  const addresses = [...before, ...experts].flatMap(({ email }) => (email ? [email.toLowerCase()] : []))
  if (new Set(addresses).size < addresses.length) return refuse('email-taken')
  const highest = before.reduce((most, { number }) => Math.max(most, number), 0)
  if (experts.length > 0) {
    await trx
      .insertInto('conference.expert')
      .values(
        experts.map((expert, place) => ({
          id: randomUUID(),
          conference_id: conferenceId,
          number: highest + 1 + place,
          ...columns(expert),
          invited_at: null,
          answered: null,
          link_hash: null,
          link_ends_at: null,
        })),
      )
      .execute()
  }
  await changed(trx, conferenceId, 'conference.experts-added', { experts: experts.length })
  return ok({ imported: experts.length })
}

export const addExpert = (
  trx: Transaction,
  actor: Actor,
  conferenceId: string,
  expert: ExpertInput,
): Promise<Result<{ readonly imported: number }, ExpertsRefusal>> =>
  importExperts(trx, actor, conferenceId, [expert])

/** Changes what is known of an expert. `answered` is for those who answered otherwise than on their page. */
export async function changeExpert(
  trx: Transaction,
  actor: Actor,
  conferenceId: string,
  expertId: string,
  input: ExpertInput & { readonly answered: 'accepted' | 'declined' | null },
): Promise<Result<void, ExpertsRefusal>> {
  await requireLead(trx, actor, conferenceId)
  const before = await loadExperts(trx, conferenceId)
  if (!before.some(({ id }) => id === expertId)) return refuse('no-such-expert')
  const sameAddress = (other: { id: string; email: string | null }) =>
    other.id !== expertId && input.email !== null && other.email?.toLowerCase() === input.email.toLowerCase()
  if (before.some(sameAddress)) return refuse('email-taken')
  await trx
    .updateTable('conference.expert')
    .set({ ...columns(input), answered: input.answered })
    .where('id', '=', expertId)
    .where('conference_id', '=', conferenceId)
    .execute()
  await changed(trx, conferenceId, 'conference.expert-changed', { expertId })
  return ok(undefined)
}

/** Takes an expert away, with what the expert has prepared. Refused once somebody may have voted. */
export async function removeExpert(
  trx: Transaction,
  actor: Actor,
  conferenceId: string,
  expertId: string,
): Promise<Result<void, ExpertsRefusal>> {
  await requireLead(trx, actor, conferenceId)
  await lockConference(trx, conferenceId)
  const before = await loadExperts(trx, conferenceId)
  if (!before.some(({ id }) => id === expertId)) return refuse('no-such-expert')
  if (await hasVoted(trx, conferenceId)) return refuse('round-has-opened')
  await trx
    .deleteFrom('conference.expert')
    .where('id', '=', expertId)
    .where('conference_id', '=', conferenceId)
    .execute()
  await changed(trx, conferenceId, 'conference.expert-removed', { expertId })
  return ok(undefined)
}

const columns = ({ name, email, association, role }: ExpertInput) => ({ name, email, association, role })

async function changed(
  trx: Transaction,
  conferenceId: string,
  action: string,
  facts: Readonly<Record<string, string | number>>,
): Promise<void> {
  await audit(trx, action, { conferenceId, ...facts })
  await conferenceChanged(trx, conferenceId)
}
