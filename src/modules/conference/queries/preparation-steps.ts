import '../tables.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import { associations } from '../../organisations/index.ts'

/** How far the preparation has come, in counts. */
export interface Preparations {
  readonly items: number
  readonly experts: number
  readonly invited: number
  readonly accepted: number
  readonly declined: number
  readonly rounds: readonly {
    readonly number: number
    readonly state: 'planned' | 'open' | 'closed' | 'published'
  }[]
  readonly sittings: number
  readonly evaluation: 'open' | 'closed' | null
}

export async function loadPreparations(db: Reader, conferenceId: string): Promise<Preparations> {
  const [items, experts, rounds, sittings, evaluation] = await Promise.all([
    db
      .selectFrom('conference.item')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('conference_id', '=', conferenceId)
      .where('retired', '=', false)
      .executeTakeFirst(),
    db
      .selectFrom('conference.expert')
      .select(['invited_at', 'answered'])
      .where('conference_id', '=', conferenceId)
      .execute(),
    db
      .selectFrom('conference.round')
      .select(['number', 'state'])
      .where('conference_id', '=', conferenceId)
      .orderBy('number')
      .execute(),
    db
      .selectFrom('conference.sitting')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('conference_id', '=', conferenceId)
      .executeTakeFirst(),
    db
      .selectFrom('conference.evaluation')
      .select('state')
      .where('conference_id', '=', conferenceId)
      .executeTakeFirst(),
  ])
  return {
    items: items?.count ?? 0,
    experts: experts.length,
    invited: experts.filter(one => one.invited_at !== null || one.answered !== null).length,
    accepted: experts.filter(one => one.answered === 'accepted').length,
    declined: experts.filter(one => one.answered === 'declined').length,
    rounds,
    sittings: sittings?.count ?? 0,
    evaluation: evaluation?.state ?? null,
  }
}

export interface NotedDeviation {
  readonly id: string
  /** The round whose rule was not followed, or null. */
  readonly round: number | null
  readonly what: string
  readonly reason: string
  readonly notedAt: Date
}

/** What was done otherwise than planned, the first first. */
export const loadDeviations = (db: Reader, conferenceId: string): Promise<NotedDeviation[]> =>
  db
    .selectFrom('conference.deviation')
    .select(['id', 'round', 'what', 'reason', 'noted_at as notedAt'])
    .where('conference_id', '=', conferenceId)
    .orderBy('noted_at')
    .execute()

/** Names of the associations that hold the conference, in alphabetical order. */
export const associationNames = async (db: Reader, ids: readonly string[]): Promise<string[]> =>
  (await associations(db)).filter(one => ids.includes(one.id)).map(one => one.name)
