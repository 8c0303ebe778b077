import { format } from 'node:util'
import { afterEach } from 'vitest'

// A word on the console is a fault that nobody reads, or a trace that somebody forgot. A test that expects one
// puts its own function in the place of `console.log`.
const said: string[] = []
for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) {
  console[method] = (...words: unknown[]) => {
    said.push(`console.${method}: ${format(...words)}`)
  }
}

afterEach(() => {
  const lines = said.splice(0)
  if (lines.length > 0) throw new Error(`A test must not write to the console:\n${lines.join('\n')}`)
})
