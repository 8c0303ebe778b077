import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { ICruiseResult } from 'dependency-cruiser'
import { afterAll, beforeAll, expect, test } from 'vitest'

// One cruise over one invented project: cruising takes seconds, and each file here breaks at most one rule.
const config = resolve('.dependency-cruiser.cjs')
const cruiser = resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
const room = 'src/modules/conference'

const packages = {
  dependencies: { preact: '*', kysely: '*', pg: '*', fastify: '*', zod: '*' },
  devDependencies: { vitest: '*' },
}

/** What must be there to be imported, each used so that it is no orphan. */
const ground = [
  'src/platform/result.ts',
  'src/platform/i18n/language.ts',
  'src/platform/database/tables.ts',
  'src/platform/database/actor.ts',
  'src/platform/http/server.ts',
  'src/ui/Table.tsx',
  'src/modules/organisations/index.ts',
  'src/modules/organisations/rules.ts',
  'src/modules/organisations/builders.ts',
  'src/modules/plans/index.ts',
  'src/islands/vote.tsx',
  'src/app.ts',
  'tests/support/browser.ts',
  'bench/pages.ts',
]

/** File, the import in it, and the rule it breaks. */
const forbidden: [path: string, text: string, rule: string][] = [
  [`${room}/commands/a.ts`, "import '../queries/a.ts'", 'no-circles'],
  [`${room}/events.ts`, 'export const alone = 1', 'no-orphans'],
  ['src/platform/http/lost.ts', "import './nowhere.ts'", 'is-there'],
  ['src/platform/http/by-chance.ts', "import 'by-chance'", 'is-in-package-json'],
  ['src/platform/http/tool.ts', "import 'vitest'", 'no-tools-in-the-product'],
  ['src/platform/http/measure.ts', "import '../../../bench/pages.ts'", 'product-stands-alone'],
  ['script/support/start.ts', "import '../../tests/support/browser.ts'", 'test-support-is-for-tests'],
  ['src/platform/http/root.ts', "import '../../app.ts'", 'composition-root-is-last'],
  [`${room}/queries/root.ts`, "import type {} from '../../../app.ts'", 'composition-root-is-last'],
  [
    'src/platform/jobs/a.ts',
    "import '../../modules/organisations/index.ts'",
    'platform-knows-nothing-of-ours',
  ],
  ['src/platform/http/look.ts', "import '../../ui/Table.tsx'", 'platform-knows-nothing-of-ours'],
  ['src/ui/Reach.tsx', "import '../modules/organisations/index.ts'", 'ui-knows-nothing-of-ours'],
  ['src/ui/Reply.tsx', "import type {} from '../platform/http/server.ts'", 'ui-knows-nothing-of-ours'],
  ['src/ui/File.tsx', "import 'node:fs'", 'ui-runs-anywhere'],
  ['src/ui/Rows.tsx', "import 'kysely'", 'ui-runs-anywhere'],
  [`${room}/routes.tsx`, "import '../../ui/Table.tsx'", 'only-views-use-ui'],
  [`${room}/api.ts`, "import '../organisations/rules.ts'", 'modules-meet-at-the-door'],
  [
    `${room}/queries/type.ts`,
    "import type {} from '../../organisations/rules.ts'",
    'modules-meet-at-the-door',
  ],
  [`${room}/queries/built.ts`, "import '../../organisations/builders.ts'", 'modules-meet-at-the-door'],
  [`${room}/builders.ts`, "import '../organisations/rules.ts'", 'modules-meet-at-the-door'],
  [`${room}/peeking.test.ts`, "import '../organisations/rules.ts'", 'modules-meet-at-the-door'],
  [`${room}/queries/case.ts`, "import '../../plans/index.ts'", 'case-data-stays-with-the-parties'],
  [`${room}/rules/clock.ts`, "import 'node:fs'", 'rules-are-pure'],
  [`${room}/rules/query.ts`, "import '../queries/b.ts'", 'rules-are-pure'],
  [`${room}/rules/schema.ts`, "import 'zod'", 'rules-are-pure'],
  [`${room}/rules/mixed.ts`, "import { type A, b } from '../queries/b.ts'", 'rules-are-pure'],
  [
    `${room}/policy.ts`,
    "import '../../platform/database/tables.ts'",
    'only-commands-and-queries-use-the-database',
  ],
  [`${room}/views/Rows.tsx`, "import 'kysely'", 'only-commands-and-queries-use-the-database'],
  [`${room}/schema/a.ts`, "import type {} from 'pg'", 'only-commands-and-queries-use-the-database'],
  [
    `${room}/schema/as.ts`,
    "import { beginAs } from '../../../platform/database/actor.ts'",
    'only-commands-and-queries-use-the-database',
  ],
  [`${room}/events/a.ts`, "import 'kysely'", 'only-commands-and-queries-use-the-database'],
  ['src/islands/server.tsx', "import '../platform/http/server.ts'", 'islands-run-in-the-browser'],
  ['src/islands/module.tsx', "import '../modules/organisations/index.ts'", 'islands-run-in-the-browser'],
  ['src/islands/file.tsx', "import 'node:fs'", 'islands-run-in-the-browser'],
  ['src/islands/rows.tsx', `import '../modules/conference/queries/b.ts'`, 'islands-run-in-the-browser'],
  [`${room}/views/Vote.tsx`, "import '../../../islands/vote.tsx'", 'islands-are-loaded-not-imported'],
]

