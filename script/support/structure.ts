// Checks that the checkout is laid out as docs/architecture.md says: node script/support/structure.ts [ROOT]
import { resolve } from 'node:path'
import * as content from './structure-rules/content.ts'
import * as layout from './structure-rules/layout.ts'
import * as names from './structure-rules/names.ts'
import { type Rule, readTree, type Violation } from './structure-rules/tree.ts'

export const rules: readonly Rule[] = [
  layout.topLevel,
  layout.sourceRoot,
  layout.platformFolder,
  layout.moduleName,
  layout.moduleVocabulary,
  layout.moduleParts,
  layout.fileOrFolder,
  layout.migrations,
  layout.decisions,
  names.fileNames,
  names.emptyNames,
  content.longFiles,
  content.onePageAFile,
  content.noConsole,
  content.noInnerHtml,
  content.noStyleAttribute,
  content.noForeignResources,
  content.noSkippedTests,
  content.anyWithReason,
]

/** All that is wrong under `root`, in the order of the rules. */
export function checkStructure(root: string): Violation[] {
  const tree = readTree(root)
  return rules.flatMap(rule => rule(tree))
}

/** `src/a.ts:3: no-console: Write to the log, not to the console.` */
export const lineFor = ({ path, line, rule, sentence, warning }: Violation): string =>
  `${path}${line === undefined ? '' : `:${line}`}: ${warning ? 'warning: ' : ''}${rule}: ${sentence}`

if (import.meta.main) {
  const found = checkStructure(resolve(process.argv[2] ?? '.'))
  for (const violation of found) console.log(lineFor(violation))
  if (found.some(violation => !violation.warning)) process.exitCode = 1
}
