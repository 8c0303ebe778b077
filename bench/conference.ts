/**
 * A hall that votes: 1,000 phones hand in ballots on 41 items at the same moment, over HTTP, and 1,000 pages that follow
 * learn the result. Nothing may be lost, nothing may be there twice, and a wrong ballot is refused alone; each round is
 * closed and counted to see that. With smaller and larger halls beside, so that one sees how the cost grows.
 *
 * `script/bench conference` prints the figures as JSON. `--cpu-prof=FOLDER` has Node write down where the time went.
 */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { demoAssociations } from '../src/modules/organisations/commands.ts'
import { findRunning } from '../src/platform/database/embedded/running.ts'
import { asked, type Hall, type HallChoice, inTurns, openHall, type Phone } from '../tests/support/hall.ts'
import { type ProgramProcess, startProgram } from '../tests/support/program-process.ts'
import { type Seat, seatAudience } from './support/audience.ts'
import { cpuTimeOf } from './support/cpu-time.ts'
import { median, percentile, round } from './support/figures.ts'
import { watchCommits } from './support/group-commits.ts'
import { openConnection, requestOf, type Site, siteOf } from './support/http-connection.ts'
import { memoryOf, peakMemory } from './support/memory.ts'
import { aPlace, machine, tell } from './support/place.ts'
import { gatherStorm, type Letters } from './support/storm.ts'
import { measureUrn } from './support/urn-cost.ts'

const items = 41
const voters = 1000
const runs = 5
/** The other halls, measured between the runs of the first. */
const otherHalls = [100, 5000]
const otherRuns = 3
const profileFolder = process.argv.find(word => word.startsWith('--cpu-prof='))?.slice('--cpu-prof='.length)

/** The program that is measured, and how to look at it from outside. */
interface Measured {
  readonly program: ProgramProcess
  readonly site: Site
  readonly adminUrl: string
  /** Sessions of so many colleagues that a screen each is within the limit on requests. */
  readonly staff: readonly string[]
}

const choices = ['yes', 'no', 'abstain'] as const

/** No two voters next to each other say the same. */
const ballotOf = (voter: number): HallChoice[] =>
  Array.from({ length: items }, (_, item) => choices[(voter * 7 + item * (1 + (voter % 5))) % 3] ?? 'abstain')
const opposite: Readonly<Record<HallChoice, HallChoice>> = { yes: 'no', no: 'yes', abstain: 'abstain' }

function requestFrom(site: Site, { method, path, headers, body }: ReturnType<Hall['ballot']>): string {
  const host = `${site.host}:${site.port}`
  return requestOf(method, path, host, { origin: `http://${host}`, ...headers }, body)
}

/** A hall in which everybody has a right to vote, and one more whose ballot will be wrong. */
async function fullHall({ program, adminUrl }: Measured, size: number): Promise<Hall> {
  const hall = await openHall(program.address, adminUrl, { phones: size + 1, items })
  await inTurns(hall.phones, phone => hall.takeRight(phone))
  return hall
}

/** What everybody sends. The first sends the same twice, on two connections; the second changes its mind; the last is wrong. */
function lettersOf(site: Site, hall: Hall): { letters: Letters[]; meant: HallChoice[][] } {
  const [twice, changing] = hall.phones
  const wrong = hall.phones.at(-1)
  if (!twice || !changing || !wrong) throw new Error('the hall is empty')
  const write = (phone: Phone, ballot: readonly HallChoice[]) => requestFrom(site, hall.ballot(phone, ballot))
  const meant = hall.phones.slice(0, -1).map((_, voter) => ballotOf(voter))
  const letters = meant.map((ballot, voter) => [write(hall.phones[voter] ?? wrong, ballot)])
  const [same = []] = letters
  const [, first = [], changed = first.map(choice => opposite[choice])] = meant
  meant[1] = changed
  letters[1]?.push(write(changing, changed))
  const notAllowed = write(wrong, ballotOf(0)).replace('item-41=', 'item-41=perhaps')
  const fits = `content-length: ${Buffer.byteLength(notAllowed.split('\r\n\r\n')[1] ?? '')}`
  letters.push([notAllowed.replace(/content-length: \d+/, fits)], same)
  return { letters, meant }
}

interface StormRun {
  readonly allMs: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly groups: number
  readonly programCpuMs: number | undefined
  readonly postgresCpuMs: number | undefined
  readonly loadCpuMs: number | undefined
}

/** All hand in at once; then the round is closed and counted. */
async function storm(measured: Measured, hall: Hall): Promise<StormRun> {
  const { site, program, adminUrl } = measured
  const { letters, meant } = lettersOf(site, hall)
  const gathered = await gatherStorm(site, letters)
  const commits = await watchCommits(adminUrl, `box ${hall.boxId}`)
  const screens = await Promise.all(
    ['console', 'projector'].map(page =>
      keepOpen(site, `/conferences/${hall.conferenceId}/events/${page}`, hall),
    ),
  )
  await pause(300)
  const before = cpuTimeOf(program.pid)
  const { allMs, answeredMs, statuses } = await gathered.break()
  const after = cpuTimeOf(program.pid)
  await pause(100)
  const groups = commits.count()
  await commits.close()
  for (const screen of screens) screen.close()

  const expected = letters.map((phone, place) => phone.map(() => (place === meant.length ? 422 : 200)))
  if (JSON.stringify(statuses) !== JSON.stringify(expected))
    throw new Error(`answered with ${JSON.stringify(countOf(statuses))}`)
  await hall.lead('close')
  await compare(adminUrl, hall, meant)
  const used = (who: 'programMs' | 'othersMs' | 'loadMs') =>
    before && after && round(after[who] - before[who])
  return {
    allMs: round(allMs, 1),
    p50Ms: round(percentile(answeredMs, 0.5), 1),
    p99Ms: round(percentile(answeredMs, 0.99), 1),
    groups,
    programCpuMs: used('programMs'),
    postgresCpuMs: used('othersMs'),
    loadCpuMs: used('loadMs'),
  }
}

const countOf = (statuses: readonly (readonly number[])[]) =>
  Object.fromEntries(
    [...Map.groupBy(statuses, one => one.join(', '))].map(([status, those]) => [status, those.length]),
  )

/** A page that follows while the hall votes: it is rendered anew with each group. */
async function keepOpen(site: Site, path: string, { leader }: Hall) {
  const connection = await openConnection(site.host, site.port)
  connection.ask(requestOf('GET', path, `${site.host}:${site.port}`, { cookie: leader })).catch(() => {})
  return connection
}

/** @throws when a ballot was lost, is there twice, or is not what its voter meant last */
async function compare(adminUrl: string, hall: Hall, meant: readonly HallChoice[][]): Promise<void> {
  const counted = await asked<{ line: string }>(
    adminUrl,
    `select item || ' ' || choice || ' ' || votes as line from conference.item_count
     where conference_id = $1 and stratum = ''`,
    [hall.conferenceId],
  )
  const votes = new Map<string, number>()
  for (const ballot of meant)
    ballot.forEach((choice, place) => {
      const key = `${hall.items[place]} ${choice}`
      votes.set(key, (votes.get(key) ?? 0) + 1)
    })
  const [kept, sent] = [counted.map(row => row.line), [...votes].map(vote => vote.join(' '))].map(lines =>
    lines.toSorted().join('\n'),
  )
  if (kept !== sent) throw new Error(`what was counted is not what was sent:\n${kept}\n\n${sent}`)
  const [turnout] = await asked<{ voted: number }>(
    adminUrl,
    'select voted from conference.round where conference_id = $1',
    [hall.conferenceId],
  )
  if (turnout?.voted !== meant.length)
    throw new Error(`${turnout?.voted} ballots are there, not ${meant.length}`)
}

interface PublishRun {
  readonly listeners: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** From the answer to the one who published, which comes after the commit. */
  readonly afterAnswerP99Ms: number
  readonly answeredMs: number
}

/** The round's result is published, and heard. */
async function publish({ site }: Measured, hall: Hall, seats: readonly Seat[]): Promise<PublishRun> {
  const audience = await seatAudience(site, seats)
  await pause(300)
  const { status, answeredMs, heardMs } = await audience.show(
    requestOf('POST', `/conferences/${hall.conferenceId}/rounds/1/publish`, `${site.host}:${site.port}`, {
      cookie: hall.leader,
      origin: `http://${site.host}:${site.port}`,
      'content-type': 'application/x-www-form-urlencoded',
    }),
  )
  if (status !== 303) throw new Error(`publishing answered ${status}`)
  const p99 = percentile(heardMs, 0.99)
  return {
    listeners: seats.length,
    p50Ms: round(percentile(heardMs, 0.5), 1),
    p99Ms: round(p99, 1),
    afterAnswerP99Ms: round(p99 - answeredMs, 1),
    answeredMs: round(answeredMs, 1),
  }
}

/** The page that every expert has open. */
const phonesOf = (hall: Hall): Seat[] =>
  hall.phones.slice(0, -1).map(phone => ({
    path: '/take-part/events',
    cookie: phone.session,
    sign: '"results":[1]',
  }))

/** As many projectors, each with the whole result. */
const projectorsOf = (hall: Hall, staff: readonly string[], count: number): Seat[] =>
  Array.from({ length: count }, (_, place) => ({
    path: `/conferences/${hall.conferenceId}/events/projector`,
    cookie: staff[place % staff.length] ?? '',
    sign: '"shows":"result"',
  }))

