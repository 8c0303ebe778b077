import { randomBytes } from 'node:crypto'
import { cpus } from 'node:os'
import pg from 'pg'
import { aDataFolder } from '../../tests/support/program-process.ts'

/** Where a measured program keeps its state, gone afterwards. */
export interface Place {
  readonly settings: Readonly<Record<string, string>>
  /** What is measured: `embedded`, or the version of the server behind DATABASE_URL. */
  readonly postgresql: string
  remove(): Promise<void>
}

/** A folder of its own and, where DATABASE_URL names a server, a database of its own there. */
export async function aPlace(): Promise<Place> {
  const folder = aDataFolder()
  const given = process.env.DATABASE_URL
  if (!given) {
    return {
      settings: { MELLANRUM_DATA: folder.path },
      postgresql: 'embedded',
      remove: async () => folder.remove(),
    }
  }
  const name = `mellanrum_bench_${randomBytes(4).toString('hex')}`
  const version = await asked(
    given,
    `create database ${name} template template0 encoding 'UTF8' locale_provider icu icu_locale 'sv-SE'`,
  )
  const url = new URL(given)
  url.pathname = `/${name}`
  return {
    settings: { MELLANRUM_DATA: folder.path, DATABASE_URL: url.href },
    postgresql: version,
    remove: async () => {
      await asked(given, `drop database ${name} with (force)`)
      folder.remove()
    },
  }
}

/** @returns the server's version */
async function asked(url: string, statement: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    return rows[0]?.server_version ?? ''
  } finally {
    await client.end()
  }
}

/** What figures must be read with. */
export const machine = (place: Place) => ({
  cpu: cpus()[0]?.model.trim() ?? '',
  cores: cpus().length,
  node: process.version,
  postgresql: place.postgresql,
})

/** Progress goes to standard error: standard output is for the figures. */
export const tell = (line: string): void => {
  process.stderr.write(`${line}\n`)
}
