/**
 * A hall that hands in at the same moment: all connections are open and all requests written out beforehand, in a thread
 * of its own, so that nothing is measured but what happens from the first byte that is sent to the last answer.
 */
import { once } from 'node:events'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { inTurns } from '../../tests/support/hall.ts'
import type { Site } from './http-connection.ts'
import { openConnection } from './http-connection.ts'

/** What one phone sends, on a connection of its own: one request after the other, each as soon as it has its answer. */
export type Letters = readonly string[]

export interface StormFigures {
  /** From the first byte of the first request to the last byte of the last answer. */
  readonly allMs: number
  /** For each phone, when its first answer was there, counted from the same first byte. */
  readonly answeredMs: readonly number[]
  /** For each phone, the status of each answer. */
  readonly statuses: readonly (readonly number[])[]
}

export interface Storm {
  /** Lets all send at once. */
  break(): Promise<StormFigures>
}

/** Resolves when all are connected and wait. */
export async function gatherStorm(site: Site, phones: readonly Letters[]): Promise<Storm> {
  const worker = new Worker(import.meta.filename, { workerData: { site, phones } })
  const said = async () => (await once(worker, 'message'))[0]
  await said()
  return {
    async break() {
      worker.postMessage('now')
      return (await said()) as StormFigures
    },
  }
}

async function send({ site, phones }: { readonly site: Site; readonly phones: readonly Letters[] }) {
  if (!parentPort) throw new Error('this is a thread of another program')
  const open = await inTurns(phones, () => openConnection(site.host, site.port))
  parentPort.postMessage('connected')
  await once(parentPort, 'message')
  const answeredMs: number[] = []
  const began = performance.now()
  const statuses = await Promise.all(
    open.map(async (connection, phone) => {
      const answers: number[] = []
      for (const letter of phones[phone] ?? []) {
        answers.push((await connection.ask(letter)).status)
        answeredMs[phone] ??= performance.now() - began
      }
      return answers
    }),
  )
  const allMs = performance.now() - began
  for (const connection of open) connection.close()
  parentPort.postMessage({ allMs, answeredMs, statuses } satisfies StormFigures)
}

if (!isMainThread) await send(workerData)
