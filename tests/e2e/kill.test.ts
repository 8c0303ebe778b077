import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ruleHash } from '../../src/modules/conference/rules/rounds/rule-hash.ts'
import { findRunning } from '../../src/platform/database/embedded/running.ts'
import { asked, type HallChoice, openHall, type Phone } from '../support/hall.ts'
import { aDataFolder, startProgram } from '../support/program-process.ts'
import { aDatabase } from '../support/test-database.ts'

const voters = 200
const items = 12
const kills = 10

/** A ballot that says whose it is and which version: what a phone means at last is known to the test alone. */
const ballotOf = (voter: number, version: number): HallChoice[] =>
  Array.from({ length: items }, (_, item) => {
    const digit = Math.floor((voter * 7 + version * 13) / 3 ** (item % 6)) % 3
    return (['yes', 'no', 'abstain'] as const)[digit] ?? 'abstain'
  })

test('no acknowledged ballot is lost, and none is there twice, when the program is killed ten times while 200 vote', {
  timeout: 180_000,
}, async () => {
  const folder = aDataFolder()
  // Where PostgreSQL is the machine's own, only the program is killed; else PostgreSQL goes down with it.
  const machine = process.env.DATABASE_URL ? await aDatabase() : undefined
  const settings = {
    MELLANRUM_DATA: folder.path,
    MELLANRUM_DEMO: 'yes',
    ...(machine && { DATABASE_URL: machine.adminUrl }),
  }
  const adminUrl = () => machine?.adminUrl ?? findRunning(join(folder.path, 'postgresql')) ?? ''
  let program = await startProgram(settings)
  try {
    const hall = await openHall(program.address, adminUrl(), { phones: voters, items })
    const before = await roundNow(adminUrl(), hall.conferenceId)

    /** The version of each ballot that was acknowledged last. */
    const acknowledged = new Map<number, number>()
    let stopping = false
    let tries = 0
    const send = async (phone: Phone, ballot: readonly HallChoice[]) => {
      tries++
      const answered = hall.takeRight(phone).then(() => hall.handIn(phone, ballot))
      const status = await answered.catch(() => 503)
      if (status !== 200 && status < 500) throw new Error(`a ballot was refused with ${status}`)
      return status === 200 ? 'received' : 'not known'
    }
    /** As a phone does: sends until it is told that the ballot was received, and then may change its mind. */
    const vote = async (phone: Phone, voter: number) => {
      for (let version = 0; version === 0 || !stopping; version++) {
        // What was sent and not answered may have been kept or not: it is sent again until it is known.
        while ((await send(phone, ballotOf(voter, version))) !== 'received') await pause(50)
        acknowledged.set(voter, version)
        await pause(20 + Math.random() * 200)
      }
    }
    const voting = Promise.all(hall.phones.map(vote))
    let refused: unknown
    voting.catch(error => {
      refused = error
    })

    for (let kill = 0; kill < kills; kill++) {
      await pause(100 + Math.random() * 400)
      await program.kill()
      program = await startProgram(settings)
      hall.moveTo(program.address)
      if (refused) throw refused
    }
    stopping = true
    await voting

    expect(acknowledged.size).toBe(voters)
    expect(tries).toBeGreaterThan(voters + kills)
    const after = await roundNow(adminUrl(), hall.conferenceId)
    expect(after).toEqual(before)
    expect(after).toMatchObject({ state: 'open', rule_hash: ruleHash(hall.rule) })
    const urn = await asked(adminUrl(), 'select answers from anonymous.urn where box_id = $1', [hall.boxId])
    expect(urn).toEqual([{ answers: voters }])

    await hall.lead('close')
    const counted = await asked<Count>(
      adminUrl(),
      `select item, choice, votes from conference.item_count where conference_id = $1 and stratum = ''`,
      [hall.conferenceId],
    )
    expect(sorted(counted)).toEqual(sorted(expectedCounts(acknowledged)))
  } finally {
    await program.kill()
    await machine?.remove()
    folder.remove()
  }
})

async function roundNow(adminUrl: string, conferenceId: string) {
  const rows = await asked(adminUrl, 'select * from conference.round where conference_id = $1', [
    conferenceId,
  ])
  return rows[0]
}

interface Count {
  readonly item: number
  readonly choice: string
  readonly votes: number
}

/** What the voters meant: each the ballot that was acknowledged last. */
function expectedCounts(acknowledged: ReadonlyMap<number, number>): Count[] {
  const ballots = [...acknowledged].map(([voter, version]) => ballotOf(voter, version))
  return Array.from({ length: items }, (_, place) => place).flatMap(place =>
    [...Map.groupBy(ballots, ballot => ballot[place] ?? '')].map(([choice, those]) => ({
      item: place + 1,
      choice,
      votes: those.length,
    })),
  )
}

const sorted = (counts: readonly Count[]): Count[] =>
  counts.toSorted((one, other) => one.item - other.item || one.choice.localeCompare(other.choice))
