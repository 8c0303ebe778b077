import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, closedFolder } from './account.ts'
import { EmbeddedDatabaseError } from './refusal.ts'

/** A socket's path may have 107 bytes on Linux and 103 on macOS, also where the data lies far down. */
const longestSocketPathBytes = 103
const socketName = '/.s.PGSQL.5432'

/**
 * A private folder (0700) with a short path for PostgreSQL's socket. The keeper removes it when PostgreSQL ends.
 * Not in XDG_RUNTIME_DIR, which goes away when the person logs out.
 * @throws EmbeddedDatabaseError `folder-closed`
 */
export function makeSocketFolder(account: Account | undefined): string {
  const above = [tmpdir(), '/tmp'].find(path => isShort(path) && closedFolder(path, account) === undefined)
  if (above === undefined) {
    throw new EmbeddedDatabaseError(
      'folder-closed',
      `PostgreSQL needs a folder for its socket, and neither ${tmpdir()} nor /tmp is open to ` +
        `${account?.name ?? 'this account'} and short enough. Set TMPDIR to one that is.`,
    )
  }
  const folder = mkdtempSync(join(above, 'mellanrum-'))
  if (account !== undefined) chownSync(folder, account.uid, account.gid)
  return folder
}

export const removeSocketFolder = (folder: string) => rmSync(folder, { recursive: true, force: true })

const isShort = (above: string) =>
  Buffer.byteLength(join(above, 'mellanrum-XXXXXX') + socketName) <= longestSocketPathBytes
