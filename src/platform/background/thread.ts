/**
 * The thread that a long calculation runs in. It knows nothing of what it calculates: it is told which module of ours
 * has the function. Started by background.ts, one thread for each calculation.
 */
import { parentPort, workerData } from 'node:worker_threads'

export interface Order {
  /** Address of a module of ours. */
  readonly module: string
  /** Name of the function that it exports. */
  readonly name: string
  readonly input: unknown
}

const { module, name, input } = workerData as Order
const exported: Readonly<Record<string, unknown>> = await import(module)
const calculate = exported[name]
if (typeof calculate !== 'function') throw new Error(`${module} exports no function ${name}`)
parentPort?.postMessage(await calculate(input))
