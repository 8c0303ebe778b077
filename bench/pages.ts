/**
 * What a page costs: 137 rows out of the database with row-level security, as 50 browsers ask for it at once, and the
 * same page without the database, without rendering, and with nothing at all. Then what a page weighs, how soon it comes,
 * what the program takes up when idle, and how soon it answers after a start.
 *
 * `script/bench pages` prints the figures as JSON. `--cpu-prof=FOLDER` has Node write down where the time went.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { build } from 'esbuild'
import { startProgram } from '../tests/support/program-process.ts'
import { median, percentile, round } from './support/figures.ts'
import { openConnection, type Response, requestOf, type Site, siteOf } from './support/http-connection.ts'
import { type LoadFigures, runLoad } from './support/load.ts'
import { memoryOf } from './support/memory.ts'
import { aPlace, machine, type Place, tell } from './support/place.ts'

const root = join(import.meta.dirname, '..')
/** All items of the demo's finished conference: a table for those who only read, a form for those who lead. */
const path = '/conferences/5a0c3d1e-0000-4000-a000-000000000001/items'
const reader = '5a0c3d1e-0000-4000-9000-000000000003'
const leader = '5a0c3d1e-0000-4000-9000-000000000001'

const connections = 50
const warmUpSeconds = 4
const runs = 5
const runSeconds = 3
const profileFolder = process.argv.find(word => word.startsWith('--cpu-prof='))?.slice('--cpu-prof='.length)

