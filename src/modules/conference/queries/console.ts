import '../tables.ts'
import type { AnswerBoxes } from '../../../platform/anonymous/box.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import type { Language } from '../../../platform/i18n/language.ts'
import { boxTopic, conferenceTopic } from '../events.ts'
import { ruleSentences } from '../messages/rule-sentences.ts'
import type { ConsoleModel, CurrentRound, OpenTurnout, SupportedItem } from '../rules/lead-model.ts'
import { type Outcome, standingTies, type Tie } from '../rules/rounds/outcome.ts'
import { decidingRule, type Settlement } from '../rules/rounds/round.ts'
import { ruleHash } from '../rules/rounds/rule-hash.ts'
import { settledTies } from '../rules/rounds/settled.ts'
import type { Count } from '../rules/rounds/votes.ts'
import { sittingBefore } from '../rules/take-part/stages.ts'
import { findConference } from './conference.ts'
import { bySupport, itemNames } from './round-items.ts'
import {
  itemsToVoteOn,
  loadCounts,
  loadRounds,
  outcomeFrom,
  runningRunOff,
  type StoredRound,
} from './rounds.ts'

/** The console's model with the topics that change it; undefined when the actor sees no such conference. */
export async function loadConsole(
  db: Reader,
  boxes: AnswerBoxes,
  conferenceId: string,
  language: Language,
): Promise<{ topics: string[]; model: ConsoleModel } | undefined> {
  const conference = await findConference(db, conferenceId)
  if (!conference) return undefined
  const rounds = await loadRounds(db, conferenceId)
  const stored = rounds.find(one => one.round.state !== 'published')
  const boxId = stored && votingBox(stored)
  return {
    topics: [conferenceTopic(conferenceId), ...(boxId ? [boxTopic(boxId)] : [])],
    model: {
      conferenceId,
      conference: conference.name,
      rounds: rounds.map(({ number, round }) => ({ number, state: round.state })),
      current: stored ? await currentRound(db, boxes, conferenceId, stored, rounds, language) : null,
    },
  }
}

/** The box in which the round's vote, or its run-off, goes on. */
export const votingBox = (stored: StoredRound): string | null =>
  stored.round.state === 'open' ? stored.boxId : (runningRunOff(stored)?.boxId ?? null)

async function currentRound(
  db: Reader,
  boxes: AnswerBoxes,
  conferenceId: string,
  stored: StoredRound,
  rounds: readonly StoredRound[],
  language: Language,
): Promise<CurrentRound> {
  const { round, number } = stored
  const rule = decidingRule(round)
  const about = {
    number,
    rule: ruleSentences(rule, language),
    ruleHash: ruleHash(rule),
    items: stored.items.length,
  }
  if (round.state === 'planned') {
    const earlier = rounds.filter(one => one.number < number)
    const items = await itemsToVoteOn(db, conferenceId, rule, earlier)
    return {
      ...about,
      state: 'planned',
      items: items.length,
      experts: await expertsToVote(db, conferenceId),
      sitting: await groupsBefore(db, conferenceId, number, rounds),
    }
  }
  if (round.state === 'open') {
    return {
      ...about,
      state: 'open',
      turnout: await openTurnout(db, boxes, stored.boxId ?? ''),
      closesAt: stored.closesAt?.toISOString() ?? null,
    }
  }
  const named = await itemNames(db, conferenceId, language)
  const running = runningRunOff(stored)
  if (running) {
    const { cut, seats, items } = running.settlement
    return {
      ...about,
      state: 'run-off',
      cut,
      seats,
      tied: items.map(named),
      turnout: await openTurnout(db, boxes, running.boxId),
    }
  }
  const counts = await loadCounts(db, conferenceId, stored)
  const counted = counts?.get(0)
  const outcome = counts && outcomeFrom(stored, counts)
  if (!counted || !outcome) throw new Error('a closed round has no counts')
  const supported = (items: readonly number[], by = counted) => bySupport(items, rule, by, named)
  return {
    ...about,
    state: 'closed',
    turnout: round.turnout,
    accepted: supported(outcome.accepted),
    kept: supported(outcome.kept),
    dropped: supported(outcome.dropped),
    ties: standingTies(outcome).map(tie => ({
      cut: tie.cut,
      seats: tie.seats,
      ...tiedBy(tie, outcome, counts, round.settlements, supported),
    })),
    settled: settledTies(round.settlements),
    deviations: round.deviations.map(one => one.reason),
  }
}

/** The tied items by the count in which they tied: the round's own, or that of the run-off in which they tied again. */
function tiedBy(
  tie: Tie,
  outcome: Outcome,
  counts: ReadonlyMap<number, Count>,
  settlements: readonly Settlement[],
  supported: (items: readonly number[], by?: Count) => SupportedItem[],
): { tied: SupportedItem[]; afterRunOff: boolean } {
  const place = settlements.findLastIndex(
    one =>
      one.decision === 'run-off' && one.cut === tie.cut && tie.items.every(item => one.items.includes(item)),
  )
  const runOff = place >= 0 && outcome.undecided.length > 0 ? counts.get(place + 1) : undefined
  return { tied: supported(tie.items, runOff), afterRunOff: runOff !== undefined }
}

export async function openTurnout(db: Reader, boxes: AnswerBoxes, boxId: string): Promise<OpenTurnout> {
  const { entitled, taken, answered } = await boxes.turnout(db, boxId)
  return { entitled, taken, voted: answered }
}

async function expertsToVote(db: Reader, conferenceId: string): Promise<number> {
  const rows = await db
    .selectFrom('conference.expert')
    .select('answered')
    .where('conference_id', '=', conferenceId)
    .execute()
  return rows.filter(row => row.answered !== 'declined').length
}

/** Which groups talk before this round, and whether they have been made. */
async function groupsBefore(
  db: Reader,
  conferenceId: string,
  number: number,
  rounds: readonly StoredRound[],
): Promise<{ number: number; isPlanned: boolean } | null> {
  const planned = await db
    .selectFrom('conference.sitting')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('conference_id', '=', conferenceId)
    .executeTakeFirst()
  const sittings = planned?.count ?? 0
  const sitting = sittingBefore(
    rounds.map(one => one.round.rule),
    number,
    sittings,
  )
  return sitting ? { number: sitting, isPlanned: sitting <= sittings } : null
}
