import '../tables.ts'
import type { Reader } from '../../../platform/database/tables.ts'

/** The groups of all sittings: `sittings[sitting][group]` has the ids of its experts, by their numbers. */
export async function loadGroups(db: Reader, conferenceId: string): Promise<{ sittings: string[][][] }> {
  const [sittings, seats] = await Promise.all([
    db
      .selectFrom('conference.sitting')
      .select(['number', 'groups'])
      .where('conference_id', '=', conferenceId)
      .orderBy('number')
      .execute(),
    db
      .selectFrom('conference.seat as seat')
      .innerJoin('conference.expert as expert', 'expert.id', 'seat.expert_id')
      .select(['seat.sitting', 'seat.group_number as group', 'seat.expert_id as expertId'])
      .where('seat.conference_id', '=', conferenceId)
      .orderBy('expert.number')
      .execute(),
  ])
  return {
    sittings: sittings.map(({ number, groups }) =>
      Array.from({ length: groups }, (_, at) =>
        seats.filter(one => one.sitting === number && one.group === at + 1).map(one => one.expertId),
      ),
    ),
  }
}
