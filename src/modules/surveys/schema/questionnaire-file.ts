import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode, type FileProblem, type InputFile } from '../../../platform/files/input-file.ts'
import { readJson } from '../../../platform/files/json-lines.ts'
import type { Questionnaire } from '../rules/questionnaire.ts'
import { clauseFor, questionnaireSchema } from './questionnaire.ts'

/** A questionnaire from its JSON form, or all that is wrong with it: each with its line, and its path in the sentence. */
export function readQuestionnaire(file: InputFile): {
  questionnaire: Questionnaire | undefined
  problems: readonly FileProblem[]
} {
  const { text, problems: notText } = decode(file)
  if (notText.length > 0) return { questionnaire: undefined, problems: notText }
  const json = readJson(text)
  if (!json.ok)
    return {
      questionnaire: undefined,
      problems: [{ file: file.name, line: json.line, problem: json.problem }],
    }
  const read = questionnaireSchema.safeParse(json.value, { error: clauseFor })
  if (read.success) return { questionnaire: read.data, problems: [] }
  const problems = read.error.issues.map(({ path, message }) => ({
    file: file.name,
    line: json.lineOf(path),
    problem: `${pathWords(path)} ${message}`,
  }))
  return { questionnaire: undefined, problems: problems.toSorted((a, b) => a.line - b.line) }
}

/**
 * The questionnaires that a folder holds, one a file.
 * @throws when one of them is wrong, with all that is
 */
export function shippedQuestionnaires(folder: string): Questionnaire[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .toSorted()
    .map(name => {
      const { questionnaire, problems } = readQuestionnaire({
        name,
        bytes: readFileSync(join(folder, name)),
      })
      if (questionnaire) return questionnaire
      throw new Error(problems.map(one => `${one.file} line ${one.line}: ${one.problem}`).join('\n'))
    })
}

/** `questions[2].options[0].label`, as one writes it in a program. */
function pathWords(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the questionnaire'
  return path
    .map((part, place) =>
      typeof part === 'number' ? `[${part}]` : `${place === 0 ? '' : '.'}${String(part)}`,
    )
    .join('')
}
