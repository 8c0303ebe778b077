import { groupsHeldBack } from '../results/held-back.ts'
import { type Attrition, attrition, type Participation } from './attrition.ts'

/** One invited expert: what participation is counted from. What was on a ballot is nowhere near. */
export type Participant = Participation & {
  readonly invited: boolean
  readonly answered: 'accepted' | 'declined' | null
}

/** How many took part, in all and by group; no single expert. Counts of people, except where it says otherwise. */
export type Participants = {
  readonly experts: number
  /** Got a letter with a link. */
  readonly invited: number
  /** Said yes or no to the invitation; the others took part, or stayed away, without saying so. */
  readonly accepted: number
  readonly declined: number
  /** Took a ballot in any round at all. */
  readonly tookPart: number
  /** Took a ballot, round by round. */
  readonly rounds: readonly { readonly round: number; readonly experts: number }[]
  readonly roles: readonly ParticipantGroup[]
  readonly associations: readonly ParticipantGroup[]
}

/** One group, or several small ones together. */
export type ParticipantGroup = Omit<Attrition, 'group'> & { readonly groups: readonly string[] }

/**
 * Counts participation by role and by association. Groups of fewer than five are put together, so that "politicians: 1
 * invited, 0 took part" does not say who stayed away.
 */
export function countParticipants(experts: readonly Participant[], rounds: readonly number[]): Participants {
  const voted = (round: number) => experts.filter(({ votedIn }) => votedIn.has(round)).length
  const count = (which: (expert: Participant) => boolean) => experts.filter(which).length
  return {
    experts: experts.length,
    invited: count(expert => expert.invited),
    accepted: count(expert => expert.answered === 'accepted'),
    declined: count(expert => expert.answered === 'declined'),
    tookPart: count(({ votedIn }) => rounds.some(round => votedIn.has(round))),
    rounds: rounds.map(round => ({ round, experts: voted(round) })),
    roles: smallOnesTogether(attrition(experts, 'role', rounds)),
    associations: smallOnesTogether(attrition(experts, 'association', rounds)),
  }
}

function smallOnesTogether(groups: readonly Attrition[]): readonly ParticipantGroup[] {
  const small = groupsHeldBack(new Map(groups.map(({ group, invited }) => [group, invited])))
  const alone = groups.filter(({ group }) => !small.has(group)).map(asGroup)
  const together = groups.filter(({ group }) => small.has(group)).map(asGroup)
  return together.length === 0 ? alone : [...alone, together.reduce(sum)]
}

const asGroup = ({ group, ...counts }: Attrition): ParticipantGroup => ({ ...counts, groups: [group] })

const sum = (a: ParticipantGroup, b: ParticipantGroup): ParticipantGroup => ({
  groups: [...a.groups, ...b.groups],
  invited: a.invited + b.invited,
  tookPart: a.tookPart + b.tookPart,
  voted: a.voted.map(({ round, experts }, place) => ({
    round,
    experts: experts + (b.voted[place]?.experts ?? 0),
  })),
  left: a.left + b.left,
})
