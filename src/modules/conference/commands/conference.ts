import '../tables.ts'
import { randomInt, randomUUID } from 'node:crypto'
import { audit } from '../../../platform/audit/audit.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import type { Actor } from '../../identity/index.ts'
import { conferenceChanged } from '../events.ts'
import { mayBegin, mayLead, requirePermission } from '../policy.ts'
import { type ConferenceSummary, findConference } from '../queries/conference.ts'

export interface ConferenceInput {
  readonly name: string
  readonly place: string
  readonly startsOn: string
  readonly endsOn: string
  readonly information: string
}

/** Begins a conference. @returns its id */
export async function beginConference(
  trx: Transaction,
  actor: Actor,
  input: ConferenceInput & { readonly associations: readonly string[]; readonly id?: string },
): Promise<string> {
  requirePermission(mayBegin(actor, input.associations))
  const id = input.id ?? randomUUID()
  await trx
    .insertInto('conference.conference')
    .values({
      id,
      ...columns(input),
      associations: [...input.associations],
      seed: randomInt(2 ** 31 - 1),
      published_at: null,
    })
    .execute()
  await audit(trx, 'conference.begun', { conferenceId: id })
  return id
}

/** Changes name, place, dates and information. */
export async function describeConference(
  trx: Transaction,
  actor: Actor,
  id: string,
  input: ConferenceInput,
): Promise<void> {
  await requireLead(trx, actor, id)
  await trx.updateTable('conference.conference').set(columns(input)).where('id', '=', id).execute()
  await audit(trx, 'conference.described', { conferenceId: id })
  await conferenceChanged(trx, id)
}

const columns = (input: ConferenceInput) => ({
  name: input.name,
  place: input.place,
  starts_on: input.startsOn,
  ends_on: input.endsOn,
  information: input.information,
})

/**
 * The conference, if the actor leads it.
 * @throws {Forbidden} also when there is no such conference: nobody learns what exists elsewhere
 */
export async function requireLead(trx: Transaction, actor: Actor, id: string): Promise<ConferenceSummary> {
  const conference = await findConference(trx, id)
  requirePermission(conference !== undefined && mayLead(actor, conference))
  return conference
}
