import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/platform/database/embedded/start.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a PostgreSQL for this run, as a superuser: `inject('databaseUrl')`. */
    databaseUrl: string
  }
}

/**
 * One PostgreSQL for the whole run: the one that DATABASE_URL names, otherwise an embedded one in a folder that
 * is removed afterwards.
 */
export default async function setup({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.DATABASE_URL
  if (given) {
    provide('databaseUrl', given)
    return undefined
  }
  const folder = mkdtempSync(join(tmpdir(), 'mellanrum-test-'))
  chmodSync(folder, 0o711) // as root, PostgreSQL runs as another account, which must come through here
  const database = await startEmbedded({ folder: join(folder, 'postgresql'), log: console })
  provide('databaseUrl', database.url)
  return async () => {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
