/**
 * A hall that votes: 1,000 phones hand in ballots on 41 items at the same moment, over HTTP, and 1,000 pages that follow
 * learn the result. Each round is closed and compared with what was sent: nothing lost, nothing twice, a wrong ballot
 * refused alone. With a smaller and a larger hall beside, so that one sees how the cost grows.
 *
 * `script/bench conference` prints the figures as JSON. `--cpu-prof=FOLDER` has Node write down where the time went.
 */
import { loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { median, round } from './support/figures.ts'
import { fullHall, handIn, refusedMs } from './support/hand-in.ts'
import { hireStaff, type Measured, startMeasured } from './support/measured.ts'
import { memoryOf, peakMemory } from './support/memory.ts'
import { aPlace, machine, tell } from './support/place.ts'
import { phonesOf, projectorsOf, publish } from './support/publish.ts'
import { measureUrn } from './support/urn-cost.ts'

const items = 41
const voters = 1000
const sizes = [100, voters, 5000]
const runs = 5
/** So many screens are within the limit on requests for each who has logged in. */
const colleagues = 10
/** What the program makes room for: a ballot of 41 items with the longest choice, and the longest role. */
const notedBytes = 1518
const profileFolder = process.argv.find(word => word.startsWith('--cpu-prof='))?.slice('--cpu-prof='.length)

/** Everybody votes, and everybody follows the result. */
async function wholeHall(measured: Measured, size: number) {
  const hall = await fullHall(measured, size, items)
  const handedIn = await handIn(measured, hall)
  tell(`${size} voters: all in after ${handedIn.allMs} ms, in ${handedIn.groups} groups`)
  const result = await publish(measured.site, hall, phonesOf(hall))
  tell(`${size} phones know of the result after ${result.p99Ms} ms (p99)`)
  return { handedIn, result }
}

/** A few vote, and as many projectors as there were voters follow the result. */
async function manyProjectors(measured: Measured, cookies: readonly string[]) {
  const hall = await fullHall(measured, 20, items)
  await handIn(measured, hall)
  const result = await publish(measured.site, hall, projectorsOf(hall, cookies, voters))
  tell(`${voters} projectors have the result after ${result.p99Ms} ms (p99)`)
  return result
}

async function measure(measured: Measured) {
  const { program, site, adminUrl } = measured
  await pause(10_000)
  const load = round(loadavg()[0] ?? 0, 1)
  const atRest = memoryOf(program.pid)
  const cookies = await hireStaff(measured, colleagues)
  tell('warming up')
  const first = await wholeHall(measured, voters)
  await manyProjectors(measured, cookies)

  const watched = await fullHall(measured, voters, items)
  const atItsPeak = await peakMemory(program.pid, () => handIn(measured, watched))
  const halls = new Map(sizes.map(size => [size, [] as Awaited<ReturnType<typeof wholeHall>>[]]))
  const projectors = []
  const refused = []
  // Each in turn, so that what disturbs the machine disturbs all alike.
  for (let run = 1; run <= runs; run++) {
    tell(`run ${run} of ${runs}`)
    for (const [size, figures] of halls) figures.push(await wholeHall(measured, size))
    projectors.push(await manyProjectors(measured, cookies))
    refused.push(await refusedMs(site, await fullHall(measured, voters, items)))
  }
  await pause(20_000)
  const afterwards = memoryOf(program.pid)
  const urns = []
  for (const size of sizes) urns.push(await measureUrn(adminUrl, size, notedBytes))

  const of = (size: number) => halls.get(size) ?? []
  const bySize = (figures: (size: number) => object) =>
    Object.fromEntries(sizes.map(size => [size, figures(size)]))
  return {
    loadBefore: load,
    items,
    handIn: {
      voters,
      ...medians(of(voters).map(one => one.handedIn)),
      // The program has just been started, and Node has not yet compiled what it will.
      allMsAtFirst: first.handedIn.allMs,
      allMsOfEach: of(voters).map(one => one.handedIn.allMs),
      httpAloneMs: median(refused),
    },
    result: {
      phones: {
        ...medians(of(voters).map(one => one.result)),
        p99MsOfEach: of(voters).map(one => one.result.p99Ms),
      },
      projectors: { ...medians(projectors), p99MsOfEach: projectors.map(one => one.p99Ms) },
    },
    growth: bySize(size => ({
      handIn: medians(of(size).map(one => one.handedIn)),
      result: medians(of(size).map(one => one.result)),
    })),
    urns,
    memory: { atRest, atItsPeak, afterwards },
  }
}

/** Each figure's median over all runs. */
const medians = <Figures extends object>(all: readonly Figures[]) =>
  Object.fromEntries(
    Object.keys(all[0] ?? {}).map(name => [
      name,
      median(all.map(figures => Number(figures[name as keyof Figures]))),
    ]),
  )

async function main() {
  const place = await aPlace()
  try {
    const measured = await startMeasured(place, profileFolder)
    try {
      console.log(JSON.stringify({ machine: machine(place), ...(await measure(measured)) }, null, 2))
    } finally {
      await measured.program.stop()
    }
  } finally {
    await place.remove()
  }
}

await main()
