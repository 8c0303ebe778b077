/**
 * The load generator, in a thread of its own so that it and the program do not wait for each other more than two
 * processes on the machine would.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { percentile, round } from './figures.ts'
import { openConnection } from './http-connection.ts'

export interface Load {
  readonly host: string
  readonly port: number
  readonly request: string
  /** Browsers at once; each asks again as soon as it has its answer. */
  readonly connections: number
  readonly seconds: number
}

export interface LoadFigures {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Answers that were not 200. */
  readonly failed: number
}

export function runLoad(load: Load): Promise<LoadFigures> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(import.meta.filename, { workerData: load })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

async function generate({ host, port, request, connections, seconds }: Load): Promise<LoadFigures> {
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(host, port)))
  const times: number[] = []
  let failed = 0
  const began = performance.now()
  const until = began + seconds * 1000
  await Promise.all(
    open.map(async connection => {
      while (performance.now() < until) {
        const { status, ms } = await connection.ask(request)
        times.push(ms)
        if (status !== 200) failed++
      }
    }),
  )
  const took = performance.now() - began
  for (const connection of open) connection.close()
  return {
    perSecond: round((times.length * 1000) / took),
    p50Ms: round(percentile(times, 0.5), 1),
    p99Ms: round(percentile(times, 0.99), 1),
    failed,
  }
}

if (!isMainThread) parentPort?.postMessage(await generate(workerData as Load))
