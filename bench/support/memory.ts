import { round } from './figures.ts'
import { descendantsOf, textOf } from './processes.ts'

export interface Memory {
  readonly programMb: number
  /** What the program has started: PostgreSQL and its keeper, where it runs its own. */
  readonly othersMb: number
  readonly allMb: number
}

/**
 * Memory of a process and all that it has started, in MB: each page that several share is counted once in all
 * (proportional set size). Undefined where the system does not tell, which is everywhere but on Linux.
 */
export function memoryOf(pid: number): Memory | undefined {
  try {
    const programMb = round(proportionalKb(pid) / 1024)
    const others = descendantsOf(pid)
    const othersMb = round(others.reduce((sum, other) => sum + proportionalKb(other), 0) / 1024)
    return { programMb, othersMb, allMb: programMb + othersMb }
  } catch {
    return undefined
  }
}

const proportionalKb = (pid: number): number =>
  Number(textOf(`/proc/${pid}/smaps_rollup`).match(/^Pss: +(\d+) kB/m)?.[1] ?? 0)

/** The most that was seen while `work` went on, looking every 20 ms. Looking costs, so nothing is timed meanwhile. */
export async function peakMemory(pid: number, work: () => Promise<unknown>): Promise<Memory | undefined> {
  let peak = memoryOf(pid)
  const look = setInterval(() => {
    const now = memoryOf(pid)
    if (now && peak) {
      const programMb = Math.max(now.programMb, peak.programMb)
      const othersMb = Math.max(now.othersMb, peak.othersMb)
      peak = { programMb, othersMb, allMb: Math.max(now.allMb, peak.allMb) }
    }
  }, 20)
  try {
    await work()
    return peak
  } finally {
    clearInterval(look)
  }
}
