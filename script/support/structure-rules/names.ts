import { isCode, isTest, nameOf, type Rule, type Violation } from './tree.ts'

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/
const pascal = /^[A-Z][A-Za-z0-9]*$/

/** Files in kebab-case; components in `ui` and `views` as their component is called; folders in kebab-case. */
export const fileNames: Rule = tree => {
  const found: Violation[] = []
  const rule = 'file-names'
  for (const path of tree.files) {
    if (!/^(src|tests|bench|build|script)\//.test(path)) continue
    const folders = path.split('/').slice(0, -1)
    for (const folder of folders) {
      if (!kebab.test(folder))
        found.push({ rule, path, sentence: `The folder ${folder}/ is not in kebab-case.` })
    }
    if (!isCode(path)) continue
    const name = nameOf(path)
    const stem = name.replace(/(\.test|\.config)?\.tsx?$/, '')
    const isComponent = name.endsWith('.tsx') && /^src\/(ui|modules\/[^/]+\/views)\//.test(path)
    if (isTest(path) && (kebab.test(stem) || pascal.test(stem))) continue
    if (isComponent && !pascal.test(stem)) {
      found.push({ rule, path, sentence: `${name} holds a component and is called as it: PascalCase.` })
    }
    if (!isComponent && !kebab.test(stem)) {
      found.push({ rule, path, sentence: `${name} is not in kebab-case.` })
    }
  }
  return found
}

const empty = ['util', 'utils', 'helper', 'helpers', 'manager', 'data', 'info', 'common', 'misc', 'stuff']

/** Names that say nothing attract everything. The last word of a name counts: `round-data.ts` is `data`. */
export const emptyNames: Rule = tree => {
  const found: Violation[] = []
  for (const path of tree.files.filter(path => path.startsWith('src/'))) {
    for (const part of path.split('/').slice(1)) {
      const lastWord = part
        .replace(/\..*$/, '')
        .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .split('-')
        .at(-1)
      if (lastWord !== undefined && empty.includes(lastWord)) {
        found.push({ rule: 'empty-names', path, sentence: `"${part}" says nothing; name what it is.` })
      }
    }
  }
  return found
}
