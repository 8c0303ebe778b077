import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { aDataFolder, startProgram } from '../support/program-process.ts'
import { makeCareless, unexpected, unnoticed } from '../support/secrecy/carelessness.ts'
import { findLeaks } from '../support/secrecy/leaks.ts'
import type { Leak } from '../support/secrecy/observation.ts'
import { type Onlooker, openOnlooker } from '../support/secrecy/onlooker.ts'
import { type Careless, watchVote } from '../support/secrecy/secret-vote.ts'
import { aDatabase } from '../support/test-database.ts'

/** Somebody reads all that the database and the log hold, again and again, while a hall votes. @returns what gave anybody away */
async function leaksOfAVote(
  say: (note: string) => Promise<unknown>,
  carelessly?: (onlooker: Onlooker) => Promise<Careless>,
): Promise<Leak[]> {
  const database = await aDatabase()
  const folder = aDataFolder()
  const secret = randomBytes(32).toString('base64url')
  const program = await startProgram({
    DATABASE_URL: database.adminUrl,
    MELLANRUM_DATA: folder.path,
    MELLANRUM_DEMO: 'yes',
    MELLANRUM_SECRET: secret,
    // Says all that it ever says.
    MELLANRUM_LOG: 'debug',
  })
  const onlooker = await openOnlooker(database.adminUrl)
  try {
    if (!onlooker.seesDeadRows)
      await say('PostgreSQL has no pageinspect here: dead rows were only searched as bytes of the files')
    const careless = await carelessly?.(onlooker)
    const { observation, inFiles } = await watchVote(program, database.adminUrl, secret, onlooker, careless)
    return [...findLeaks(observation), ...inFiles]
  } finally {
    await onlooker.close()
    await program.kill()
    await database.remove()
    folder.remove()
  }
}

test('nothing in the database, at any moment, and nothing in the log joins a ballot to a voter', {
  timeout: 180_000,
}, async ({ annotate }) => {
  expect(await leaksOfAVote(annotate)).toEqual([])
})

test('whoever is careless anywhere is found out', { timeout: 180_000 }, async ({ annotate }) => {
  const leaks = await leaksOfAVote(annotate, onlooker => makeCareless(onlooker.client))
  expect(unnoticed(leaks)).toEqual([])
  expect(unexpected(leaks)).toEqual([])
})
