import '../tables.ts'
import type { Reader } from '../../../platform/database/tables.ts'

export interface ConferenceSummary {
  readonly id: string
  readonly name: string
  readonly place: string
  /** Dates without time, `YYYY-MM-DD`. */
  readonly startsOn: string
  readonly endsOn: string
  readonly information: string
  readonly associations: readonly string[]
  readonly seed: number
  readonly publishedAt: Date | null
}

const summary = (db: Reader) =>
  db
    .selectFrom('conference.conference')
    .select([
      'id',
      'name',
      'place',
      'starts_on as startsOn',
      'ends_on as endsOn',
      'information',
      'associations',
      'seed',
      'published_at as publishedAt',
    ])

/** A conference that the actor may see; undefined otherwise, so that nobody learns what else there is. */
export const findConference = (db: Reader, id: string): Promise<ConferenceSummary | undefined> =>
  summary(db).where('id', '=', id).executeTakeFirst()

/** The conferences that the actor may see, the latest first. */
export const listConferences = (db: Reader): Promise<ConferenceSummary[]> =>
  summary(db).orderBy('starts_on', 'desc').orderBy('name').execute()

/** How far each conference has come: `running` from the first opened round, `decided` when all rounds are published. */
export async function conferenceStates(
  db: Reader,
): Promise<Map<string, 'preparing' | 'running' | 'decided'>> {
  const rows = await db
    .selectFrom('conference.round')
    .select(({ fn }) => [
      'conference_id as id',
      fn.countAll<number>().as('rounds'),
      fn.count<number>('opened_at').as('opened'),
      fn.count<number>('published_at').as('published'),
    ])
    .groupBy('conference_id')
    .execute()
  return new Map(
    rows.map(row => [
      row.id,
      row.opened === 0 ? 'preparing' : row.published === row.rounds ? 'decided' : 'running',
    ]),
  )
}
