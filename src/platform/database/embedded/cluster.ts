import { type SpawnOptions, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Account, childEnvironment, closedFolder, identity } from './account.ts'
import type { Binaries } from './binaries.ts'
import { EmbeddedDatabaseError } from './refusal.ts'

/** The superuser that initdb makes. The program itself logs in as it only to make and grant lesser roles. */
export const adminName = 'mellanrum_admin'

/** Where a cluster lives: PostgreSQL's own folder, and beside it the password that only we read. */
export const clusterPaths = (folder: string) => ({
  data: join(folder, 'cluster/data'),
  password: join(folder, 'cluster/password'),
})

/** `C.UTF-8` is missing on macOS. Sorting and letter case come from ICU in either case. */
const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'

/**
 * Makes `folder` and the missing folders above it, and sees that the account can come there.
 * @throws EmbeddedDatabaseError `folder-closed`
 */
export async function openFolder(folder: string, account: Account | undefined): Promise<void> {
  try {
    const firstMade = await mkdir(folder, { recursive: true, mode: 0o711 })
    // Under a strict umask what we have just made would be closed to the account. What others made is theirs.
    if (firstMade !== undefined && account !== undefined) await openDownTo(folder, firstMade)
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      'folder-closed',
      `The folder ${folder} cannot be made (${(cause as Error).message}). ` +
        'Set MELLANRUM_DATA to a folder that this account may write in.',
      { cause },
    )
  }
  const closed = closedFolder(folder, account)
  if (closed === undefined) return
  throw new EmbeddedDatabaseError(
    'folder-closed',
    account === undefined
      ? `The folder ${closed} is closed to this account. Open it, or set MELLANRUM_DATA to another folder.`
      : `PostgreSQL does not run as root but as ${account.name}, and the folder ${closed} is closed to that account. ` +
          `Open the way through it (chmod o+x '${closed}'), or set MELLANRUM_DATA to a folder outside it.`,
  )
}

async function openDownTo(folder: string, firstMade: string): Promise<void> {
  for (let made = folder; made.length >= firstMade.length; made = dirname(made)) await chmod(made, 0o711)
}

/**
 * Makes the cluster the first time: in a folder of its own that gets its name when it is whole, so that a start
 * that is interrupted leaves nothing that looks like a database.
 * @returns the superuser's password
 * @throws EmbeddedDatabaseError `did-not-start`, `folder-not-ours`, `other-version`
 */
export async function openCluster(
  folder: string,
  binaries: Binaries,
  account: Account | undefined,
): Promise<{ password: string }> {
  const { data, password } = clusterPaths(folder)
  try {
    await removeAbandoned(folder)
    if (!(await exists(dirname(data)))) await makeCluster(folder, binaries, account)
    refuseOtherVersion(data, (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim(), binaries)
    return { password: await readFile(password, 'utf8') }
  } catch (cause) {
    if (cause instanceof EmbeddedDatabaseError) throw cause
    throw new EmbeddedDatabaseError(
      'folder-not-ours',
      `The database in ${folder} cannot be used (${(cause as Error).message}). ` +
        'Start Mellanrum as the user that started it the first time, or set MELLANRUM_DATA to another folder.',
      { cause },
    )
  }
}

function refuseOtherVersion(data: string, written: string, binaries: Binaries): void {
  if (written === String(binaries.major)) return
  throw new EmbeddedDatabaseError(
    'other-version',
    `The database in ${data} was written by PostgreSQL ${written}, and this program brings ${binaries.major}, ` +
      `which cannot read it. Start the version of Mellanrum that wrote it and move the data with pg_dump, ` +
      'or set MELLANRUM_DATA to an empty folder.',
  )
}

async function makeCluster(folder: string, binaries: Binaries, account: Account | undefined): Promise<void> {
  const half = join(folder, `cluster.new-${process.pid}-${randomBytes(4).toString('hex')}`)
  const data = join(half, 'data')
  const password = join(half, 'password')
  try {
    await mkdir(data, { recursive: true, mode: 0o711 })
    await chmod(half, 0o711)
    await chmod(data, 0o700)
    await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
    if (account !== undefined) {
      await chown(data, account.uid, account.gid)
      await chown(password, account.uid, account.gid) // initdb reads it
    }
    await initdb(binaries.folder, [...clusterOptions, '-D', data, `--pwfile=${password}`], account)
    if (account !== undefined) await chown(password, 0, 0)
    await persist(half)
    await rename(half, join(folder, 'cluster'))
    await persist(folder)
  } catch (error) {
    await rm(half, { recursive: true, force: true })
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    // Another start made the cluster in the meantime. It is as good as ours, and one of the two gets the lock.
  }
}

const clusterOptions = [
  `--username=${adminName}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=icu',
  '--icu-locale=sv-SE',
  `--locale=${locale}`,
]

/**
 * @param binaries the folder that holds PostgreSQL's `bin`
 * @throws EmbeddedDatabaseError `did-not-start`, with what initdb said
 */
export async function initdb(
  binaries: string,
  options: string[],
  account: Account | undefined,
): Promise<void> {
  const { status, output } = await run(join(binaries, 'bin/initdb'), ['--no-instructions', ...options], {
    cwd: '/',
    env: childEnvironment,
    ...identity(account),
  })
  if (status !== 0) {
    throw new EmbeddedDatabaseError(
      'did-not-start',
      `A new database could not be made. initdb said:\n${output}`,
    )
  }
}

function run(
  program: string,
  args: string[],
  options: SpawnOptions,
): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = (part: Buffer) => {
      output += part
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    child.once('error', reject)
    child.once('close', status => resolve({ status, output }))
  })
}

/** Writes a folder's own entries to the disk; a rename is durable only after that. */
async function persist(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

const abandonedAfterMilliseconds = 10 * 60_000

/** What a start left behind that was interrupted while it made the cluster. A younger one may still be at it. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if (!/^(cluster|postgresql-.*)\.new-/.test(name)) continue
    if (Date.now() - (await stat(path)).mtimeMs > abandonedAfterMilliseconds)
      await rm(path, { recursive: true })
  }
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )
