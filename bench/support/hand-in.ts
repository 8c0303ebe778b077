import { setTimeout as pause } from 'node:timers/promises'
import { type Hall, inTurns, openHall } from '../../tests/support/hall.ts'
import { ballotsOf, compareCounts, withoutRights } from './ballots.ts'
import { cpuTimeOf } from './cpu-time.ts'
import { median, percentile, round } from './figures.ts'
import { watchCommits } from './group-commits.ts'
import { openConnection, requestOf, type Site } from './http-connection.ts'
import type { Measured } from './measured.ts'
import { gatherStorm, type Letters } from './storm.ts'

/** A hall in which everybody has a right to vote, and one phone more, whose ballot will be wrong. */
export async function fullHall(
  { program, adminUrl }: Measured,
  voters: number,
  items: number,
): Promise<Hall> {
  const hall = await openHall(program.address, adminUrl, { phones: voters + 1, items })
  await inTurns(hall.phones, phone => hall.takeRight(phone))
  return hall
}

/** Milliseconds. */
export interface HandInFigures {
  /** From the first byte that is sent until the last answer is read, after the last commit. */
  readonly allMs: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** How many times the urn was written, and the ballots in one such group. */
  readonly groups: number
  readonly ballotsInAGroup: number
  /** One ballot that comes alone, in a box that is full. */
  readonly aloneMs: number
  /** Processor time; undefined but on Linux. */
  readonly programCpuMs: number | undefined
  readonly postgresqlCpuMs: number | undefined
  readonly loadCpuMs: number | undefined
}

/**
 * All hand in at once, while the console and the projector follow. Then the round is closed and compared with what was sent.
 * @throws when a ballot was lost or is there twice, or anybody got another answer than they should
 */
export async function handIn(measured: Measured, hall: Hall): Promise<HandInFigures> {
  const { site, program, adminUrl } = measured
  const { letters, expected, meant } = ballotsOf(site, hall)
  const storm = await gatherStorm(site, letters)
  const commits = await watchCommits(adminUrl, `box ${hall.boxId}`)
  const screens = await Promise.all(['console', 'projector'].map(page => keepOpen(site, hall, page)))
  await pause(300)

  const before = cpuTimeOf(program.pid)
  const { allMs, answeredMs, statuses } = await storm.break()
  const after = cpuTimeOf(program.pid)

  await pause(100)
  const groups = await commits.end()
  for (const screen of screens) screen.close()
  if (JSON.stringify(statuses) !== JSON.stringify(expected))
    throw new Error(`answered with ${JSON.stringify(countOf(statuses))}`)
  const aloneMs = await oneByOne(site, letters.slice(2, 12))
  await hall.lead('close')
  await compareCounts(adminUrl, hall, meant)

  const used = (who: 'programMs' | 'othersMs' | 'loadMs') =>
    before && after && round(after[who] - before[who])
  return {
    allMs: round(allMs),
    p50Ms: round(percentile(answeredMs, 0.5)),
    p99Ms: round(percentile(answeredMs, 0.99)),
    groups,
    ballotsInAGroup: round(expected.flat().filter(status => status === 200).length / groups),
    aloneMs: round(aloneMs, 1),
    programCpuMs: used('programMs'),
    postgresqlCpuMs: used('othersMs'),
    loadCpuMs: used('loadMs'),
  }
}

/** As many forms at once, refused as soon as they are read: what HTTP alone costs. */
export async function refusedMs(site: Site, hall: Hall): Promise<number> {
  const storm = await gatherStorm(site, withoutRights(site, hall))
  const { allMs, statuses } = await storm.break()
  if (statuses.some(([status]) => status !== 403)) throw new Error('a ballot without a right was not refused')
  return round(allMs)
}

/** A page that follows; it is rendered anew with each group. */
async function keepOpen(site: Site, hall: Hall, page: string) {
  const connection = await openConnection(site.host, site.port)
  const path = `/conferences/${hall.conferenceId}/events/${page}`
  const request = requestOf('GET', path, `${site.host}:${site.port}`, { cookie: hall.leader })
  // The answer has no end; it is broken off.
  connection.ask(request).catch(() => {})
  return connection
}

async function oneByOne(site: Site, phones: readonly Letters[]): Promise<number> {
  const connection = await openConnection(site.host, site.port)
  const times: number[] = []
  for (const [letter = ''] of phones) {
    const { status, ms } = await connection.ask(letter)
    if (status !== 200) throw new Error(`a ballot alone was answered with ${status}`)
    times.push(ms)
  }
  connection.close()
  return median(times)
}

const countOf = (statuses: readonly (readonly number[])[]) =>
  Object.fromEntries(
    [...Map.groupBy(statuses, one => one.join(', '))].map(([status, those]) => [status, those.length]),
  )
