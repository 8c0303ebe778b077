/** Where in a document a value stands: keys and places from the outside in, as zod names them. */
export type Path = readonly PropertyKey[]

export type LocatedJson =
  | { readonly ok: true; readonly value: unknown; readonly lineOf: (path: Path) => number }
  | { readonly ok: false; readonly line: number; readonly problem: string }

/**
 * Reads JSON and remembers on which line each value begins, so that an error in a file can name its line.
 * Stricter than JSON.parse in one thing: a key twice in an object is an error, not a silent replacement.
 * Lines count from 1. `lineOf` a path that is not there gives the line of the nearest value around it.
 */
export function readJson(text: string): LocatedJson {
  const lines = new Map<string, number>()
  const reader = new Reader(text, lines)
  try {
    const value = reader.document()
    return { ok: true, value, lineOf: path => nearestLine(lines, path) }
  } catch (fault) {
    if (fault instanceof JsonFault) return { ok: false, line: fault.line, problem: fault.message }
    throw fault
  }
}

const keyOf = (path: Path): string => JSON.stringify(path)

function nearestLine(lines: ReadonlyMap<string, number>, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const line = lines.get(keyOf(path.slice(0, length)))
    if (line !== undefined) return line
  }
  return lines.get(keyOf([])) ?? 1
}

/** Deeper nesting than any file here has; without a limit a hostile file could exhaust the stack. */
const deepest = 64

class JsonFault extends Error {
  readonly line: number
  constructor(line: number, problem: string) {
    super(problem)
    this.line = line
  }
}

/** A reader is a place in a text that moves; the one thing here that a class says best. */
class Reader {
  private readonly text: string
  private readonly lines: Map<string, number>
  private at = 0
  private line = 1

  constructor(text: string, lines: Map<string, number>) {
    this.text = text
    this.lines = lines
  }

  document(): unknown {
    const value = this.value([])
    this.space()
    if (this.at < this.text.length) throw this.fault('has something after the end of the JSON')
    return value
  }

  private value(path: Path): unknown {
    if (path.length > deepest) throw this.fault('is nested too deeply')
    this.space()
    this.lines.set(keyOf(path), this.line)
    const next = this.text[this.at]
    if (next === '{') return this.object(path)
    if (next === '[') return this.array(path)
    if (next === '"') return this.string()
    return this.word()
  }

  private object(path: Path): Record<string, unknown> {
    const entries = new Map<string, unknown>()
    this.at++
    if (this.takes('}')) return {}
    do {
      this.space()
      if (this.text[this.at] !== '"') throw this.fault('expects a key in double quotes')
      const key = this.string()
      if (entries.has(key)) throw this.fault(`has the key ${JSON.stringify(key)} twice`)
      if (!this.takes(':')) throw this.fault(`expects ":" after the key ${JSON.stringify(key)}`)
      entries.set(key, this.value([...path, key]))
    } while (this.takes(','))
    if (!this.takes('}')) throw this.fault('expects "," or "}"')
    return Object.fromEntries(entries)
  }

  private array(path: Path): unknown[] {
    const values: unknown[] = []
    this.at++
    if (this.takes(']')) return values
    do values.push(this.value([...path, values.length]))
    while (this.takes(','))
    if (!this.takes(']')) throw this.fault('expects "," or "]"')
    return values
  }

  private string(): string {
    const token = /"(?:[^"\\\n]|\\.)*"/y
    return this.literal(token, 'has a text that is not closed or not valid') as string
  }

  private word(): unknown {
    return this.literal(/[-+.\w]+/y, 'expects a value')
  }

  private literal(token: RegExp, problem: string): unknown {
    token.lastIndex = this.at
    const written = token.exec(this.text)?.[0]
    if (written === undefined) throw this.fault(problem)
    try {
      const value: unknown = JSON.parse(written)
      this.at += written.length
      return value
    } catch {
      throw this.fault(`cannot read ${JSON.stringify(written.slice(0, 40))}`)
    }
  }

  /** Steps over the sign if it comes next. */
  private takes(sign: string): boolean {
    this.space()
    if (this.text[this.at] !== sign) return false
    this.at++
    return true
  }

  private space(): void {
    for (; this.at < this.text.length; this.at++) {
      const sign = this.text[this.at]
      if (sign === '\n') this.line++
      else if (sign !== ' ' && sign !== '\t' && sign !== '\r') return
    }
  }

  private fault(problem: string): JsonFault {
    const found = this.at < this.text.length ? '' : ', but the file ends'
    return new JsonFault(this.line, `is not valid JSON: ${problem}${found}`)
  }
}
