import { createHash, randomBytes } from 'node:crypto'
import type { JSONColumnType } from 'kysely'
import type { DatabaseActor } from '../database/actor.ts'
import type { Database } from '../database/database.ts'

/** Whom a session belongs to: an account, an invited expert, … The kind is a word of the module that opened it. */
export interface Subject {
  readonly kind: string
  readonly id: string
  /** What the session acts as; read by the module that opened it. */
  readonly scope: Readonly<Record<string, unknown>>
}

export interface SessionLength {
  /** Without a request for so long it ends; null where only the absolute end counts. */
  readonly idleMinutes: number | null
  readonly hours: number
}

interface SessionTable {
  token_hash: Buffer
  subject_kind: string
  subject_id: string
  scope: JSONColumnType<Readonly<Record<string, unknown>>>
  seen_at: Date
  idle_ends_at: Date
  ends_at: Date
}

declare module '../database/tables.ts' {
  interface Tables {
    'platform.session': SessionTable
  }
}

const system: DatabaseActor = { room: 'system', id: null, associations: [] }
const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** How stale `seen_at` may be: writing it on every request would cost a commit each. */
const seenEveryMs = 5 * minuteMs

/** The database keeps only this: whoever reads the table cannot log in with what it holds. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Kept to the whole hour for those whose comings and goings are nobody's business (no idle end). */
const coarse = (at: Date, length: SessionLength) =>
  length.idleMinutes === null ? new Date(Math.floor(at.getTime() / hourMs) * hourMs) : at

/** Opens a session. @returns the token for the cookie; it is nowhere else */
export async function openSession(
  database: Database,
  subject: Subject,
  length: SessionLength,
  now: Date,
): Promise<string> {
  const token = newToken()
  const endsAt = new Date(coarse(now, length).getTime() + length.hours * hourMs)
  await database.write(system, trx =>
    trx
      .insertInto('platform.session')
      .values({
        token_hash: tokenHash(token),
        subject_kind: subject.kind,
        subject_id: subject.id,
        scope: JSON.stringify(subject.scope),
        seen_at: coarse(now, length),
        idle_ends_at: idleEnd(now, length, endsAt),
        ends_at: endsAt,
      })
      .execute(),
  )
  return token
}

const idleEnd = (now: Date, length: SessionLength, endsAt: Date) =>
  length.idleMinutes === null
    ? endsAt
    : new Date(Math.min(now.getTime() + length.idleMinutes * minuteMs, endsAt.getTime()))

/** The session of a token that has not ended; moves the idle end when the session is used. */
export async function findSession(
  database: Database,
  token: string,
  lengthOf: (kind: string) => SessionLength,
  now: Date,
): Promise<Subject | undefined> {
  const hash = tokenHash(token)
  const [row] = await database.ask(system, db =>
    db
      .selectFrom('platform.session')
      .select(['subject_kind', 'subject_id', 'scope', 'seen_at', 'ends_at'])
      .where('token_hash', '=', hash)
      .where('ends_at', '>', now)
      .where('idle_ends_at', '>', now),
  )
  if (!row) return undefined
  const length = lengthOf(row.subject_kind)
  if (length.idleMinutes !== null && now.getTime() - row.seen_at.getTime() > seenEveryMs) {
    await database.write(system, trx =>
      trx
        .updateTable('platform.session')
        .set({ seen_at: now, idle_ends_at: idleEnd(now, length, row.ends_at) })
        .where('token_hash', '=', hash)
        .execute(),
    )
  }
  return { kind: row.subject_kind, id: row.subject_id, scope: row.scope }
}

export async function endSession(database: Database, token: string): Promise<void> {
  await database.write(system, trx =>
    trx.deleteFrom('platform.session').where('token_hash', '=', tokenHash(token)).execute(),
  )
}

export async function removeEndedSessions(database: Database, now: Date): Promise<void> {
  await database.write(system, trx =>
    trx
      .deleteFrom('platform.session')
      .where(eb => eb.or([eb('ends_at', '<=', now), eb('idle_ends_at', '<=', now)]))
      .execute(),
  )
}
