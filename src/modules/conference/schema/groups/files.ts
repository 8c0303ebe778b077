import { type InputFile, problemLine, quoted } from '../../../../platform/files/input-file.ts'
import { type GroupsRefusal, makeGroups } from '../../rules/groups/draw.ts'
import { type FileExpert, readExpertsFile } from '../experts/file.ts'
import { expertsFileLine } from '../experts/file-messages.ts'

export type GroupsFiles = {
  /** CSV or XLSX with association and role, and `expert` (or `id`) or a name. Its name is used in errors only. */
  readonly expertsFile: InputFile
  readonly groups: number
  readonly sittings: number
  readonly seed: number
}

/** As `conference groups --json` prints it and others read it. A change here is a change of interface. */
export type GroupsReport = {
  /** The ids as in the file; numbers when all of them are whole numbers. */
  readonly sittings: readonly (readonly (readonly (string | number)[])[])[]
  readonly repeatedMeetings: number
  readonly bound: number
  readonly imbalance: number
}

/**
 * What `conference groups` answers; `status` is the exit status. 2: something given is wrong. `errors` has one
 * line for each error, `FILE:LINE: PROBLEM`, and there is no output.
 */
export type GroupsAnswer =
  | { readonly status: 0; readonly output: GroupsReport }
  | { readonly status: 2; readonly errors: readonly string[] }

/** Reads the experts and makes groups; see `makeGroups`. Roles and associations are taken as they are written. */
export async function runGroups({ expertsFile, groups, sittings, seed }: GroupsFiles): Promise<GroupsAnswer> {
  const read = await readExpertsFile(expertsFile, { roles: 'any' })
  if (!read.ok)
    return { status: 2, errors: read.problems.map(problem => expertsFileLine(expertsFile.name, problem)) }

  const twice = sameTwice(expertsFile.name, read.experts)
  if (twice.length > 0) return { status: 2, errors: twice }

  const experts = read.experts.map(expert => ({ ...expert, id: idOf(expert) }))
  const made = makeGroups({ experts, groups, sittings, seed })
  if (!made.ok)
    return { status: 2, errors: [refusalLine(made.refusal, expertsFile.name, experts.length, groups)] }

  const areNumbers = experts.every(({ id }) => isWholeNumber(id))
  const written = (id: string) => (areNumbers ? Number(id) : id)
  const { repeatedMeetings, bound, imbalance } = made.value
  return {
    status: 0,
    output: {
      sittings: made.value.sittings.map(sitting => sitting.map(group => group.map(written))),
      repeatedMeetings,
      bound,
      imbalance,
    },
  }
}

const idOf = ({ id, name }: FileExpert) => id ?? name

/** Two people with the same function are fine in a conference; here one could not tell them apart. */
function sameTwice(file: string, experts: readonly FileExpert[]): string[] {
  const seen = new Set<string>()
  return experts.flatMap(expert => {
    const id = idOf(expert)
    if (seen.has(id))
      return [
        problemLine({ file, line: expert.line, problem: `${quoted(id)} is there twice; give each an id` }),
      ]
    seen.add(id)
    return []
  })
}

/** A number that reads the same when it is written again: not `007`, not one beyond exactness. */
const isWholeNumber = (id: string) => String(Number(id)) === id && Number.isSafeInteger(Number(id))

function refusalLine(refusal: GroupsRefusal, file: string, experts: number, groups: number): string {
  switch (refusal) {
    case 'group-count-wrong':
      return '--groups: must be a whole number, at least 1'
    case 'sitting-count-wrong':
      return '--sittings: must be a whole number from 1 to 30'
    case 'seed-wrong':
      return '--seed: must be a whole number'
    case 'fewer-experts-than-groups':
      return problemLine({ file, line: 1, problem: `has ${experts} experts, too few for ${groups} groups` })
    case 'too-many-experts':
      return problemLine({ file, line: 1, problem: `has ${experts} experts, more than 1,000` })
    case 'same-expert-twice':
    case 'more-fixed-than-sittings':
    case 'unknown-expert-in-fixed':
    case 'expert-twice-in-a-sitting':
      throw new Error(`${refusal} has been ruled out before`)
  }
}
