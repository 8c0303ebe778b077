import '../tables.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import type { Count } from '../rules/rounds/votes.ts'
import { countFrom, type StoredRound } from './rounds.ts'

/** A stakeholder group's own votes in a round; without a count where the group is held back. */
export interface GroupCount {
  readonly group: string
  readonly count: Count | undefined
}

/** The stakeholder groups of a round's own vote, in alphabetical order. */
export async function loadGroupCounts(
  db: Reader,
  conferenceId: string,
  stored: StoredRound,
): Promise<GroupCount[]> {
  const [turnouts, rows] = await Promise.all([
    db
      .selectFrom('conference.stratum_turnout')
      .select(['stratum', 'voted'])
      .where('conference_id', '=', conferenceId)
      .where('round', '=', stored.number)
      .where('part', '=', 0)
      .execute(),
    db
      .selectFrom('conference.item_count')
      .select(['stratum', 'item', 'choice', 'votes'])
      .where('conference_id', '=', conferenceId)
      .where('round', '=', stored.number)
      .where('part', '=', 0)
      .where('stratum', '<>', '')
      .execute(),
  ])
  const { ballot } = stored.round.rule
  const items = stored.items.map(({ item }) => item)
  const byGroup = Map.groupBy(rows, row => row.stratum)
  return turnouts
    .map(({ stratum: group, voted }) => ({
      group,
      count: voted === null ? undefined : countFrom(ballot, voted, items, byGroup.get(group) ?? []),
    }))
    .toSorted((a, b) => a.group.localeCompare(b.group, 'sv'))
}
