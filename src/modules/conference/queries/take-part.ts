import '../tables.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import type { Actor } from '../../identity/index.ts'
import { mayTakePart } from '../policy.ts'
import { type Happening, happening } from '../rules/take-part/happening.ts'
import { seatNow } from '../rules/take-part/stages.ts'
import { type ConferenceSummary, findConference } from './conference.ts'
import { itemsToVoteOn, loadRounds } from './rounds.ts'
import type { ItemText } from './vote.ts'

/** The invited expert who acts. */
export interface OwnExpert {
  readonly id: string
  readonly conferenceId: string
  readonly name: string
  readonly association: string
  readonly role: string
  readonly answered: 'accepted' | 'declined' | null
}

/** The expert who acts and the conference of the invitation; undefined for everybody else. */
export async function findOwn(
  db: Reader,
  actor: Actor,
): Promise<{ expert: OwnExpert; conference: ConferenceSummary } | undefined> {
  if (actor.kind !== 'expert' || actor.id === null) return undefined
  const expert = await db
    .selectFrom('conference.expert')
    .select(['id', 'conference_id as conferenceId', 'name', 'association', 'role', 'answered'])
    .where('id', '=', actor.id)
    .executeTakeFirst()
  const conference = expert && (await findConference(db, expert.conferenceId))
  return conference && mayTakePart(actor, expert, conference) ? { expert, conference } : undefined
}

/** What happens in the conference at this moment; undefined where there is no such conference to see. */
export async function findHappening(db: Reader, conferenceId: string): Promise<Happening | undefined> {
  const [conference, rounds, runOffs, sittings, evaluation] = await Promise.all([
    db
      .selectFrom('conference.conference')
      .select(['starts_on as startsOn', 'ends_on as endsOn', 'published_at as publishedAt'])
      .where('id', '=', conferenceId)
      .executeTakeFirst(),
    db
      .selectFrom('conference.round')
      .select(['number', 'rule', 'state', 'box_id as boxId', 'closes_at as closesAt'])
      .where('conference_id', '=', conferenceId)
      .orderBy('number')
      .execute(),
    db
      .selectFrom('conference.settlement')
      .select(['round', 'box_id as boxId'])
      .where('conference_id', '=', conferenceId)
      .where('decision', '=', 'run-off')
      .where('closed_at', 'is', null)
      .execute(),
    db
      .selectFrom('conference.sitting')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('conference_id', '=', conferenceId)
      .executeTakeFirst(),
    db
      .selectFrom('conference.evaluation')
      .select('state')
      .where('conference_id', '=', conferenceId)
      .executeTakeFirst(),
  ])
  if (!conference) return undefined
  return happening({
    ...conference,
    rounds: rounds.map(({ rule, ...round }) => ({
      ...round,
      items: rule.items,
      runOffBox: runOffs.find(one => one.round === round.number)?.boxId ?? null,
    })),
    sittings: sittings?.count ?? 0,
    evaluation: evaluation?.state ?? null,
  })
}

/** What an expert thought of an item at home. */
export interface PreparedItem {
  readonly item: number
  readonly mark: 'important' | 'perhaps' | 'leave-out' | ''
  readonly note: string
}

/** The actor's own preparation; the database gives nobody else's. */
export const loadPreparation = (db: Reader, expertId: string): Promise<PreparedItem[]> =>
  db
    .selectFrom('conference.preparation')
    .select(['item', 'mark', 'note'])
    .where('expert_id', '=', expertId)
    .execute()

/** How many items there are to read. */
export const countItems = async (db: Reader, conferenceId: string): Promise<number> => {
  const counted = await db
    .selectFrom('conference.item')
    .select(({ fn }) => fn.countAll<number>().as('items'))
    .where('conference_id', '=', conferenceId)
    .where('retired', '=', false)
    .executeTakeFirstOrThrow()
  return counted.items
}

export interface OwnSeat {
  readonly sitting: number
  readonly group: number
}

/** Where the expert sits in the sitting that goes on, or nearest to it; undefined for who sits in no group at all. */
export async function findOwnSeat(
  db: Reader,
  expertId: string,
  sitting: Happening['sitting'],
): Promise<OwnSeat | undefined> {
  const seats = await db
    .selectFrom('conference.seat')
    .select(['sitting', 'group_number as group'])
    .where('expert_id', '=', expertId)
    .orderBy('sitting')
    .execute()
  return seatNow(seats, sitting)
}

/** Those who sit in one group. */
export interface OwnGroup extends OwnSeat {
  readonly members: readonly {
    readonly id: string
    readonly name: string
    readonly role: string
    readonly association: string
  }[]
}

/** The groups that the expert sits in, in the order of the sittings, with everybody in them. */
export async function loadOwnGroups(db: Reader, expertId: string): Promise<OwnGroup[]> {
  const rows = await db
    .selectFrom('conference.seat as own')
    .innerJoin('conference.seat as seat', join =>
      join
        .onRef('seat.conference_id', '=', 'own.conference_id')
        .onRef('seat.sitting', '=', 'own.sitting')
        .onRef('seat.group_number', '=', 'own.group_number'),
    )
    .innerJoin('conference.expert as expert', 'expert.id', 'seat.expert_id')
    .select(['own.sitting', 'own.group_number as group'])
    .select(['expert.id', 'expert.name', 'expert.role', 'expert.association'])
    .where('own.expert_id', '=', expertId)
    .orderBy('own.sitting')
    .orderBy('expert.number')
    .execute()
  return [...Map.groupBy(rows, row => row.sitting).values()].map(members => ({
    sitting: members[0]?.sitting ?? 0,
    group: members[0]?.group ?? 0,
    members,
  }))
}

/** All items that can be read, in the order of their numbers. */
export const loadItemTexts = (db: Reader, conferenceId: string): Promise<ItemText[]> =>
  db
    .selectFrom('conference.item')
    .select(['number', 'kind', 'perspective', 'explanation'])
    .select(['wording_sv as wordingSv', 'wording_en as wordingEn'])
    .where('conference_id', '=', conferenceId)
    .where('retired', '=', false)
    .orderBy('number')
    .execute()

/** What is talked about now: the items of the vote that goes on, else of the next one, as far as it is known. */
export async function itemsInDiscussion(db: Reader, conferenceId: string): Promise<ItemText[]> {
  const [items, rounds] = await Promise.all([loadItemTexts(db, conferenceId), loadRounds(db, conferenceId)])
  const current = rounds.find(one => one.round.state !== 'published')
  if (!current) return rounds.length === 0 ? items : []
  const asked =
    current.round.state === 'planned'
      ? await itemsToVoteOn(
          db,
          conferenceId,
          current.round.rule,
          rounds.filter(one => one.number < current.number),
        )
      : current.items
  const numbers = new Set(asked.map(({ item }) => item))
  return items.filter(item => numbers.has(item.number))
}
