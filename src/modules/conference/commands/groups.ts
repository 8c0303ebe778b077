import '../tables.ts'
import { randomInt } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { audit } from '../../../platform/audit/audit.ts'
import type { Background, BackgroundRefusal } from '../../../platform/background/background.ts'
import type { Reader, Transaction } from '../../../platform/database/tables.ts'
import { ok, type Result, refuse } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { conferenceChanged } from '../events.ts'
import { loadExperts } from '../queries/experts.ts'
import { loadGroups } from '../queries/groups.ts'
import { type ByHandRefusal, moveExpert } from '../rules/groups/by-hand.ts'
import type { Groups, GroupsInput, GroupsRefusal, makeGroups, Sittings } from '../rules/groups/draw.ts'
import { lockConference, requireLead } from './conference.ts'

export type SeatingRefusal =
  | GroupsRefusal
  | ByHandRefusal
  | 'no-experts'
  | 'groups-have-notes'
  | 'changed-while-drawn'
  | 'drawing-took-too-long'
  | 'too-many-drawings'

export interface GroupsWish {
  /** Groups in each sitting; home groups are as many as there are associations. */
  readonly groups: number
  /** Sittings in all, with the home groups. */
  readonly sittings: number
  /** The first sitting is one group for each association. */
  readonly homeGroups: boolean
  /** Undefined: a new one is drawn. */
  readonly seed: number | undefined
}

/**
 * What groups shall be drawn of: everybody but those who have said no. Refused when groups have noted arguments: the
 * notes belong to them.
 *
 * Drawing takes a second or two, so no transaction waits for it: read the lots, {@link drawFrom} them, and
 * {@link seatDrawn}.
 */
export async function lotsFor(
  db: Reader,
  actor: Actor,
  conferenceId: string,
  wish: GroupsWish,
): Promise<Result<GroupsInput, SeatingRefusal>> {
  await requireLead(db, actor, conferenceId)
  const experts = (await loadExperts(db, conferenceId))
    .filter(one => one.answered !== 'declined')
    .map(({ id, association, role }) => ({ id, association, role }))
  if (experts.length === 0) return refuse('no-experts')
  if (await hasNotes(db, conferenceId)) return refuse('groups-have-notes')
  const home = [...Map.groupBy(experts, ({ association }) => association).values()]
  return ok({
    experts,
    groups: wish.groups,
    sittings: wish.sittings,
    seed: wish.seed ?? randomInt(2 ** 31 - 1),
    ...(wish.homeGroups && { fixed: [home.map(group => group.map(({ id }) => id))] }),
  })
}

/** Draws the groups, in a thread of its own: the program goes on answering. */
export async function drawFrom(
  background: Background,
  lots: GroupsInput,
): Promise<Result<Groups, SeatingRefusal>> {
  const place = { module: 'modules/conference/rules/groups/draw', name: 'makeGroups' }
  const drawn = await background.run<typeof makeGroups>(place, lots)
  return drawn.ok ? drawn.value : refuse(drawingRefusals[drawn.refusal])
}

const drawingRefusals = {
  'took-too-long': 'drawing-took-too-long',
  'too-many-waiting': 'too-many-drawings',
} as const satisfies Record<BackgroundRefusal, SeatingRefusal>

/**
 * Seats the experts as drawn, in the place of the groups that are there, and keeps the seed. Refused when what was
 * drawn of is no longer true.
 */
export async function seatDrawn(
  trx: Transaction,
  actor: Actor,
  conferenceId: string,
  lots: GroupsInput,
  drawn: Groups,
): Promise<Result<void, SeatingRefusal>> {
  const { groups, sittings, seed, fixed } = lots
  const wish = { groups, sittings, seed, homeGroups: fixed !== undefined }
  await lockConference(trx, conferenceId)
  const now = await lotsFor(trx, actor, conferenceId, wish)
  if (!now.ok) return now
  if (!isDeepStrictEqual(now.value, lots)) return refuse('changed-while-drawn')
  await trx.updateTable('conference.conference').set({ seed }).where('id', '=', conferenceId).execute()
  await saveSittings(trx, conferenceId, drawn.sittings)
  await audit(trx, 'conference.groups-drawn', { conferenceId, groups, sittings, seed })
  await conferenceChanged(trx, conferenceId)
  return ok(undefined)
}

/** Seats one expert in another group of a sitting. Sitting and group count from 1. */
export async function moveByHand(
  trx: Transaction,
  actor: Actor,
  conferenceId: string,
  move: { readonly sitting: number; readonly expertId: string; readonly toGroup: number },
): Promise<Result<void, SeatingRefusal>> {
  await requireLead(trx, actor, conferenceId)
  await lockConference(trx, conferenceId)
  const moved = moveExpert((await loadGroups(trx, conferenceId)).sittings, {
    sitting: move.sitting - 1,
    expert: move.expertId,
    toGroup: move.toGroup - 1,
  })
  if (!moved.ok) return moved
  await trx
    .updateTable('conference.seat')
    .set({ group_number: move.toGroup })
    .where('conference_id', '=', conferenceId)
    .where('sitting', '=', move.sitting)
    .where('expert_id', '=', move.expertId)
    .execute()
  await audit(trx, 'conference.expert-moved', { conferenceId, ...move })
  await conferenceChanged(trx, conferenceId)
  return ok(undefined)
}

const hasNotes = async (db: Reader, conferenceId: string): Promise<boolean> =>
  (await db
    .selectFrom('conference.argument')
    .select('id')
    .where('conference_id', '=', conferenceId)
    .limit(1)
    .executeTakeFirst()) !== undefined

async function saveSittings(trx: Transaction, conferenceId: string, sittings: Sittings): Promise<void> {
  await trx.deleteFrom('conference.sitting').where('conference_id', '=', conferenceId).execute()
  await trx
    .insertInto('conference.sitting')
    .values(
      sittings.map((groups, place) => ({
        conference_id: conferenceId,
        number: place + 1,
        groups: groups.length,
      })),
    )
    .execute()
  for (const [place, groups] of sittings.entries()) {
    await trx
      .insertInto('conference.seat')
      .values(
        groups.flatMap((group, at) =>
          group.map(expertId => ({
            conference_id: conferenceId,
            sitting: place + 1,
            group_number: at + 1,
            expert_id: expertId,
          })),
        ),
      )
      .execute()
  }
}
