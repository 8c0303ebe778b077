import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { EmbeddedDatabaseError } from './refusal.ts'

/** The account of the operating system that PostgreSQL runs as. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** What child processes get to know: nothing of PGDATA, PGOPTIONS and the like that the person may have set. */
export const childEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' }

/**
 * PostgreSQL refuses to run as root. As root it runs as the one who owns the data, for new data as `postgres`
 * or else `nobody`.
 * @returns undefined when we are not root: then it runs as ourselves
 * @throws EmbeddedDatabaseError `no-account`, `folder-not-ours`
 */
export function accountFor(dataFolder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const data = statSync(dataFolder, { throwIfNoEntry: false })
  if (data === undefined) return accountForNewData()
  if (data.uid !== 0)
    return { name: `the owner of the data (user ${data.uid})`, uid: data.uid, gid: data.gid }
  throw new EmbeddedDatabaseError(
    'folder-not-ours',
    `${dataFolder} belongs to root, and PostgreSQL does not run as root. ` +
      `Give it to another account: chown -R ${accountForNewData().name} '${dataFolder}'`,
  )
}

function accountForNewData(): Account {
  const account = lookUp('postgres') ?? lookUp('nobody')
  if (account !== undefined) return account
  throw new EmbeddedDatabaseError(
    'no-account',
    'PostgreSQL does not run as root, and this machine has no account postgres or nobody to run it as. ' +
      'Start Mellanrum as another user than root, or set DATABASE_URL.',
  )
}

function lookUp(name: string): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map(what =>
    spawnSync('id', [what, name], { encoding: 'utf8' }).stdout?.trim(),
  )
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : undefined
}

/**
 * The first of the folders on the way to `path` (itself included) that the account may not pass through;
 * tried, not computed from the modes, since access lists and read-only mounts also have a say.
 * @throws EmbeddedDatabaseError `no-account` when the system does not let us become that account
 */
export function closedFolder(path: string, account: Account | undefined): string | undefined {
  const tried = spawnSync('/bin/sh', ['-c', firstClosed, 'sh', ...foldersDownTo(path)], {
    encoding: 'utf8',
    cwd: '/',
    env: childEnvironment,
    ...identity(account),
  })
  if (tried.error !== undefined) throw cannotBecome(account, tried.error)
  return tried.status === 0 ? undefined : tried.stdout
}

const firstClosed = 'for folder; do test -x "$folder" || { printf %s "$folder"; exit 1; }; done'

/** The options of `spawn` that make a child run as the account. */
export const identity = (account: Account | undefined) =>
  account === undefined ? {} : { uid: account.uid, gid: account.gid }

function cannotBecome(account: Account | undefined, cause: Error): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    'no-account',
    `PostgreSQL does not run as root, and this system does not let us run it as ${account?.name ?? 'ourselves'} ` +
      `(${cause.message}). Start Mellanrum as another user than root, or set DATABASE_URL.`,
    { cause },
  )
}

function foldersDownTo(path: string): string[] {
  const whole = resolve(path)
  const above = dirname(whole)
  return above === whole ? [whole] : [...foldersDownTo(above), whole]
}
