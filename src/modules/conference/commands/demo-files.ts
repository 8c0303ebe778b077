import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InputFile } from '../../../platform/files/input-file.ts'
import type { Ballot } from '../rules/rounds/ballot.ts'
import type { VotingRule } from '../rules/rounds/rule.ts'
import { type FileExpert, readExpertsFile } from '../schema/experts/file.ts'
import { type FileItem, readItemsFile } from '../schema/items/file.ts'
import { readTallyFiles } from '../schema/rounds/tally-files.ts'

/** The 2014 files in `demo/conference-2014`, read once. */
export interface Conference2014 {
  readonly items: readonly FileItem[]
  readonly experts: readonly FileExpert[]
  readonly rules: readonly VotingRule[]
  /** Ballots by round. They were constructed so that their counts give the published outcome. */
  readonly ballots: ReadonlyMap<number, readonly Ballot[]>
}

export async function read2014(folder: string): Promise<Conference2014> {
  const file = (name: string): InputFile => ({
    name,
    bytes: readFileSync(join(folder, 'conference-2014', name)),
  })
  const items = await readItemsFile(file('items.csv'), { allowUnworded: true })
  const experts = await readExpertsFile(file('experts.csv'), { roles: 'any' })
  const tally = readTallyFiles({
    itemsFile: file('items.csv'),
    rulesFile: file('rules.json'),
    ballotsFile: file('ballots.csv'),
  })
  if (!items.ok || !experts.ok || !tally.ok) throw new Error('the demo’s own files cannot be read')
  return { items: items.items, experts: experts.experts, rules: tally.rules, ballots: tally.ballots }
}
