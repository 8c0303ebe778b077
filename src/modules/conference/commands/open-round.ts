import '../tables.ts'
import type { AnswerBoxes } from '../../../platform/anonymous/box.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { ok, type Result, refuse } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { conferenceChanged } from '../events.ts'
import { isVoting, itemsToVoteOn } from '../queries/rounds.ts'
import { open } from '../rules/rounds/round.ts'
import { openBallotBox } from './ballot-box.ts'
import { requireLead } from './conference.ts'
import { type LeadRefusal, lockRounds, saveRound } from './locked-rounds.ts'

/**
 * Opens a round: its rule and items are locked, and every expert who has not declined may vote.
 * @param shownHash hash of the rule that the facilitator had on the screen
 */
export async function openRound(
  trx: Transaction,
  actor: Actor,
  boxes: AnswerBoxes,
  input: {
    readonly conferenceId: string
    readonly number: number
    readonly shownHash: string
    readonly closesAt: Date | null
  },
): Promise<Result<void, LeadRefusal>> {
  const { conferenceId, number } = input
  const conference = await requireLead(trx, actor, conferenceId)
  if (conference.publishedAt) return refuse('report-published')
  const rounds = await lockRounds(trx, conferenceId)
  const stored = rounds.find(one => one.number === number)
  if (!stored) return refuse('no-such-round')
  if (rounds.some(isVoting)) return refuse('another-round-open')
  const earlier = rounds.filter(one => one.number < number)
  if (earlier.some(one => one.round.state !== 'published')) return refuse('earlier-round-not-published')
  const opened = open(stored.round, actor.now, input.shownHash)
  if (!opened.ok) return opened

  const items = await itemsToVoteOn(trx, conferenceId, opened.value.rule, earlier)
  if (items.length === 0) return refuse('no-items')
  const boxId = await openBallotBox(trx, boxes, conference, items.length)
  if (!boxId) return refuse('no-experts')

  await trx
    .insertInto('conference.round_item')
    .values(items.map(({ item }) => ({ conference_id: conferenceId, round: number, item, outcome: null })))
    .execute()
  await saveRound(trx, conferenceId, number, {
    state: 'open',
    rule_hash: opened.value.ruleHash,
    opened_at: opened.value.openedAt,
    closes_at: input.closesAt,
    box_id: boxId,
  })
  await audit(trx, 'conference.round-opened', { conferenceId, number, ruleHash: opened.value.ruleHash })
  await conferenceChanged(trx, conferenceId)
  return ok(undefined)
}
