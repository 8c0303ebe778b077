import '../tables.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import type { Language } from '../../../platform/i18n/language.ts'
import { numberedItem } from '../messages/words.ts'
import { decidingRule } from '../rules/rounds/round.ts'
import type { Fraction, ItemNumber } from '../rules/rounds/rule.ts'
import { settledTies } from '../rules/rounds/settled.ts'
import type { RoundResultModel } from '../views/take-part/RoundResult.tsx'
import { bySupport } from './round-items.ts'
import { loadCounts, loadRounds, outcomeFrom } from './rounds.ts'

/** A round's published result; undefined while it is not. */
export async function findResult(
  db: Reader,
  conferenceId: string,
  number: number,
  language: Language,
): Promise<RoundResultModel | undefined> {
  const stored = (await loadRounds(db, conferenceId)).find(one => one.number === number)
  if (stored?.round.state !== 'published') return undefined
  const { round } = stored
  const [counts, items] = await Promise.all([
    loadCounts(db, conferenceId, stored),
    db
      .selectFrom('conference.item')
      .select(['number', 'wording_sv as wordingSv', 'wording_en as wordingEn'])
      .where('conference_id', '=', conferenceId)
      .execute(),
  ])
  const counted = counts?.get(0)
  const outcome = counts && outcomeFrom(stored, counts)
  if (!counted || !outcome) return undefined
  const rule = decidingRule(round)
  const labels = new Map(items.map(item => [item.number, numberedItem(language, item)]))
  const barsOf = (numbers: readonly ItemNumber[]) =>
    bySupport(numbers, rule, counted, item => ({ item, name: labels.get(item) ?? String(item) })).map(
      ({ name, yes, of }) => ({ label: name, yes, of }),
    )
  return {
    round: number,
    rule,
    voted: round.turnout.voted,
    entitled: round.turnout.entitled,
    accepted: barsOf(outcome.accepted),
    kept: barsOf(outcome.kept),
    dropped: barsOf(outcome.dropped),
    limits: {
      accept:
        typeof rule.accept === 'object' && 'atLeast' in rule.accept
          ? share(rule.accept.atLeast)
          : typeof rule.accept === 'object' && 'moreThan' in rule.accept
            ? share(rule.accept.moreThan)
            : undefined,
      drop: typeof rule.drop === 'object' && 'below' in rule.drop ? share(rule.drop.below) : undefined,
    },
    deviations: round.deviations.map(({ reason }) => reason),
    ties: settledTies(round.settlements),
  }
}

const share = ({ numerator, denominator }: Fraction): number => numerator / denominator
