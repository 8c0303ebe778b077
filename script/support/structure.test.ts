import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { checkStructure, lineFor } from './structure.ts'

const program = resolve('script/support/structure.ts')

/** A small project in which all is well. */
const good: Record<string, string> = {
  'README.md': '',
  'package.json': '{}',
  'script/server': '',
  'script/support/start.ts': 'console.log("The server starts.")',
  '.ci/run': '',
  'demo/conference-2014/items.csv': '',
  'migrations/0001-platform-roles.sql': '',
  'migrations/0002-conference-rounds.sql': '',
  'docs/architecture.md': '',
  'docs/decisions/0001-one-process.md': '',
  'docs/decisions/0002-plain-sql.md': '',
  'src/main.ts': 'console.error("The port is taken.")',
  'src/cli.ts': 'console.log("done")',
  'src/config.ts': '',
  'src/app.tsx': '',
  'src/config.test.ts': '',
  'src/platform/result.ts': '',
  'src/platform/http/session.ts': '',
  'src/ui/Table.tsx': 'export const Table = () => <table class="table" />',
  'src/ui/Table.test.tsx': 'test("a table has a caption", () => {})',
  'src/ui/charts/BarChart.tsx': '',
  'src/ui/theme.scss': '',
  'src/islands/vote.tsx': '',
  'src/modules/conference/index.ts': 'export type { Round } from "./rules/round.ts"',
  'src/modules/conference/routes.tsx': '',
  'src/modules/conference/rules/round.ts': 'export type Round = { note: string } // any of three states',
  'src/modules/conference/rules/round.test.ts': '',
  'src/modules/conference/commands/close-round.ts': '',
  'src/modules/conference/closing.test.ts': 'test("a closed round stays closed", () => {})',
  'src/modules/conference/views/Console.tsx':
    'export interface ConsoleModel {}\nexport const Console = () => <a href="https://example.se">console.log</a>',
  'tests/e2e/lead-a-conference.test.ts': '',
}

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