const allowed: [path: string, text: string][] = [
  [`${room}/queries/a.ts`, "import '../commands/a.ts'"],
  [`${room}/queries/b.ts`, "import 'kysely'; import type {} from '../../../platform/database/tables.ts'"],
  [`${room}/commands/b.ts`, "import 'pg'; import '../../organisations/index.ts'"],
  [
    `${room}/rules/pure.ts`,
    "import '../../../platform/result.ts'; import 'node:crypto'; import './other.ts'",
  ],
  [`${room}/rules/other.ts`, "import type { Row } from '../queries/b.ts'; import type {} from 'zod'"],
  [`${room}/rules/pure.test.ts`, "import 'vitest'; import './pure.ts'; import '../queries/b.ts'"],
  [`${room}/events/b.ts`, "import type { Transaction } from '../../../platform/database/tables.ts'"],
  [`${room}/schema/b.ts`, "import type { Actor } from '../../../platform/database/actor.ts'; import 'zod'"],
  [`${room}/views/Console.tsx`, "import '../../../ui/Table.tsx'; import 'preact'"],
  [
    `${room}/closing.test.ts`,
    "import '../organisations/builders.ts'; import '../../../tests/support/browser.ts'",
  ],
  ['src/islands/console.tsx', "import '../modules/conference/views/Console.tsx'"],
  [
    'src/islands/results.tsx',
    "import '../ui/Table.tsx'; import '../modules/organisations/rules.ts'; import './vote.tsx'",
  ],
  [
    'src/ui/Field.tsx',
    "import '../platform/i18n/language.ts'; import '../platform/result.ts'; import 'preact'",
  ],
  ['src/main.ts', "import './app.ts'; import './modules/plans/index.ts'; import './ui/Table.tsx'"],
  ['tests/e2e/lead.test.ts', "import '../../src/app.ts'; import '../support/browser.ts'"],
  ['bench/votes.ts', "import '../src/app.ts'; import '../src/platform/http/server.ts'"],
]

const root = mkdtempSync(join(tmpdir(), 'boundaries-'))
/** Broken rules by file. */
const broken = new Map<string, string[]>()

beforeAll(() => {
  const files: [string, string][] = [
    ['package.json', JSON.stringify({ name: 'invented', type: 'module', ...packages })],
    ...ground.map((path): [string, string] => [path, "import 'preact'"]),
    ...forbidden.map(([path, text]): [string, string] => [path, text]),
    ...allowed,
  ]
  const names = [...Object.keys(packages.dependencies), ...Object.keys(packages.devDependencies), 'by-chance']
  for (const name of names) {
    files.push([
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    ])
    files.push([`node_modules/${name}/index.js`, ''])
  }
  for (const [path, text] of files) {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    writeFileSync(join(root, path), `${text}\n`)
  }
  const folders = ['src', 'tests', 'bench', 'script']
  const ended = spawnSync(process.execPath, [cruiser, ...folders, '--config', config, '-T', 'json'], {
    cwd: root,
    encoding: 'utf8',
  })
  const result: ICruiseResult = JSON.parse(ended.stdout)
  for (const { from, rule } of result.summary.violations) {
    broken.set(from, [...(broken.get(from) ?? []), rule.name])
  }
})

afterAll(() => rmSync(root, { recursive: true }))

test.each(forbidden)('%s may not have %s: %s', (path, _text, rule) => {
  expect([...new Set(broken.get(path))]).toEqual([rule])
})

test.each(allowed.filter(([path]) => !path.includes('/queries/a.ts')))('%s may have %s', path => {
  expect(broken.get(path) ?? []).toEqual([])
})

test('each rule is tried', async () => {
  const { default: rules } = await import(config)
  const names = rules.forbidden.map(({ name }: { name: string }) => name)
  expect(new Set(forbidden.map(([, , rule]) => rule))).toEqual(new Set(names))
})

test('this project keeps every rule', () => {
  const folders = ['src', 'tests', 'bench']
  const ended = spawnSync(process.execPath, [cruiser, ...folders, '--config', config], { encoding: 'utf8' })
  expect(ended.stdout).toContain('no dependency violations found')
  expect(ended.status).toBe(0)
})
