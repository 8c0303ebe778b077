import { readdirSync, readFileSync } from 'node:fs'
import { round } from './figures.ts'

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

function descendantsOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      const stat = textOf(`/proc/${name}/stat`)
      // "1234 (name, may hold spaces and brackets) S PARENT …"
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0])
      return stat ? [{ pid: Number(name), parent }] : []
    })
  const found = [pid]
  for (const ancestor of found) {
    for (const each of parents) if (each.parent === ancestor) found.push(each.pid)
  }
  return found.slice(1)
}

const proportionalKb = (pid: number): number =>
  Number(textOf(`/proc/${pid}/smaps_rollup`).match(/^Pss: +(\d+) kB/m)?.[1] ?? 0)

/** A process may end while it is looked at. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (path === '/proc') throw error
    return ''
  }
}
