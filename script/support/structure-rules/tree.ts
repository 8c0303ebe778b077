import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** One broken rule. `line` counts from 1. A warning is shown but does not fail the check. */
export interface Violation {
  readonly rule: string
  readonly path: string
  readonly line?: number
  readonly sentence: string
  readonly warning?: true
}

/** The files of a checkout, as paths with `/` from its root, sorted; contents are read when asked for. */
export interface Tree {
  readonly files: readonly string[]
  readonly text: (path: string) => string
  readonly syntax: (path: string) => ts.SourceFile
}

export type Rule = (tree: Tree) => Violation[]

/** What the layout does not speak of: made by tools, or the installation's own. Only at the top. */
const notOurs = new Set(['.git', '.node', 'node_modules', 'dist', 'data', 'coverage', 'test-results'])

/** Reads the names of everything under `root`. Files that git would ignore by their ending (`*.log`) are left out. */
export function readTree(root: string): Tree {
  const files: string[] = []
  const visit = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.name === 'node_modules' || (folder === '' && notOurs.has(entry.name))) continue
      if (entry.isDirectory()) visit(path)
      else if (!entry.name.endsWith('.log')) files.push(path)
    }
  }
  visit('')

  const text = remembered((path: string) => readFileSync(join(root, path), 'utf8'))
  const syntax = remembered((path: string) =>
    ts.createSourceFile(path, text(path), ts.ScriptTarget.Latest, true, kindOf(path)),
  )
  return { files: files.sort(), text, syntax }
}

function remembered<Value>(make: (path: string) => Value): (path: string) => Value {
  const known = new Map<string, Value>()
  return path => {
    const value = known.get(path) ?? make(path)
    known.set(path, value)
    return value
  }
}

const kindOf = (path: string) => (path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)

export const isCode = (path: string): boolean => /\.tsx?$/.test(path) && !path.endsWith('.d.ts')
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
/** The file's name without what follows the first dot: `tally` of `rules/tally.test.ts`. */
export const stemOf = (path: string): string => nameOf(path).replace(/(?<=.)\..*$/, '')

/** Every node of a file, in order, for rules that look at code and not at the text of strings and comments. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node
  for (const child of node.getChildren()) yield* nodesOf(child)
}

export const lineOf = (file: ts.SourceFile, node: ts.Node): number =>
  file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
