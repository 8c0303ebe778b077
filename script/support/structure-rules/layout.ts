import { isTest, nameOf, type Rule, stemOf, type Violation } from './tree.ts'

/** The parts of the product that may have a room. A new one is a decision, not a file. */
const moduleNames = [
  'identity',
  'organisations',
  'directory',
  'mapping',
  'plans',
  'teamwork',
  'surveys',
  'indicators',
  'conference',
  'funding',
  'governance',
  'learning',
  'outcomes',
]

const topFolders = ['script', 'migrations', 'docs', 'src', 'tests', 'bench', 'build', 'demo', '.ci']
const topFiles = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'LICENSE',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'biome.json',
  'knip.json',
  'vitest.config.ts',
  '.dependency-cruiser.cjs',
  '.gitignore',
  '.gitattributes',
  '.editorconfig',
  '.npmrc',
]

/** Only known folders and files stand at the top, so that one finds one's way at the first look. */
export const topLevel: Rule = tree =>
  firstPerName(tree.files, 0)
    .filter(({ name, isFolder }) => !(isFolder ? topFolders : topFiles).includes(name))
    .map(({ path, name, isFolder }) => ({
      rule: 'top-level',
      path,
      sentence: isFolder
        ? `The folder ${name}/ has no place at the top; the folders are ${topFolders.join(', ')}.`
        : `The file ${name} has no place at the top; put it where it is used.`,
    }))

const sourceFiles = ['main', 'cli', 'app', 'config']
const sourceFolders = ['platform', 'ui', 'modules', 'islands']

/** Only the composition root lies directly in `src`. `app` may render: pages for what no module knows. */
export const sourceRoot: Rule = tree =>
  firstPerName(under(tree.files, 'src'), 1)
    .filter(({ name, path, isFolder }) =>
      isFolder
        ? !sourceFolders.includes(name)
        : !isRootFile(path, sourceFiles) && name !== 'app.tsx' && name !== 'app.test.tsx',
    )
    .map(({ path, name }) => ({
      rule: 'source-root',
      path,
      sentence: `${name} has no place in src/; it holds ${sourceFiles.join('.ts, ')}.ts and ${sourceFolders.join(', ')}.`,
    }))

const platformFolders = [
  'http',
  'database',
  'live',
  'jobs',
  'documents',
  'files',
  'i18n',
  'audit',
  'mail',
  'anonymous',
  'background',
]

/** What is not about the domain has a fixed set of rooms too; else it becomes the drawer for everything. */
export const platformFolder: Rule = tree =>
  firstPerName(under(tree.files, 'src/platform'), 2)
    .filter(({ name, path, isFolder }) =>
      isFolder ? !platformFolders.includes(name) : !isRootFile(path, ['result']),
    )
    .map(({ path, name }) => ({
      rule: 'platform-folder',
      path,
      sentence: `${name} has no place in src/platform/; it holds ${platformFolders.join(', ')} and result.ts.`,
    }))

/** A module is one of the product's named parts, and a folder. */
export const moduleName: Rule = tree =>
  firstPerName(under(tree.files, 'src/modules'), 2)
    .filter(({ name, isFolder }) => !isFolder || !moduleNames.includes(name))
    .map(({ path, name }) => ({
      rule: 'module-name',
      path,
      sentence: `${name} is not a part of the product; the modules are ${moduleNames.join(', ')}.`,
    }))

/** The words of a module and the endings each may have as a file. `views` is only a folder. */
const moduleWords: Record<string, readonly string[]> = {
  index: ['.ts'],
  routes: ['.tsx'],
  api: ['.ts'],
  schema: ['.ts'],
  policy: ['.ts'],
  rules: ['.ts'],
  commands: ['.ts'],
  queries: ['.ts'],
  tables: ['.ts'],
  events: ['.ts'],
  messages: ['.ts'],
  builders: ['.ts'],
  views: [],
}

/** A module has only files of the closed vocabulary, so that one who knows one module finds the way in all. */
export const moduleVocabulary: Rule = tree => {
  const found: Violation[] = []
  for (const path of under(tree.files, 'src/modules')) {
    const parts = path.split('/')
    const word = parts[3]
    if (word === undefined || isTest(path)) continue
    const complain = (sentence: string) => found.push({ rule: 'module-vocabulary', path, sentence })

    if (parts.length === 4) {
      const endings = moduleWords[stemOf(word)]
      const ending = word.slice(stemOf(word).length)
      if (endings === undefined) complain(`${word} is not one of a module's words: ${words()}.`)
      else if (!endings.includes(ending)) {
        complain(`A module has ${stemOf(word)}${endings[0] ?? '/ as a folder'}, not ${word}.`)
      }
    } else if (moduleWords[word] === undefined) {
      complain(`${word}/ is not one of a module's words: ${words()}.`)
    } else if (word === 'index') {
      complain('A module has one door: index.ts, never a folder.')
    } else if (word === 'views' && !path.endsWith('.tsx')) {
      complain('views/ holds pages (.tsx) and their tests only.')
    } else if (word !== 'views' && word !== 'routes' && !path.endsWith('.ts')) {
      complain(`${word}/ holds .ts only; what becomes HTML is a view.`)
    } else if (parts.length > 6) {
      complain(`${word}/ has one level of folders, not deeper ones.`)
    }
  }
  return found
}

