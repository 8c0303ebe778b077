import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { addressOf, databaseName } from './address.ts'
import { clusterPaths } from './cluster.ts'
import { holderOf, readLock } from './lock.ts'
import { EmbeddedDatabaseError } from './refusal.ts'

/**
 * The PostgreSQL that a program runs in `folder` at this moment, for a second program that only wants to look:
 * its address as superuser (a secret: never logged). Undefined when none runs there.
 * @throws EmbeddedDatabaseError `folder-not-ours`
 */
export function findRunning(folder: string): string | undefined {
  const { data, password } = clusterPaths(resolve(folder))
  const lock = readLock(data)
  if (lock === undefined || lock.state !== 'ready' || holderOf(lock.pid, data) !== 'server') return undefined
  try {
    return addressOf(databaseName, readFileSync(password, 'utf8'), lock.socketFolder)
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      'folder-not-ours',
      `The password of the database in ${folder} cannot be read (${(cause as Error).message}). ` +
        'Run this as the user that started Mellanrum.',
      { cause },
    )
  }
}
