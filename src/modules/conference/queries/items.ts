import '../tables.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import type { LineageItem } from '../rules/items/lineage.ts'
import type { ItemNumber } from '../rules/rounds/rule.ts'

/** All items of a conference in the order of their numbers, retired ones included. */
export async function loadItems(db: Reader, conferenceId: string): Promise<LineageItem[]> {
  const [rows, origins] = await Promise.all([
    db
      .selectFrom('conference.item')
      .select([
        'number',
        'kind',
        'perspective',
        'wording_sv as wordingSv',
        'wording_en as wordingEn',
        'explanation',
        'retired',
        'derived',
      ])
      .where('conference_id', '=', conferenceId)
      .orderBy('number')
      .execute(),
    db
      .selectFrom('conference.item_origin')
      .select(['number', 'origin'])
      .where('conference_id', '=', conferenceId)
      .orderBy('origin')
      .execute(),
  ])
  const originsOf = Map.groupBy(origins, row => row.number)
  return rows.map(row => ({
    ...row,
    derivedFrom: (originsOf.get(row.number) ?? []).map(({ origin }) => origin),
  }))
}

/**
 * What stands on the items. `inOpenRound` is being voted on now, in a round or a run-off; `used` has been voted on, or a
 * group has noted an argument for or against it. What experts think at home is theirs, and not looked at.
 */
export async function itemUse(
  db: Reader,
  conferenceId: string,
): Promise<{ inOpenRound: ReadonlySet<ItemNumber>; used: ReadonlySet<ItemNumber>; roundHasOpened: boolean }> {
  const [voted, open, runOffs, argued] = await Promise.all([
    db.selectFrom('conference.round_item').select('item').where('conference_id', '=', conferenceId).execute(),
    db
      .selectFrom('conference.round_item as voted')
      .innerJoin('conference.round as round', join =>
        join
          .onRef('round.conference_id', '=', 'voted.conference_id')
          .onRef('round.number', '=', 'voted.round'),
      )
      .select('voted.item')
      .where('voted.conference_id', '=', conferenceId)
      .where('round.state', '=', 'open')
      .execute(),
    db
      .selectFrom('conference.settlement')
      .select('items')
      .where('conference_id', '=', conferenceId)
      .where('decision', '=', 'run-off')
      .where('closed_at', 'is', null)
      .execute(),
    db.selectFrom('conference.argument').select('item').where('conference_id', '=', conferenceId).execute(),
  ])
  return {
    inOpenRound: new Set([...open.map(row => row.item), ...runOffs.flatMap(row => row.items)]),
    used: new Set([...voted, ...argued].map(row => row.item)),
    roundHasOpened: voted.length > 0,
  }
}