const words = () => Object.keys(moduleWords).join(', ')

/** Has no page of its own: how the files that people hand in are read. */
const partsWithoutPages = ['files']

/**
 * The folders of `views` are the parts of a module, and the other words divide in the same way or not at all: who looks
 * for groups looks in `rules/groups`, `schema/groups` and `views/groups`. A folder for a single file only hides it,
 * and inside its part a file does not say the part's name again.
 */
export const moduleParts: Rule = tree => {
  const files = under(tree.files, 'src/modules').filter(path => path.split('/').length === 6)
  const folders = Map.groupBy(files, path => path.split('/').slice(0, 5).join('/'))
  return [...folders].flatMap(([folder, inside]): Violation[] => {
    const [, , module = '', word = '', part = ''] = folder.split('/')
    if (word === 'views') return []
    const rule = 'module-parts'
    const own = inside.filter(path => !isTest(path))
    const parts = [
      ...new Set(
        under(tree.files, `src/modules/${module}/views`).flatMap(path =>
          path.split('/').length > 5 ? [path.split('/')[4] ?? ''] : [],
        ),
      ),
      ...partsWithoutPages,
    ]
    if (!parts.includes(part)) {
      const sentence = `${part}/ is no part of ${module}; its parts are the folders of views/ and ${partsWithoutPages.join(', ')}: ${parts.join(', ')}.`
      return [{ rule, path: folder, sentence }]
    }
    const again = own.filter(path => stemOf(nameOf(path)).startsWith(`${part}-`))
    return [
      ...(own.length < 2
        ? [{ rule, path: folder, sentence: `${part}/ has a single file; let it lie in ${word}/.` }]
        : []),
      ...again.map(path => ({
        rule,
        path,
        sentence: `${nameOf(path)} lies in ${part}/ already; leave the word out.`,
      })),
    ]
  })
}

/** A word is a file or a folder: with both, nobody knows where the next rule goes. */
export const fileOrFolder: Rule = tree => {
  const files = under(tree.files, 'src/modules')
  return files
    .filter(path => path.split('/').length === 4 && !isTest(path))
    .filter(path => files.some(other => other.startsWith(`${path.replace(/\.tsx?$/, '')}/`)))
    .map(path => ({
      rule: 'file-or-folder',
      path,
      sentence: `${nameOf(path)} and the folder ${stemOf(path)}/ both exist; move the file into the folder.`,
    }))
}

/** Migrations run in the order of their numbers: a hole or a double means that two branches met unseen. */
export const migrations: Rule = tree => {
  const found: Violation[] = []
  const rule = 'migrations'
  const owners = [...moduleNames, 'platform']
  let expected = 1
  for (const path of under(tree.files, 'migrations')) {
    const [, number, owner] = /^migrations\/(\d{4})-([a-z]+)(?:-[a-z0-9]+)+\.sql$/.exec(path) ?? []
    if (number === undefined || owner === undefined) {
      found.push({ rule, path, sentence: 'A migration is called NNNN-module-what.sql, in small letters.' })
      continue
    }
    if (!owners.includes(owner)) {
      found.push({ rule, path, sentence: `"${owner}" is neither a module nor platform.` })
    }
    if (Number(number) !== expected) {
      found.push({
        rule,
        path,
        sentence: `The next migration has number ${fourDigits(expected)}, not ${number}.`,
      })
    }
    expected = Number(number) + 1
  }
  return found
}

/** Decisions are cited by number, so each number is there once and none is missing. */
export const decisions: Rule = tree => {
  const found: Violation[] = []
  const rule = 'decisions'
  let expected = 1
  for (const path of under(tree.files, 'docs/decisions')) {
    const number = /^docs\/decisions\/(\d{4})(?:-[a-z0-9]+)+\.md$/.exec(path)?.[1]
    if (number === undefined) {
      found.push({
        rule,
        path,
        sentence: 'A decision record is called NNNN-what-was-decided.md, in small letters.',
      })
      continue
    }
    if (Number(number) !== expected) {
      found.push({
        rule,
        path,
        sentence: `The next decision has number ${fourDigits(expected)}, not ${number}.`,
      })
    }
    expected = Number(number) + 1
  }
  return found
}

const fourDigits = (number: number) => String(number).padStart(4, '0')

const under = (files: readonly string[], folder: string) =>
  files.filter(path => path.startsWith(`${folder}/`))

const isRootFile = (path: string, stems: readonly string[]) =>
  stems.includes(stemOf(path)) &&
  /\.ts$/.test(path) &&
  (isTest(path) || nameOf(path) === `${stemOf(path)}.ts`)

/** The names at one depth, each once with the first path that has it. */
function firstPerName(files: readonly string[], depth: number) {
  const seen = new Map<string, { path: string; name: string; isFolder: boolean }>()
  for (const path of files) {
    const parts = path.split('/')
    const name = parts[depth]
    if (name === undefined || seen.has(name)) continue
    seen.set(name, { path: parts.slice(0, depth + 1).join('/'), name, isFolder: parts.length > depth + 1 })
  }
  return [...seen.values()]
}
