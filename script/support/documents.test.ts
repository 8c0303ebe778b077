import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const files = (pattern: string) => globSync(pattern, { cwd: root }).sort()

const pages = files('{README,CONTRIBUTING,CHANGELOG}.md').concat(files('docs/**/*.md'))
const handbook = files('docs/handbok/*.md')
const mostPictureBytes = 3_000_000

interface Link {
  readonly page: string
  readonly text: string
  readonly target: string
  readonly isPicture: boolean
}

/** Markdown outside of code. */
const prose = (page: string) =>
  read(page)
    .replaceAll(/^```.*?^```$/gms, '')
    .replaceAll(/`[^`\n]*`/g, '`code`')

const links: readonly Link[] = pages.flatMap(page =>
  [...prose(page).matchAll(/(!?)\[([^\]]*)\]\(([^)\s]+)\)/g)].map(
    ([, mark = '', text = '', target = '']) => ({
      page,
      text,
      target,
      isPicture: mark === '!',
    }),
  ),
)
const own = links.filter(link => !/^[a-z]+:/.test(link.target))
const pictures = own.filter(link => link.isPicture)
const pathOf = ({ page, target }: Link) => normalize(join(dirname(page), target.replace(/#.*$/, '')))

/** The anchors that GitHub and most other readers give a page's headings. */
const anchorsOf = (page: string) =>
  [
    ...read(page)
      .replaceAll(/^```.*?^```$/gms, '')
      .matchAll(/^#+ (.+)$/gm),
  ].map(([, heading = '']) =>
    heading
      .replaceAll(/[`*]|\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

describe.each(pages)('%s', page => {
  const ownOfPage = own.filter(link => link.page === page)

  test('leads only to what is there', () => {
    expect(
      ownOfPage.filter(link => link.target !== '' && !existsSync(join(root, pathOf(link) || page))),
    ).toEqual([])
  })

  test('leads only to headings that are there', () => {
    const toHeading = ownOfPage.filter(({ target }) => /^([^#]*\.md)?#/.test(target))
    const lost = toHeading.filter(link => {
      const target = link.target.startsWith('#') ? page : pathOf(link)
      return !anchorsOf(target).includes(link.target.replace(/^[^#]*#/, ''))
    })
    expect(lost).toEqual([])
  })

  test('says in words what each picture shows', () => {
    expect(ownOfPage.filter(link => link.isPicture && link.text.length < 10)).toEqual([])
  })

  test('has one heading of the first level, at its beginning', () => {
    expect(read(page)).toMatch(/^# \S/)
    expect(prose(page).match(/^# /gm)).toHaveLength(1)
  })
})

test('every picture is shown somewhere', () => {
  const shown = pictures.map(pathOf)
  expect(files('docs/**/*.{png,webp,jpg,svg}').filter(path => !shown.includes(path))).toEqual([])
})

test('the pictures together are small, so that cloning is quick', () => {
  const bytes = files('docs/**/*.png').map(path => statSync(join(root, path)).size)
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(mostPictureBytes)
})

test('the handbook’s first page leads to every other, and each leads back', () => {
  const from = (page: string) => own.filter(link => link.page === page).map(pathOf)
  const others = handbook.filter(page => page !== 'docs/handbok/README.md')
  expect(others.length).toBeGreaterThan(0)
  expect(others.filter(page => !from('docs/handbok/README.md').includes(page))).toEqual([])
  expect(others.filter(page => !from(page).includes('docs/handbok/README.md'))).toEqual([])
})

test('what the handbook sets in bold stands so on a page', () => {
  const texts = files('src/**/messages.ts').concat(files('src/**/messages/*.ts')).map(read).join('\n')
  const labels = handbook.flatMap(page =>
    [...prose(page).matchAll(/\*\*(.+?)\*\*/g)].map(match => match[1] ?? ''),
  )
  const onPages = (label: string) => texts.includes(label.replace(/[.…]$/, ''))
  expect(labels.length).toBeGreaterThan(30)
  expect(labels.filter(label => label !== 'fetstil' && !onPages(label))).toEqual([])
})

test('README has every setting, and none that is gone', () => {
  const [, schema = ''] = read('src/config.ts').split('const settings = z.object({')
  const known = [...(schema.split('\n})', 1)[0] ?? '').matchAll(/^ {2}([A-Z_]+): /gm)].map(match => match[1])
  const described = [...read('README.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(match => match[1])
  expect(known.length).toBeGreaterThan(5)
  expect(described.sort()).toEqual(known.sort())
})

test('README has every command of the command line, as the program says it', () => {
  const [, usage = ''] = read('src/cli.ts').match(/const usage = `(.*?)`/s) ?? []
  const commands = [...usage.matchAll(/^ {2}([a-z].*)$/gm)].map(match => `script/mellanrum ${match[1]}`)
  expect(commands.length).toBeGreaterThan(2)
  expect(commands.filter(command => !read('README.md').includes(command))).toEqual([])
})

test('every script that the documents name is there', () => {
  const named = pages.flatMap(page =>
    [...read(page).matchAll(/\bscript\/[a-z][a-z/-]*(\.ts)?/g)].map(match => match[0]),
  )
  expect([...new Set(named)].filter(path => !existsSync(join(root, path)))).toEqual([])
})

test('CHANGELOG has the version of package.json', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string }
  expect(read('CHANGELOG.md')).toContain(`## [${version}]`)
})
