/**
 * Long calculations, beside the program instead of in it: a second of arithmetic in the program's own thread is a second
 * in which nobody's page comes and nobody's ballot is taken in.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { ok, type Result, refuse } from '../result.ts'
import type { Order } from './thread.ts'

interface BackgroundLimits {
  /** Longest time for one calculation, from when it is its turn. */
  readonly timeoutMilliseconds: number
  /** How many may wait for their turn. One calculates at a time, so that the other cores are left for the program. */
  readonly mostWaiting: number
  /** A calculation that holds more objects than this has gone astray. */
  readonly memoryMegabytes: number
}

const usual: BackgroundLimits = { timeoutMilliseconds: 20_000, mostWaiting: 8, memoryMegabytes: 256 }

export type BackgroundRefusal = 'took-too-long' | 'too-many-waiting'

/** Where a function lies. build/build.ts makes each such module a bundle of its own. */
interface Place {
  /** From `src`, without ending: `modules/conference/rules/groups/draw`. */
  readonly module: string
  /** As the module exports it. */
  readonly name: string
}

export interface Background {
  /**
   * What the function at this place answers to `input`, calculated in a thread of its own. Input and answer are copied,
   * so they are plain values. The type is the function's: `run<typeof makeGroups>(…)`.
   * @throws what the function throws, and when the program closes
   */
  run<Work extends (input: never) => unknown>(
    place: Place,
    input: Parameters<Work>[0],
  ): Promise<Result<Awaited<ReturnType<Work>>, BackgroundRefusal>>
  /** Ends what is being calculated; that and what waits fails. */
  close(): Promise<void>
}

interface Waiting {
  readonly order: Order
  readonly done: (answer: Result<unknown, BackgroundRefusal>) => void
  readonly failed: (error: unknown) => void
}

interface Running {
  readonly worker: Worker
  readonly fail: (error: unknown) => void
}

// All bundles lie in one folder when built, and this file in one of them; as source it lies two folders down.
const isBuilt = existsSync(fileURLToPath(new URL('platform/background/thread.js', import.meta.url)))
const addressOf = (module: string): URL =>
  isBuilt ? new URL(`${module}.js`, import.meta.url) : new URL(`../../${module}.ts`, import.meta.url)

/** One calculation at a time, in the order they were asked for. */
export function openBackground(limits: Partial<BackgroundLimits> = {}): Background {
  const { timeoutMilliseconds, mostWaiting, memoryMegabytes } = { ...usual, ...limits }
  const queue: Waiting[] = []
  let running: Running | undefined
  let closed = false

  function next() {
    running = undefined
    const waiting = queue.shift()
    if (!waiting) return
    try {
      running = start(waiting)
    } catch (error) {
      // The input holds something that cannot be copied.
      waiting.failed(error)
      next()
    }
  }

  function start({ order, done, failed }: Waiting): Running {
    const worker = new Worker(addressOf('platform/background/thread'), {
      workerData: order,
      // It needs nothing of our environment, which can hold passwords, nor of our arguments.
      env: {},
      argv: [],
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    })
    let isOver = false
    function end(answer: () => void) {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      answer()
      // The next begins when this one is gone: never two at a time.
      void worker.terminate().then(next)
    }
    const fail = (error: unknown) => end(() => failed(error))
    const timer = setTimeout(() => end(() => done(refuse('took-too-long'))), timeoutMilliseconds)
    worker.once('message', answer => end(() => done(ok(answer))))
    worker.once('messageerror', fail)
    worker.once('error', fail)
    worker.once('exit', code => fail(new Error(`the thread ended with ${code} and without an answer`)))
    return { worker, fail }
  }

  return {
    run: <Work extends (input: never) => unknown>(
      { module, name }: Place,
      input: Parameters<Work>[0],
    ): Promise<Result<Awaited<ReturnType<Work>>, BackgroundRefusal>> =>
      new Promise((resolve, failed) => {
        if (closed) return failed(new Error(closing))
        if (running && queue.length >= mostWaiting) return resolve(refuse('too-many-waiting'))
        queue.push({
          order: { module: addressOf(module).href, name, input },
          done: resolve as Waiting['done'],
          failed,
        })
        if (!running) next()
      }),
    async close() {
      closed = true
      for (const { failed } of queue.splice(0)) failed(new Error(closing))
      const last = running
      last?.fail(new Error(closing))
      await last?.worker.terminate()
    },
  }
}

const closing = 'the program is closing'
