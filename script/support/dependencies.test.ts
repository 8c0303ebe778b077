import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

interface PackageFile {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  optionalDependencies: Record<string, string>
}

const { dependencies, devDependencies, optionalDependencies }: PackageFile = JSON.parse(read('package.json'))

/** The packages that the tables of a chapter name, and what each row says of them. */
function rowsOf(chapter: string): Map<string, string> {
  const [, text = ''] = read('docs/architecture.md').split(`## ${chapter}\n`)
  const named = new Map<string, string>()
  for (const [, packages = '', reason = ''] of text
    .split('\n## ', 1)[0]
    ?.matchAll(/^\| (`.*`) \| (.*) \|$/gm) ?? []) {
    for (const [, name = ''] of packages.matchAll(/`([^`]+)`/g)) named.set(name, reason)
  }
  return named
}

const described = rowsOf('What it stands on')

test('every package that is depended on has a reason in docs/architecture.md', () => {
  const all = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
  expect(all.filter(name => !described.get(name))).toEqual([])
})

test('docs/architecture.md names no package that is not depended on', () => {
  const all = { ...dependencies, ...devDependencies, ...optionalDependencies }
  expect([...described.keys()].filter(name => !(name in all))).toEqual([])
})

test('every package has one version, so that two installations are the same', () => {
  const versions = Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies })
  expect(versions.filter(version => !/^(npm:[\w-]+@)?\d+\.\d+\.\d+/.test(version))).toEqual([])
})