/** Ten colleagues of the process leader's. */
async function hireStaff(site: Site, adminUrl: string): Promise<string[]> {
  const ids = Array.from({ length: 10 }, () => randomUUID())
  await asked(
    adminUrl,
    `insert into identity.account (id, role, associations, persona)
     select id, 'board-secretary', array[$2]::uuid[], 'Skärm' from unnest($1::uuid[]) as id`,
    [ids, demoAssociations[0]?.id],
  )
  return inTurns(ids, async persona => {
    const answer = await fetch(`http://${site.host}:${site.port}/log-in`, {
      method: 'POST',
      headers: { origin: `http://${site.host}:${site.port}` },
      body: new URLSearchParams({ persona }),
      redirect: 'manual',
    })
    return (
      answer.headers
        .getSetCookie()
        .find(cookie => cookie.startsWith('session='))
        ?.split(';')[0] ?? ''
    )
  })
}

/** The same number of forms, refused as soon as they are read: what HTTP costs, without the database. */
async function withoutKeeping(site: Site, hall: Hall): Promise<number> {
  const strangers = hall.phones.slice(0, -1).map((phone, voter) => {
    const { headers, ...rest } = hall.ballot(phone, ballotOf(voter))
    return [requestFrom(site, { ...rest, headers: { ...headers, cookie: 'language=sv' } })]
  })
  const { allMs, statuses } = await (await gatherStorm(site, strangers)).break()
  if (statuses.some(([status]) => status !== 403)) throw new Error('a ballot without a right was not refused')
  return round(allMs, 1)
}

const mediansOf = <Figure extends object>(figures: readonly Figure[]) =>
  Object.fromEntries(
    Object.keys(figures[0] ?? {}).map(name => [
      name,
      median(figures.map(figure => Number(figure[name as keyof Figure]))),
    ]),
  )

async function measure(measured: Measured) {
  const { site, program, adminUrl, staff } = measured
  const storms = new Map<number, StormRun[]>([voters, ...otherHalls].map(size => [size, []]))
  const heard = new Map<number, PublishRun[]>([voters, ...otherHalls].map(size => [size, []]))
  const projected: PublishRun[] = []
  const refused: number[] = []

  const oneHall = async (size: number) => {
    const hall = await fullHall(measured, size)
    const figures = await storm(measured, hall)
    tell(`${size} voters: all in after ${figures.allMs} ms, in ${figures.groups} groups`)
    const published = await publish(measured, hall, phonesOf(hall))
    tell(`${size} phones have the result after ${published.p99Ms} ms (p99)`)
    return { figures, published }
  }
  const oneShow = async () => {
    const hall = await fullHall(measured, 20)
    await storm(measured, hall)
    const published = await publish(measured, hall, projectorsOf(hall, staff, voters))
    tell(`${voters} projectors have the result after ${published.p99Ms} ms (p99)`)
    return published
  }

  const atRest = memoryOf(program.pid)
  tell('warming up')
  await oneHall(voters)
  await oneShow()
  const watched = await fullHall(measured, voters)
  const atStorm = await peakMemory(program.pid, () => storm(measured, watched))
  for (let run = 0; run < runs; run++) {
    for (const size of [voters, ...(run < otherRuns ? otherHalls : [])]) {
      const { figures, published } = await oneHall(size)
      storms.get(size)?.push(figures)
      heard.get(size)?.push(published)
    }
    projected.push(await oneShow())
    refused.push(await withoutKeeping(site, await fullHall(measured, voters)))
  }
  await pause(20_000)
  const afterwards = memoryOf(program.pid)
  const sizes = <Figure extends object>(of: ReadonlyMap<number, readonly Figure[]>) =>
    Object.fromEntries([...of].map(([size, figures]) => [size, mediansOf(figures)]))
  return {
    items,
    handIn: {
      voters,
      ...mediansOf(storms.get(voters) ?? []),
      runs: storms.get(voters)?.map(one => one.allMs),
      refusedUnreadMs: median(refused),
    },
    result: {
      phones: { ...mediansOf(heard.get(voters) ?? []), runs: heard.get(voters)?.map(one => one.p99Ms) },
      projectors: { ...mediansOf(projected), runs: projected.map(one => one.p99Ms) },
    },
    halls: { handIn: sizes(storms), result: sizes(heard) },
    urn: await urnCosts(adminUrl),
    memory: { atRest, atStorm, afterwards },
  }
}

async function urnCosts(adminUrl: string) {
  const costs = []
  for (const size of [voters, ...otherHalls].toSorted((one, other) => one - other))
    costs.push(await measureUrn(adminUrl, size, 1200))
  return costs
}

async function main() {
  const place = await aPlace()
  try {
    const program = await startProgram({
      MELLANRUM_DEMO: 'yes',
      ...place.settings,
      ...(profileFolder && { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profileFolder}` }),
    })
    try {
      const site = siteOf(program.address)
      const adminUrl =
        place.settings.DATABASE_URL ??
        findRunning(join(place.settings.MELLANRUM_DATA ?? '', 'postgresql')) ??
        ''
      const staff = await hireStaff(site, adminUrl)
      const figures = await measure({ program, site, adminUrl, staff })
      console.log(JSON.stringify({ machine: machine(place), ...figures }, null, 2))
    } finally {
      await program.stop()
    }
  } finally {
    await place.remove()
  }
}

await main()
