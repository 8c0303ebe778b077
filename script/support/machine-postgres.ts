/**
 * `node script/support/machine-postgres.ts COMMAND …` runs a command against the PostgreSQL that is installed on this
 * machine: a new cluster in a temporary folder on a free port, with the address in DATABASE_URL, gone afterwards
 * however this ends. Its status is the command's.
 * `node script/support/machine-postgres.ts --version` prints the version, or ends with status 1 when there is none.
 */
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, accountFor } from '../../src/platform/database/embedded/account.ts'
import { initdb } from '../../src/platform/database/embedded/cluster.ts'
import { keep } from '../../src/platform/database/embedded/keeper.ts'

const oldestMajor = 15 // the first with databases sorted by ICU

/** The newest installed PostgreSQL that the program supports: the folder that holds its `bin`. */
function installed(): { folder: string; version: string } | undefined {
  const asked = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim()
  const folders = [...globSync('/usr/lib/postgresql/*/bin'), ...(asked ? [asked] : [])]
  return folders
    .filter(bin => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')))
    .map(bin => ({
      folder: join(bin, '..'),
      version: spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' })
        .stdout.replace(/^\D*/, '')
        .trim(),
    }))
    .filter(({ version }) => Number.parseInt(version, 10) >= oldestMajor)
    .sort((one, other) => Number.parseFloat(other.version) - Number.parseFloat(one.version))[0]
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** As an installation would be that knows nothing of us: sorted by plain C.UTF-8, reached over TCP. */
async function newCluster(binaries: string, above: string, account: Account | undefined) {
  const data = join(above, 'data')
  const socketFolder = join(above, 'socket')
  const passwordFile = join(above, 'password')
  const password = randomBytes(12).toString('hex')
  mkdirSync(data, { mode: 0o700 })
  mkdirSync(socketFolder, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account !== undefined) {
    for (const path of [data, socketFolder, passwordFile]) chownSync(path, account.uid, account.gid)
  }
  const options = [
    '--username=tester',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ]
  await initdb(binaries, [...options, '-D', data, `--pwfile=${passwordFile}`], account)
  return { data, socketFolder, password }
}

async function main(command: string[]): Promise<number> {
  const found = installed()
  if (found === undefined) return 1
  if (command[0] === '--version') {
    console.log(found.version)
    return 0
  }
  const above = mkdtempSync(join(tmpdir(), 'mellanrum-machine-'))
  chmodSync(above, 0o711)
  try {
    const account = accountFor(join(above, 'data'))
    const port = await freePort()
    const { data, socketFolder, password } = await newCluster(found.folder, above, account)
    const settings = {
      listen_addresses: '127.0.0.1',
      port: String(port),
      unix_socket_directories: socketFolder,
      max_connections: '100',
      jit: 'off',
    }
    const kept = keep({ binaries: found.folder, data, socketFolder, settings, account }, () => {})
    if (!(await kept.ready))
      throw new Error(`PostgreSQL ${found.version} did not start:\n${kept.lastWords()}`)
    try {
      return await run(command, `postgres://tester:${password}@127.0.0.1:${port}/postgres`)
    } finally {
      await kept.stop()
    }
  } finally {
    rmSync(above, { recursive: true, force: true })
  }
}

/** Ctrl-C reaches the command by itself; a `kill` is passed on. In either case we stay to clean up after it. */
function run([program = '', ...args]: string[], databaseUrl: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const environment = { ...process.env, DATABASE_URL: databaseUrl }
    const child = spawn(program, args, { stdio: 'inherit', env: environment })
    process.on('SIGINT', () => {})
    process.on('SIGTERM', () => child.kill('SIGTERM'))
    process.on('SIGHUP', () => child.kill('SIGHUP'))
    child.once('error', reject)
    child.once('exit', (status, signal) => resolve(status ?? 128 + constants.signals[signal ?? 'SIGTERM']))
  })
}

process.exitCode = await main(process.argv.slice(2))
