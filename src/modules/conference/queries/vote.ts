import '../tables.ts'
import type { DatabaseActor } from '../../../platform/database/actor.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import type { TiedItems } from '../rules/lead-model.ts'
import { runOffForm } from '../rules/rounds/outcome.ts'
import type { BallotForm, ItemNumber, VotingRule } from '../rules/rounds/rule.ts'

/** An item as it is read before one takes a stand. Texts may be empty: not every item has been worded. */
export interface ItemText {
  readonly number: ItemNumber
  readonly kind: string
  readonly perspective: string
  readonly wordingSv: string
  readonly wordingEn: string
  readonly explanation: string
}

/** What is asked in one box: all that a ballot is printed and checked with. */
export interface Vote {
  readonly boxId: string
  readonly conferenceId: string
  readonly round: number
  /** The rule's own ballot, or that of a run-off. */
  readonly form: BallotForm
  readonly rule: VotingRule
  /** What is voted on again; null for a round's own vote. */
  readonly runOff: TiedItems | null
  readonly items: readonly ItemText[]
}

/** What a group noted about an item, in the group's name. */
export interface GroupArgument {
  readonly id: string
  readonly item: ItemNumber
  readonly side: 'for' | 'against'
  readonly wording: string
  readonly sitting: number
  readonly group: number
}

/** The vote that a box belongs to. It asks only for what the room that knows nobody may see. */
export async function findVote(db: Reader, boxId: string): Promise<Vote | undefined> {
  const round = await db
    .selectFrom('conference.round')
    .select(['conference_id', 'number', 'rule'])
    .where('box_id', '=', boxId)
    .executeTakeFirst()
  if (round) {
    return {
      boxId,
      conferenceId: round.conference_id,
      round: round.number,
      form: round.rule.ballot,
      rule: round.rule,
      runOff: null,
      items: await itemsOfRound(db, round.conference_id, round.number),
    }
  }
  const runOff = await db
    .selectFrom('conference.settlement as settlement')
    .innerJoin('conference.round as round', join =>
      join
        .onRef('round.conference_id', '=', 'settlement.conference_id')
        .onRef('round.number', '=', 'settlement.round'),
    )
    .select(['round.conference_id', 'round.number', 'round.rule'])
    .select(['settlement.cut', 'settlement.items', 'settlement.seats'])
    .where('settlement.box_id', '=', boxId)
    .executeTakeFirst()
  if (!runOff) return undefined
  const items = await itemsOfRound(db, runOff.conference_id, runOff.number)
  return {
    boxId,
    conferenceId: runOff.conference_id,
    round: runOff.number,
    form: runOffForm(runOff.rule.ballot, runOff),
    rule: runOff.rule,
    runOff: { cut: runOff.cut, items: runOff.items, seats: runOff.seats },
    items: items.filter(item => runOff.items.includes(item.number)),
  }
}

const itemsOfRound = (db: Reader, conferenceId: string, round: number): Promise<ItemText[]> =>
  db
    .selectFrom('conference.round_item as asked')
    .innerJoin('conference.item as item', join =>
      join.onRef('item.conference_id', '=', 'asked.conference_id').onRef('item.number', '=', 'asked.item'),
    )
    .select(['item.number', 'item.kind', 'item.perspective', 'item.explanation'])
    .select(['item.wording_sv as wordingSv', 'item.wording_en as wordingEn'])
    .where('asked.conference_id', '=', conferenceId)
    .where('asked.round', '=', round)
    .orderBy('item.number')
    .execute()

/** What the groups noted about these items, in the order of items, sittings and groups. */
export async function argumentsOn(
  db: Reader,
  conferenceId: string,
  items: readonly ItemNumber[],
): Promise<GroupArgument[]> {
  if (items.length === 0) return []
  return db
    .selectFrom('conference.argument')
    .select(['id', 'item', 'side', 'wording', 'sitting', 'group_number as group'])
    .where('conference_id', '=', conferenceId)
    .where('item', 'in', [...items])
    .orderBy('item')
    .orderBy('side', 'desc')
    .orderBy('sitting')
    .orderBy('group_number')
    .execute()
}

const intake: DatabaseActor = { room: 'ballot_box', id: null, associations: [] }
/** More boxes than are ever open at once in one installation. */
const boxesRemembered = 200

/** Finds out about boxes without knowing who asks. */
export interface VoteFinder {
  /** What a ballot in this box is checked with. A round's items and form are locked while it is open, so this is remembered. */
  find(boxId: string): Promise<Vote | undefined>
  argumentsOn(vote: Vote): Promise<GroupArgument[]>
}

export function voteFinder(database: Database): VoteFinder {
  const remembered = new Map<string, Promise<Vote | undefined>>()
  return {
    find(boxId) {
      const known = remembered.get(boxId)
      if (known !== undefined) return known
      // The promise is remembered, so that a thousand ballots in the first instant ask once.
      const asked = database.read(intake, db => findVote(db, boxId))
      remembered.set(boxId, asked)
      const forget = () => remembered.delete(boxId)
      asked.then(vote => vote ?? forget(), forget)
      const oldest = remembered.keys().next().value
      if (remembered.size > boxesRemembered && oldest !== undefined) remembered.delete(oldest)
      return asked
    },
    argumentsOn: vote =>
      database.read(intake, db =>
        argumentsOn(
          db,
          vote.conferenceId,
          vote.items.map(item => item.number),
        ),
      ),
  }
}

/** The evaluation's box, for an expert of the conference. */
export const findEvaluationBox = (
  db: Reader,
  conferenceId: string,
): Promise<{ boxId: string; state: 'open' | 'closed' } | undefined> =>
  db
    .selectFrom('conference.evaluation')
    .select(['box_id as boxId', 'state'])
    .where('conference_id', '=', conferenceId)
    .executeTakeFirst()

/** Whether a box takes in evaluations, and not ballots. */
export const isEvaluationBox = async (database: Database, boxId: string): Promise<boolean> =>
  (await database.read(intake, db =>
    db.selectFrom('conference.evaluation').select('box_id').where('box_id', '=', boxId).executeTakeFirst(),
  )) !== undefined
