import { readdirSync, readFileSync } from 'node:fs'

/** All that a process has started, and what those have started. Throws where there is no /proc: everywhere but on Linux. */
export function descendantsOf(pid: number): number[] {
  const parents = numbersIn('/proc').map(each => {
    const stat = textOf(`/proc/${each}/stat`)
    // "1234 (name, may hold spaces and brackets) S PARENT …"
    return { pid: each, parent: Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]) }
  })
  const found = [pid]
  for (const ancestor of found) {
    for (const each of parents) if (each.parent === ancestor) found.push(each.pid)
  }
  return found.slice(1)
}

/** Processes in /proc, or threads in /proc/PID/task. */
export const numbersIn = (folder: string): number[] =>
  readdirSync(folder)
    .filter(name => /^\d+$/.test(name))
    .map(Number)

/** Empty for a process that ended while it was looked at. */
export function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