/** The program as a bundle that also knows how to leave layers out. */
async function startLayered(place: Place) {
  const bundle = join(root, 'dist', `layered-program-${process.pid}.js`)
  await build({
    absWorkingDir: root,
    entryPoints: ['bench/support/layered-program.ts'],
    outfile: bundle,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  })
  const child = fork(bundle, [], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      MELLANRUM_DEMO: 'yes',
      NODE_ENV: 'production',
      ...place.settings,
    },
    execArgv: profileFolder ? ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`] : [],
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  const failed = once(child, 'exit').then(() => {
    throw new Error('the program ended')
  })
  const [told] = (await Promise.race([once(child, 'message'), failed])) as [
    { address: string; bareAddress: string },
  ]
  failed.catch(() => {})
  return {
    site: siteOf(told.address),
    bare: siteOf(told.bareAddress),
    stop: async () => {
      child.disconnect()
      await failed.catch(() => {})
      rmSync(bundle, { force: true })
    },
  }
}

async function askOnce(site: Site, request: string): Promise<Response> {
  const connection = await openConnection(site.host, site.port, true)
  try {
    return await connection.ask(request)
  } finally {
    connection.close()
  }
}

async function logIn(site: Site, persona: string): Promise<string> {
  const form = `persona=${persona}`
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await askOnce(site, requestOf('POST', '/log-in', `${site.host}:${site.port}`, headers, form))
  const [, cookie] = answer.headers.match(/\r\nset-cookie: *([^;]+)/i) ?? []
  if (!cookie) throw new Error(`the login answered ${answer.status}`)
  return cookie
}

/** Each layer in turn, five times over, so that what disturbs the machine disturbs all alike. */
async function measureLayers(site: Site, bare: Site, cookie: string, leadersCookie: string) {
  const get = (headers: Record<string, string>) =>
    requestOf('GET', path, `${site.host}:${site.port}`, { cookie, ...headers })
  const remembered = await askOnce(site, get({ 'x-layer': 'remember' }))
  const rows = remembered.body.toString().split('<tr').length - 2
  if (remembered.status !== 200 || rows < 100) throw new Error(`the page has ${rows} rows`)
  const anonymous = (layer: string) =>
    requestOf('GET', path, `${site.host}:${site.port}`, { 'x-layer': layer })
  const layers = {
    page: { ...site, request: get({}) },
    pageCompressed: { ...site, request: get({ 'accept-encoding': 'gzip, deflate, br' }) },
    pageOfLeader: { ...site, request: get({ cookie: leadersCookie }) },
    withoutRendering: { ...site, request: get({ 'x-layer': 'no-rendering' }) },
    withoutDatabase: { ...site, request: anonymous('no-database') },
    hello: { ...site, request: anonymous('hello') },
    bareHello: { ...bare, request: requestOf('GET', '/', `${bare.host}:${bare.port}`, {}) },
  }
  const figures = new Map<string, LoadFigures[]>(Object.keys(layers).map(name => [name, []]))
  for (const [name, layer] of Object.entries(layers)) {
    tell(`warming up: ${name}`)
    await runLoad({ ...layer, connections, seconds: warmUpSeconds })
  }
  for (let run = 1; run <= runs; run++) {
    for (const [name, layer] of Object.entries(layers)) {
      const figure = await runLoad({ ...layer, connections, seconds: runSeconds })
      if (figure.failed > 0) throw new Error(`${figure.failed} requests failed in ${name}`)
      tell(`run ${run} of ${runs}: ${name} ${figure.perSecond}/s, p99 ${figure.p99Ms} ms`)
      figures.get(name)?.push(figure)
    }
  }
  const page = median((figures.get('page') ?? []).map(one => one.perSecond))
  return {
    rows,
    connections,
    layers: Object.fromEntries(
      [...figures].map(([name, all]) => {
        const perSecond = median(all.map(one => one.perSecond))
        return [
          name,
          {
            perSecond,
            p50Ms: median(all.map(one => one.p50Ms)),
            p99Ms: median(all.map(one => one.p99Ms)),
            timesThePage: round(perSecond / page, 2),
            runs: all.map(one => one.perSecond),
          },
        ]
      }),
    ),
  }
}

/** What a browser fetches for the page the first time, compressed; and the first byte when nobody else asks. */
async function weigh(site: Site, cookie: string) {
  const get = (what: string) =>
    requestOf('GET', what, `${site.host}:${site.port}`, { cookie, 'accept-encoding': 'gzip, deflate, br' })
  const plain = await askOnce(site, requestOf('GET', path, `${site.host}:${site.port}`, { cookie }))
  const html = await askOnce(site, get(path))
  const source = plain.body.toString()
  const weightOf = async (pattern: RegExp) => {
    let bytes = 0
    for (const [, file = ''] of source.matchAll(pattern)) bytes += (await askOnce(site, get(file))).bytes
    return bytes
  }
  const styleBytes = await weightOf(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g)
  const scriptBytes = await weightOf(/<script[^>]*src="([^"]+)"/g)
  const connection = await openConnection(site.host, site.port)
  const firstBytes: number[] = []
  for (let time = 0; time < 200; time++) firstBytes.push((await connection.ask(get(path))).firstByteMs)
  connection.close()
  return {
    weight: {
      htmlBytes: html.bytes,
      uncompressedHtmlBytes: plain.bytes,
      styleBytes,
      scriptBytes,
      allBytes: html.bytes + styleBytes + scriptBytes,
    },
    firstByte: { medianMs: round(median(firstBytes), 1), p99Ms: round(percentile(firstBytes, 0.99), 1) },
  }
}

/** The program as it is started in earnest: from nothing, idle, and once more. */
async function startAndRest() {
  const place = await aPlace()
  const settings = { MELLANRUM_DEMO: 'yes', ...place.settings }
  const start = async () => {
    const began = performance.now()
    const program = await startProgram(settings)
    const answer = await askOnce(siteOf(program.address), requestOf('GET', '/', 'localhost', {}))
    if (answer.status !== 200) throw new Error(`the start page answered ${answer.status}`)
    return { program, ms: round(performance.now() - began) }
  }
  const rest = async (pid: number) => {
    tell('resting for 20 seconds')
    await pause(20_000)
    return memoryOf(pid)
  }
  try {
    const cold = await start()
    const afterFirstStart = await rest(cold.program.pid)
    await cold.program.stop()
    const warm: number[] = []
    for (let time = 0; time < 3; time++) {
      const again = await start()
      warm.push(again.ms)
      await again.program.stop()
    }
    const last = await start()
    const idle = await rest(last.program.pid)
    await last.program.stop()
    return {
      // The first start loads the demo, five voting rounds and all: what that took is given back only when needed.
      memory: { idle, afterFirstStart },
      firstAnswer: { fromNothingMs: cold.ms, againMs: median(warm) },
    }
  } finally {
    await place.remove()
  }
}

async function main() {
  const place = await aPlace()
  try {
    const { site, bare, stop } = await startLayered(place)
    const cookie = await logIn(site, reader)
    const layers = await measureLayers(site, bare, cookie, await logIn(site, leader))
    const weighed = await weigh(site, cookie)
    await stop()
    const started = await startAndRest()
    console.log(JSON.stringify({ machine: machine(place), ...layers, ...weighed, ...started }, null, 2))
  } finally {
    await place.remove()
  }
}

await main()
