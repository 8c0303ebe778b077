import { ok, type Result, refuse } from '../../../../platform/result.ts'
import type { Sittings } from './figures.ts'

export type ByHandRefusal =
  | 'unknown-sitting'
  | 'unknown-group'
  | 'expert-not-in-sitting'
  | 'already-in-group'
  | 'group-would-be-empty'

/** The sittings with one expert in another group. Sitting and group count from 0, as in the array. */
export function moveExpert(
  sittings: Sittings,
  { sitting, expert, toGroup }: { sitting: number; expert: string; toGroup: number },
): Result<string[][][], ByHandRefusal> {
  const groups = sittings[sitting]
  if (!groups) return refuse('unknown-sitting')
  if (!groups[toGroup]) return refuse('unknown-group')
  const from = groups.findIndex(group => group.includes(expert))
  if (from < 0) return refuse('expert-not-in-sitting')
  if (from === toGroup) return refuse('already-in-group')
  if (groups[from]?.length === 1) return refuse('group-would-be-empty')
  return ok(
    withSitting(sittings, sitting, (group, at) => {
      const others = group.filter(id => id !== expert)
      return at === toGroup ? [...others, expert] : others
    }),
  )
}

const withSitting = (
  sittings: Sittings,
  changed: number,
  change: (group: readonly string[], at: number) => string[],
): string[][][] =>
  sittings.map((groups, sitting) =>
    groups.map((group, at) => (sitting === changed ? change(group, at) : [...group])),
  )
