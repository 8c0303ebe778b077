import '../tables.ts'
import type { AnswerBoxes } from '../../../platform/anonymous/box.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import type { Language } from '../../../platform/i18n/language.ts'
import { boxTopic, conferenceTopic } from '../events.ts'
import type { ProjectorModel, Scene, TakePart } from '../rules/lead-model.ts'
import { decidingRule } from '../rules/rounds/round.ts'
import { settledTies } from '../rules/rounds/settled.ts'
import { findConference } from './conference.ts'
import { openTurnout, votingBox } from './console.ts'
import { bySupport, itemNames } from './round-items.ts'
import { loadCounts, loadRounds, outcomeFrom, runningRunOff, type StoredRound } from './rounds.ts'

/** What the projector shows now, with the topics that change it; undefined when the actor sees no such conference. */
export async function loadProjector(
  db: Reader,
  boxes: AnswerBoxes,
  conferenceId: string,
  language: Language,
  takePart: TakePart,
): Promise<{ topics: string[]; model: ProjectorModel } | undefined> {
  const conference = await findConference(db, conferenceId)
  if (!conference) return undefined
  const rounds = await loadRounds(db, conferenceId)
  const current = rounds.find(one => one.round.state !== 'published')
  const boxId = current && votingBox(current)
  return {
    topics: [conferenceTopic(conferenceId), ...(boxId ? [boxTopic(boxId)] : [])],
    model: {
      conferenceId,
      conference: conference.name,
      place: conference.place,
      of: rounds.length,
      takePart,
      scene: await sceneOf(db, boxes, conferenceId, rounds, current, language),
    },
  }
}

async function sceneOf(
  db: Reader,
  boxes: AnswerBoxes,
  conferenceId: string,
  rounds: readonly StoredRound[],
  current: StoredRound | undefined,
  language: Language,
): Promise<Scene> {
  const boxId = current && votingBox(current)
  if (current && boxId) {
    const running = runningRunOff(current)
    const { entitled, voted } = await openTurnout(db, boxes, boxId)
    return {
      shows: 'voting',
      round: current.number,
      items: running ? running.settlement.items.length : current.items.length,
      isRunOff: running !== undefined,
      turnout: { entitled, voted },
      closesAt: running ? null : (current.closesAt?.toISOString() ?? null),
    }
  }
  if (current?.round.state === 'closed')
    return { shows: 'counting', round: current.number, turnout: current.round.turnout }
  // The latest result stays on the screen until the next vote opens.
  const latest = rounds.findLast(one => one.round.state === 'published')
  return (
    (latest && (await resultOf(db, conferenceId, latest, language))) ?? {
      shows: 'welcome',
      round: current?.number ?? null,
    }
  )
}

async function resultOf(
  db: Reader,
  conferenceId: string,
  stored: StoredRound,
  language: Language,
): Promise<Scene | undefined> {
  const { round } = stored
  const counts = await loadCounts(db, conferenceId, stored)
  const counted = counts?.get(0)
  const outcome = counts && outcomeFrom(stored, counts)
  if (round.state !== 'published' || !counted || !outcome) return undefined
  const named = await itemNames(db, conferenceId, language)
  const supported = (items: readonly number[]) => bySupport(items, decidingRule(round), counted, named)
  return {
    shows: 'result',
    round: stored.number,
    turnout: round.turnout,
    accepted: supported(outcome.accepted),
    kept: supported(outcome.kept),
    dropped: supported(outcome.dropped),
    settled: settledTies(round.settlements),
    deviations: round.deviations.map(one => one.reason),
  }
}