function project(changes: Record<string, string> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'structure-'))
  made.push(root)
  for (const [path, text] of Object.entries({ ...good, ...changes })) {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const found = (changes: Record<string, string>) => checkStructure(project(changes))

describe('what is told', () => {
  test('a project in which all is well gives no line', () => {
    expect(found({})).toEqual([])
  })

  test('this project itself has nothing to tell', () => {
    expect(checkStructure(resolve('.')).filter(violation => !violation.warning)).toEqual([])
  })

  test('a violation is one line with its place, and the program ends with 1', () => {
    const root = project({ 'src/ui/Logo.tsx': '\nexport const Logo = () => <svg style="width:1em" />' })
    const ended = spawnSync(process.execPath, [program, root], { encoding: 'utf8' })
    expect(ended.stdout).toBe(
      'src/ui/Logo.tsx:2: no-style-attribute: Browsers ignore style= under our policy. Use a class.\n',
    )
    expect(ended.status).toBe(1)
  })

  test('a warning is shown and the program ends well', () => {
    const root = project({ 'src/platform/http/session.ts': '// a line\n'.repeat(401) })
    expect(execFileSync(process.execPath, [program, root], { encoding: 'utf8' })).toContain(
      'src/platform/http/session.ts: warning: long-files: 401 lines',
    )
  })

  test('what tools and the installation make beside the code is left alone', () => {
    const beside = { 'dist/main.js': '', 'data/postgres/PG_VERSION': '18', 'node_modules/x/utils.ts': '' }
    expect(found(beside)).toEqual([])
  })
})

/** A module whose pages have a part called sums. */
const aPart = {
  'src/modules/funding/views/sums/Sum.tsx': 'export const Sum = () => <p />',
}

const cases: [rule: string, what: string, changes: Record<string, string>, path?: string][] = [
  ['top-level', 'a folder at the top that nobody knows', { 'lib/a.ts': '' }, 'lib'],
  ['top-level', 'a file at the top that nobody knows', { 'notes.txt': '' }],
  ['source-root', 'a file in src beside the composition root', { 'src/server.ts': '' }],
  ['source-root', 'a page in src beside the composition root', { 'src/cli.tsx': '' }],
  ['source-root', 'a folder in src that is none of its four', { 'src/services/mail.ts': '' }, 'src/services'],
  ['platform-folder', 'a new room in platform', { 'src/platform/cache/cache.ts': '' }, 'src/platform/cache'],
  ['platform-folder', 'a loose file in platform', { 'src/platform/clock.ts': '' }],
  [
    'module-name',
    'a module that is no part of the product',
    { 'src/modules/users/index.ts': '' },
    'src/modules/users',
  ],
  ['module-vocabulary', 'a file outside the vocabulary', { 'src/modules/conference/service.ts': '' }],
  ['module-vocabulary', 'a folder outside the vocabulary', { 'src/modules/conference/domain/tally.ts': '' }],
  ['module-vocabulary', 'a word with the wrong ending', { 'src/modules/funding/routes.ts': '' }],
  ['module-vocabulary', 'a views file where a folder belongs', { 'src/modules/funding/views.tsx': '' }],
  ['module-vocabulary', 'a second door', { 'src/modules/funding/index/more.ts': '' }],
  ['module-vocabulary', 'something else than pages in views', { 'src/modules/funding/views/colours.ts': '' }],
  ['module-vocabulary', 'HTML made outside views', { 'src/modules/funding/rules/sum.tsx': '' }],
  ['module-vocabulary', 'folders in folders', { 'src/modules/funding/rules/sums/deep/sum.ts': '' }],
  [
    'module-parts',
    'a part that no pages have',
    { 'src/modules/funding/rules/sums/sum.ts': '', 'src/modules/funding/rules/sums/tax.ts': '' },
    'src/modules/funding/rules/sums',
  ],
  [
    'module-parts',
    'a folder for a single file',
    {
      ...aPart,
      'src/modules/funding/rules/sums/sum.ts': '',
      'src/modules/funding/rules/sums/sum.test.ts': '',
    },
    'src/modules/funding/rules/sums',
  ],
  [
    'module-parts',
    'a file that says its part again',
    {
      ...aPart,
      'src/modules/funding/rules/sums/sums-of-tax.ts': '',
      'src/modules/funding/rules/sums/rounding.ts': '',
    },
    'src/modules/funding/rules/sums/sums-of-tax.ts',
  ],
  ['file-or-folder', 'a word that is both a file and a folder', { 'src/modules/conference/rules.ts': '' }],
  ['migrations', 'a migration with capital letters', { 'migrations/0003-platform-Jobs.sql': '' }],
  ['migrations', 'a migration of an unknown module', { 'migrations/0003-users-table.sql': '' }],
  ['migrations', 'a hole in the numbers', { 'migrations/0004-platform-jobs.sql': '' }],
  ['migrations', 'a number used twice', { 'migrations/0002-platform-jobs.sql': '' }],
  ['decisions', 'a decision without a number', { 'docs/decisions/plain-sql.md': '' }],
  ['decisions', 'a hole in the decisions', { 'docs/decisions/0004-later.md': '' }],
  ['decisions', 'two decisions with one number', { 'docs/decisions/0002-zebra.md': '' }],
  ['file-names', 'a file in camelCase', { 'src/platform/http/signIn.ts': '' }],
  ['file-names', 'a component in kebab-case', { 'src/ui/error-summary.tsx': '' }],
  ['file-names', 'an island in PascalCase', { 'src/islands/Vote.tsx': '' }],
  ['file-names', 'a folder with capital letters', { 'src/ui/Charts/Axis.tsx': '' }],
  ['empty-names', 'a file that is called utils', { 'src/platform/http/utils.ts': '' }],
  ['empty-names', 'a folder that is called common', { 'src/ui/common/Box.tsx': '' }],
  ['empty-names', 'a component that ends in Info', { 'src/ui/RoundInfo.tsx': '' }],
  ['empty-names', 'a file that ends in -manager', { 'src/platform/jobs/job-manager.ts': '' }],
  [
    'long-files',
    'a file of more than 600 lines',
    { 'src/platform/http/session.ts': '// a line\n'.repeat(601) },
  ],
  [
    'one-page-a-file',
    'two pages in a file',
    { 'src/modules/conference/views/Console.tsx': 'export const Console = 1\nexport function Other() {}' },
  ],
  [
    'one-page-a-file',
    'a page called otherwise than its file',
    { 'src/modules/conference/views/Console.tsx': 'export const Lead = () => <p />' },
  ],
  ['no-console', 'a word to the console', { 'src/platform/jobs/run.ts': 'console.log("here")' }],
  [
    'no-inner-html',
    'HTML from a string',
    { 'src/ui/Raw.tsx': 'export const Raw = () => <p dangerouslySetInnerHTML={{ __html: "" }} />' },
  ],
  [
    'no-inner-html',
    'HTML from a string in an object',
    { 'src/ui/Raw.tsx': 'const more = { dangerouslySetInnerHTML: { __html: "" } }' },
  ],
  ['no-style-attribute', 'inline style', { 'src/ui/Raw.tsx': 'export const Raw = () => <p style={{}} />' }],
  [
    'no-foreign-resources',
    'an image from another server',
    { 'src/ui/Raw.tsx': 'export const Raw = () => <img alt="" src="https://example.se/a.png" />' },
  ],
  [
    'no-foreign-resources',
    'a stylesheet from another server',
    { 'src/ui/Raw.tsx': 'export const Raw = () => <link rel="stylesheet" href={`//example.se/a.css`} />' },
  ],
  ['no-skipped-tests', 'test.skip', { 'tests/a.test.ts': 'test.skip("later", () => {})' }],
  ['no-skipped-tests', 'it.only', { 'tests/a.test.ts': 'it.only("this", () => {})' }],
  ['no-skipped-tests', 'describe.todo', { 'tests/a.test.ts': 'describe.todo("that")' }],
  ['no-skipped-tests', 'test.skipIf', { 'tests/a.test.ts': 'test.skipIf(true)("there", () => {})' }],
  ['no-skipped-tests', 'test.concurrent.skip', { 'tests/a.test.ts': 'test.concurrent.skip("x", () => {})' }],
  ['no-skipped-tests', 'xit', { 'tests/a.test.ts': 'xit("later", () => {})' }],
  ['no-skipped-tests', 'the option skip', { 'tests/a.test.ts': 'test("x", { skip: true }, () => {})' }],
  ['any-with-reason', 'any as a type', { 'src/platform/http/a.ts': 'const a: any = 1' }],
  ['any-with-reason', 'as any', { 'tests/a.test.ts': 'const a = 1 as any' }],
  ['any-with-reason', 'any as an argument of a type', { 'bench/a.ts': 'const a: Array<any> = []' }],
]

test.each(cases)('%s refuses %s', (rule, _what, changes, path) => {
  const violations = found(changes)
  expect(violations.map(violation => violation.rule)).toContain(rule)
  const own = violations.filter(violation => violation.rule === rule)
  const expected =
    path ?? (rule === 'file-or-folder' ? 'src/modules/conference/rules.ts' : Object.keys(changes)[0])
  expect(own[0]?.path).toBe(expected)
  expect(lineFor(own[0] ?? expect.unreachable())).toMatch(/^\S+: [a-z-]+: .+[.]$/)
})

test('a violation inside a file says the line', () => {
  expect(found({ 'src/platform/http/a.ts': '\n\nconst a: any = 1' })[0]).toMatchObject({ line: 3 })
})

describe('what is allowed', () => {
  test('any with its reason beside it or above it', () => {
    const text = [
      'const a: any = 1 // the driver types nothing here',
      '// the driver types nothing here',
      'const b: any = 1',
    ].join('\n')
    expect(found({ 'src/platform/http/a.ts': text })).toEqual([])
  })

  test('forbidden words in comments, texts and other names', () => {
    const text =
      '// no console.log, and any of them\nexport const text = "console.log(x as any) style="\nmany.any()'
    expect(found({ 'src/platform/http/a.ts': text })).toEqual([])
  })

  test('links to other places', () => {
    const text = 'export const Foot = () => <a href="https://www.finsam.se">Finsam</a>'
    expect(found({ 'src/ui/Foot.tsx': text })).toEqual([])
  })

  test('parts of a module that are called as the folders of its pages, and the reading of files', () => {
    const files = ['rules/sums/sum', 'rules/sums/tax', 'schema/files/csv', 'schema/files/csv-rows']
    const parts = Object.fromEntries(files.map(path => [`src/modules/funding/${path}.ts`, '']))
    expect(found({ ...aPart, ...parts })).toEqual([])
  })

  test('each word of a module as a folder', () => {
    const words = ['api', 'schema', 'policy', 'queries', 'tables', 'events', 'messages', 'builders']
    const files = Object.fromEntries(words.map(word => [`src/modules/funding/${word}/final-report.ts`, '']))
    expect(found({ ...files, 'src/modules/funding/routes/apply.tsx': '' })).toEqual([])
  })
})
