import '../tables.ts'
import { randomInt } from 'node:crypto'
import { audit } from '../../../platform/audit/audit.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { ok, type Result, refuse } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { conferenceChanged } from '../events.ts'
import { loadExperts } from '../queries/experts.ts'
import { loadGroups } from '../queries/groups.ts'
import { type GroupsRefusal, makeGroups, type Sittings } from '../rules/groups.ts'
import { type ByHandRefusal, moveExpert } from '../rules/groups-by-hand.ts'
import { requireLead } from './conference.ts'

export type SeatingRefusal = GroupsRefusal | ByHandRefusal | 'no-experts' | 'groups-have-notes'

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
 * Draws groups for all sittings, in the place of those that are there, and keeps the seed they were drawn with. Experts
 * who have said no are left out. Refused when groups have noted arguments: the notes belong to them.
 */
export async function drawGroups(
  trx: Transaction,
  actor: Actor,
  conferenceId: string,
  wish: GroupsWish,
): Promise<Result<void, SeatingRefusal>> {
  await requireLead(trx, actor, conferenceId)
  const experts = (await loadExperts(trx, conferenceId)).filter(one => one.answered !== 'declined')
  if (experts.length === 0) return refuse('no-experts')
  if (await hasNotes(trx, conferenceId)) return refuse('groups-have-notes')
  const seed = wish.seed ?? randomInt(2 ** 31 - 1)
  const home = [...Map.groupBy(experts, ({ association }) => association).values()]
  const made = makeGroups({
    experts,
    groups: wish.groups,
    sittings: wish.sittings,
    seed,
    ...(wish.homeGroups && { fixed: [home.map(group => group.map(({ id }) => id))] }),
  })
  if (!made.ok) return made
  await trx.updateTable('conference.conference').set({ seed }).where('id', '=', conferenceId).execute()
  await saveSittings(trx, conferenceId, made.value.sittings)
  await audit(trx, 'conference.groups-drawn', {
    conferenceId,
    groups: wish.groups,
    sittings: wish.sittings,
    seed,
  })
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

const hasNotes = async (trx: Transaction, conferenceId: string): Promise<boolean> =>
  (await trx
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
