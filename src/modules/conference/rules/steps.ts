import type { RoundState } from './rounds/round.ts'

export const stepNames = [
  'describe',
  'items',
  'experts',
  'rules',
  'groups',
  'lead',
  'evaluation',
  'report',
] as const
export type StepName = (typeof stepNames)[number]

/** What decides how far a conference has come. */
export type Progress = {
  readonly information: string
  readonly items: number
  readonly experts: number
  readonly invited: number
  readonly rounds: readonly { readonly state: RoundState }[]
  readonly sittings: number
  readonly evaluation: 'open' | 'closed' | null
  readonly published: boolean
}

export type StepState = 'done' | 'current' | 'todo' | 'blocked'
export type ConferenceStep = { readonly name: StepName; readonly state: StepState }

/**
 * The steps of a conference with what is done. `current` is the one to do next: the first that is not done and not
 * blocked. Any step can be opened in any order; the vote only needs items, experts and rules.
 */
export function stepsOf(progress: Progress): readonly ConferenceStep[] {
  const { rounds } = progress
  const hasVoted = rounds.some(({ state }) => state !== 'planned')
  const isDecided = rounds.length > 0 && rounds.every(({ state }) => state === 'published')
  const canVote = progress.items > 0 && progress.experts > 0 && rounds.length > 0
  const done: Readonly<Record<StepName, boolean>> = {
    describe: progress.information !== '',
    items: progress.items > 0,
    experts: progress.experts > 0 && (progress.invited > 0 || hasVoted),
    rules: rounds.length > 0,
    // A conference can be held without groups: what has been voted on needs none any more.
    groups: progress.sittings > 0 || hasVoted,
    lead: isDecided,
    evaluation: progress.evaluation === 'closed' || progress.published,
    report: progress.published,
  }
  const blocked: Partial<Record<StepName, boolean>> = {
    groups: progress.experts === 0,
    lead: !canVote,
    evaluation: !isDecided && progress.evaluation === null,
    report: !isDecided,
  }
  // Once a vote has opened, what was never prepared does not call anybody back from leading.
  const next = hasVoted ? stepNames.slice(stepNames.indexOf('lead')) : stepNames
  const current = next.find(name => !done[name] && !blocked[name])
  return stepNames.map(name => ({
    name,
    state: done[name] ? 'done' : name === current ? 'current' : blocked[name] ? 'blocked' : 'todo',
  }))
}
