import '../tables.ts'
import type { Reader } from '../../../platform/database/tables.ts'

export interface ListedExpert {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly email: string | null
  readonly association: string
  readonly role: string
  readonly invitedAt: Date | null
  readonly answered: 'accepted' | 'declined' | null
}

/** The experts of a conference in the order of their numbers, for its staff. */
export const loadExperts = (db: Reader, conferenceId: string): Promise<ListedExpert[]> =>
  db
    .selectFrom('conference.expert')
    .select(['id', 'number', 'name', 'email', 'association', 'role', 'invited_at as invitedAt', 'answered'])
    .where('conference_id', '=', conferenceId)
    .orderBy('number')
    .execute()

/** True when ballots have been given out: the list of experts is then what the report says of them. */
export const hasVoted = async (db: Reader, conferenceId: string): Promise<boolean> =>
  (await db
    .selectFrom('conference.round')
    .select('number')
    .where('conference_id', '=', conferenceId)
    .where('state', '!=', 'planned')
    .limit(1)
    .executeTakeFirst()) !== undefined
