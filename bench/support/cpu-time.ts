import { descendantsOf, numbersIn, textOf } from './processes.ts'

/** Milliseconds of processor time, which two cores have two of each millisecond. */
export interface CpuTime {
  readonly programMs: number
  /** What the program has started: its own PostgreSQL. Zero where PostgreSQL is the machine's. */
  readonly othersMs: number
  /** The measurement itself. */
  readonly loadMs: number
}

/** Processor time that `pid`, all that it has started and this process have used so far. Undefined but on Linux. */
export function cpuTimeOf(pid: number): CpuTime | undefined {
  try {
    const { user, system } = process.cpuUsage()
    return {
      programMs: usedMs(pid),
      othersMs: descendantsOf(pid).reduce((sum, other) => sum + usedMs(other), 0),
      loadMs: (user + system) / 1000,
    }
  } catch {
    return undefined
  }
}

/** The first figure of `schedstat` is nanoseconds on a processor; the process has one for each of its threads. */
function usedMs(pid: number): number {
  const threads = numbersIn(`/proc/${pid}/task`)
  return threads.reduce(
    (sum, thread) => sum + Number(textOf(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0]) / 1e6,
    0,
  )
}
