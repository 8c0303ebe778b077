import ts from 'typescript'
import { isCode, isTest, lineOf, nodesOf, type Rule, stemOf, type Tree, type Violation } from './tree.ts'

const linesToWarn = 400
const linesToFail = 600

/** A long file has more than one idea. Told at 400 lines, refused at 600. */
export const longFiles: Rule = tree =>
  tree.files
    .filter(path => isCode(path) && /^(src|tests|bench|build|script)\//.test(path))
    .map(path => ({ path, lines: tree.text(path).replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines > linesToWarn)
    .map(({ path, lines }) => ({
      rule: 'long-files',
      path,
      sentence: `${lines} lines are too many for one idea; ${linesToFail} is the limit, ${linesToWarn} a sign. Make a folder of its word.`,
      ...(lines > linesToFail ? {} : { warning: true as const }),
    }))

/** A page is found by its name: each file in `views` exports one component, called as the file. */
export const onePageAFile: Rule = tree =>
  tree.files
    .filter(path => /^src\/modules\/[^/]+\/views\/.*\.tsx$/.test(path) && !isTest(path))
    .flatMap((path): Violation[] => {
      const components = exportedValues(tree.syntax(path)).filter(name => /^[A-Z]/.test(name))
      const own = stemOf(path)
      if (components.length === 1 && components[0] === own) return []
      const said = components.length === 0 ? 'no component' : components.join(', ')
      return [
        {
          rule: 'one-page-a-file',
          path,
          sentence: `The file exports ${said}; it should export ${own} and no other.`,
        },
      ]
    })

/** Log lines go through the log, which knows what must not be written; only the command line speaks directly. */
export const noConsole: Rule = tree =>
  inSource(tree)
    .filter(path => path !== 'src/main.ts' && path !== 'src/cli.ts')
    .flatMap(path =>
      findings(tree, path, node =>
        ts.isPropertyAccessExpression(node) && node.expression.getText() === 'console'
          ? { rule: 'no-console', sentence: 'Write to the log, not to the console.' }
          : undefined,
      ),
    )

/** Text is escaped by the renderer, without exceptions. */
export const noInnerHtml: Rule = tree =>
  inSource(tree).flatMap(path =>
    findings(tree, path, node =>
      ts.isIdentifier(node) && node.text === 'dangerouslySetInnerHTML'
        ? {
            rule: 'no-inner-html',
            sentence: 'dangerouslySetInnerHTML lets a user write the page. Use elements.',
          }
        : undefined,
    ),
  )

/** The content security policy refuses inline style, so the attribute would silently do nothing. */
export const noStyleAttribute: Rule = tree =>
  inSource(tree).flatMap(path =>
    findings(tree, path, node =>
      ts.isJsxAttribute(node) && node.name.getText() === 'style'
        ? { rule: 'no-style-attribute', sentence: 'Browsers ignore style= under our policy. Use a class.' }
        : undefined,
    ),
  )

/** Pages load nothing from elsewhere: it would tell another who reads them, and the policy refuses it. */
export const noForeignResources: Rule = tree =>
  inSource(tree).flatMap(path =>
    findings(tree, path, node =>
      isForeignLoad(node)
        ? {
            rule: 'no-foreign-resources',
            sentence: 'The page would load this from another server. Bring it home.',
          }
        : undefined,
    ),
  )

/** A test that does not run tells a story that may no longer be true. */
export const noSkippedTests: Rule = tree =>
  tree.files.filter(isTest).flatMap(path =>
    findings(tree, path, node =>
      isSwitchedOff(node)
        ? {
            rule: 'no-skipped-tests',
            sentence: `${node.getText().split('(')[0]} leaves tests out; mend or remove the test.`,
          }
        : undefined,
    ),
  )

/** `any` turns the checker off for all that follows, so the line says why nothing better was possible. */
export const anyWithReason: Rule = tree =>
  tree.files
    .filter(path => isCode(path) && /^(src|tests|bench|build|script)\//.test(path))
    .flatMap(path => {
      const lines = tree.text(path).split('\n')
      const hasReason = (line: number) =>
        /\/\/ *\S+ +\S/.test(lines[line - 1] ?? '') ||
        /^\s*(\/\/|\*|\/\*).*\S+ +\S/.test(lines[line - 2] ?? '')
      return findings(tree, path, (node, line) =>
        node.kind === ts.SyntaxKind.AnyKeyword && !hasReason(line)
          ? {
              rule: 'any-with-reason',
              sentence: 'any without a reason. Name the type, or say why there is none.',
            }
          : undefined,
      )
    })

const inSource = (tree: Tree) =>
  tree.files.filter(path => path.startsWith('src/') && isCode(path) && !isTest(path))

function findings(
  tree: Tree,
  path: string,
  judge: (node: ts.Node, line: number) => { rule: string; sentence: string } | undefined,
): Violation[] {
  const file = tree.syntax(path)
  const found: Violation[] = []
  for (const node of nodesOf(file)) {
    const line = lineOf(file, node)
    const judged = judge(node, line)
    if (judged) found.push({ ...judged, path, line })
  }
  return found
}

function exportedValues(file: ts.SourceFile): string[] {
  return file.statements.flatMap(statement => {
    if (ts.isExportDeclaration(statement) && !statement.isTypeOnly) {
      const clause = statement.exportClause
      if (clause === undefined || !ts.isNamedExports(clause)) return ['everything of another file']
      return clause.elements.filter(element => !element.isTypeOnly).map(element => element.name.text)
    }
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []
    if (!modifiers.some(modifier => modifier.kind === ts.SyntaxKind.ExportKeyword)) return []
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map(declaration => declaration.name.getText())
    }
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
      return [statement.name?.text ?? 'a component without a name']
    }
    return []
  })
}

const loading: Record<string, readonly string[]> = {
  src: ['img', 'script', 'iframe', 'audio', 'video', 'source', 'embed', 'track', 'input'],
  srcset: ['img', 'source'],
  href: ['link', 'use', 'image'],
  data: ['object'],
  poster: ['video'],
}

function isForeignLoad(node: ts.Node): boolean {
  if (!ts.isJsxAttribute(node) || node.initializer === undefined) return false
  const element = node.parent.parent
  if (!ts.isJsxOpeningElement(element) && !ts.isJsxSelfClosingElement(element)) return false
  const loads = loading[node.name.getText().toLowerCase()]?.includes(element.tagName.getText()) ?? false
  return loads && /^[{'"`\s]*(https?:)?\/\//.test(node.initializer.getText())
}

/** `test.skip`, `it.only`, `describe.todo`, `test.skipIf(…)`, `xit`, and the option `{ skip: true }`. */
function isSwitchedOff(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) {
    const root = /^(test|it|describe|suite|bench|context|task)\b/
    return (
      /^(skip|only|todo|skipIf|runIf|fails)$/.test(node.name.text) && root.test(node.expression.getText())
    )
  }
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    if (/^(xit|xtest|xdescribe|fit|fdescribe)$/.test(node.expression.text)) return true
    if (!/^(test|it|describe)$/.test(node.expression.text)) return false
    return node.arguments.some(
      argument =>
        ts.isObjectLiteralExpression(argument) &&
        argument.properties.some(property => /^(skip|only|todo|fails)$/.test(property.name?.getText() ?? '')),
    )
  }
  return false
}
