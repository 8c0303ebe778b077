import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import type { DatabaseActor } from './actor.ts'
import type { Database } from './database.ts'

const system: DatabaseActor = { room: 'system', id: null, associations: [] }

/** The secret in a file of the data folder; drawn the first time. Only the program's own account may read it. */
export function secretFrom(file: string): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    const fresh = `${file}.${process.pid}`
    writeFileSync(fresh, randomBytes(48).toString('base64url'), { mode: 0o600 })
    chmodSync(fresh, 0o600)
    // Two processes that start at once draw one secret: who comes second finds the first one's.
    if (!existsSync(file)) renameSync(fresh, file)
  }
  return readFileSync(file, 'utf8').trim()
}

export interface Installation {
  readonly demo: boolean
  /** True when this start made it. */
  readonly isNew: boolean
  /** False when another secret sealed what lies in the database: open votes could not be counted. */
  readonly secretFits: boolean
}

/** What this installation is; written down at its first start, and the same for every process after that. */
export async function findInstallation(
  database: Database,
  secret: string,
  demo: boolean,
): Promise<Installation> {
  const fingerprint = createHash('sha256').update('mellanrum installation').update(secret).digest()
  return database.write(system, async trx => {
    const made = await sql`
      insert into platform.installation (demo, secret_fingerprint) values (${demo}, ${fingerprint}) on conflict do nothing returning 1`.execute(
      trx,
    )
    const { rows } = await sql<{
      demo: boolean
      secret_fingerprint: Buffer
    }>`select demo, secret_fingerprint from platform.installation`.execute(trx)
    const [row] = rows
    if (!row) throw new Error('the installation has no row of its own')
    return {
      demo: row.demo,
      isNew: made.rows.length > 0,
      secretFits: row.secret_fingerprint.equals(fingerprint),
    }
  })
}
