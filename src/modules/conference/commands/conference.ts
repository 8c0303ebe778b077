import { randomInt, randomUUID } from 'node:crypto'
import { audit } from '../../../platform/audit/audit.ts'
import type { Reader, Transaction } from '../../../platform/database/tables.ts'
import { ok, type Result, refuse } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { conferenceChanged } from '../events.ts'
import { mayBegin, mayLead, requirePermission } from '../policy.ts'
import { type ConferenceSummary, findConference } from '../queries/conference.ts'
import type { ConferenceInput } from '../tables.ts'

export type { ConferenceInput }

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

/** Changes name, place, dates and information. What was there before is kept for {@link undoDescription}. */
export async function describeConference(
  trx: Transaction,
  actor: Actor,
  id: string,
  input: ConferenceInput,
): Promise<void> {
  const { name, place, startsOn, endsOn, information } = await requireLead(trx, actor, id)
  const before = { name, place, startsOn, endsOn, information }
  await trx
    .updateTable('conference.conference')
    .set({ ...columns(input), described_before: JSON.stringify(before) })
    .where('id', '=', id)
    .execute()
  await audit(trx, 'conference.described', { conferenceId: id })
  await conferenceChanged(trx, id)
}

/** Puts back what was there before the latest change; done twice, it is the change again. */
export async function undoDescription(
  trx: Transaction,
  actor: Actor,
  id: string,
): Promise<Result<void, 'nothing-to-undo'>> {
  await requireLead(trx, actor, id)
  const row = await trx
    .selectFrom('conference.conference')
    .select('described_before as before')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row?.before) return refuse('nothing-to-undo')
  await describeConference(trx, actor, id, row.before)
  return ok(undefined)
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
export async function requireLead(db: Reader, actor: Actor, id: string): Promise<ConferenceSummary> {
  const conference = await findConference(db, id)
  requirePermission(conference !== undefined && mayLead(actor, conference))
  return conference
}

/**
 * Nobody else gives out numbers, opens or closes a round, or changes who sits where, until the end of the transaction.
 */
export const lockConference = async (trx: Transaction, id: string): Promise<void> => {
  await trx.selectFrom('conference.conference').select('id').where('id', '=', id).forUpdate().execute()
}
