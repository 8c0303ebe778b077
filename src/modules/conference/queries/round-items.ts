import '../tables.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import type { Language } from '../../../platform/i18n/language.ts'
import { itemName, numberedItem } from '../messages/words.ts'
import type { NamedItem, Support } from '../rules/lead-model.ts'
import { percentile } from '../rules/rounds/histogram.ts'
import type { ItemNumber, VotingRule } from '../rules/rounds/rule.ts'
import { type Count, compareSupport, shareOf } from '../rules/rounds/votes.ts'

/** What the conference's items are called, retired ones too. */
export async function itemNames(
  db: Reader,
  conferenceId: string,
  language: Language,
): Promise<(item: ItemNumber) => NamedItem> {
  const rows = await db
    .selectFrom('conference.item')
    .select(['number', 'wording_sv as wordingSv', 'wording_en as wordingEn'])
    .where('conference_id', '=', conferenceId)
    .execute()
  const known = new Map(rows.map(row => [row.number, row]))
  return item => {
    const row = known.get(item) ?? { number: item, wordingSv: '', wordingEn: '' }
    return { item, name: itemName(language, row), label: numberedItem(language, row) }
  }
}

/** Items with their support by one count, most support first; equal support by number. */
export function bySupport<Named>(
  items: readonly ItemNumber[],
  rule: VotingRule,
  counted: Count,
  named: (item: ItemNumber) => Named,
): (Named & Support)[] {
  const votesOf = (item: ItemNumber) =>
    counted.votes.get(item) ?? { yes: 0, no: 0, abstain: 0, ratings: undefined }
  return items
    .toSorted((a, b) => compareSupport(votesOf(b), votesOf(a), counted.ballots, rule.shareOf) || a - b)
    .map(item => {
      const votes = votesOf(item)
      const medianTwice = votes.ratings && percentile(votes.ratings, 1, 2)
      return {
        ...named(item),
        ...shareOf(votes, counted.ballots, rule.shareOf),
        ...(medianTwice !== undefined && { median: medianTwice / 2 }),
      }
    })
}
