import '../tables.ts'
import { sql } from 'kysely'
import type { AnswerBoxes } from '../../../platform/anonymous/box.ts'
import type { DatabaseActor } from '../../../platform/database/actor.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Actor } from '../../identity/index.ts'
import { demoAssociations } from '../../organisations/index.ts'
import { conferenceChanged } from '../events.ts'
import { loadRounds } from '../queries/rounds.ts'
import { ruleHash } from '../rules/rounds/rule-hash.ts'
import type { FileExpert } from '../schema/experts/file.ts'
import { closeRound } from './close-round.ts'
import { beginConference } from './conference.ts'
import { type Conference2014, read2014 } from './demo-files.ts'
import { demoLeader, refuseNothing } from './demo-leader.ts'
import { playVoters, votingNow } from './demo-voters.ts'
import { importExperts } from './experts.ts'
import { importItems } from './items.ts'
import { openRound } from './open-round.ts'
import { publishRound } from './publish-round.ts'
import { publishReport } from './report.ts'
import { planRounds } from './round-plan.ts'

/** The conference of 2014, led to its end, and the same one again, ready to be led. */
export const demoConferences = {
  finished: '5a0c3d1e-0000-4000-a000-000000000001',
  practice: '5a0c3d1e-0000-4000-a000-000000000002',
}

const system: DatabaseActor = { room: 'system', id: null, associations: [] }
const loadLock = 7_265_227

/** Puts both conferences in place. What is there stays; a load that was interrupted goes on where it stopped. */
export async function loadConferenceDemo(
  database: Database,
  boxes: AnswerBoxes,
  folder: string,
): Promise<void> {
  await database.write(system, async lock => {
    // Several processes may start at once: one loads, the others wait.
    await sql`select pg_advisory_xact_lock(${loadLock})`.execute(lock)
    const source = await read2014(folder)
    const now = new Date()
    await prepare(database, source, demoConferences.finished, 'Konsensuskonferensen 2014', [
      '2014-05-14',
      '2014-05-15',
    ])
    await lead(database, boxes, source, demoConferences.finished)
    await publish(database, demoConferences.finished)
    await preparePractice(database, source, now)
  })
}

const dayAfter = (now: Date, days: number) =>
  new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)

const preparePractice = (database: Database, source: Conference2014, now: Date) =>
  prepare(database, source, demoConferences.practice, 'Konferens att leda (övning)', [
    dayAfter(now, 0),
    dayAfter(now, 1),
  ])

/**
 * A newcomer's seat at the practice conference: the expert who stayed away in 2014. Opens the next round where none is
 * open, so that there is something to vote on.
 */
export async function readyToVote(
  database: Database,
  boxes: AnswerBoxes,
): Promise<{ id: string; name: string }> {
  const conferenceId = demoConferences.practice
  const actor = demoLeader(new Date())
  return database.write(actor, async trx => {
    const rounds = await loadRounds(trx, conferenceId)
    const next = rounds.find(one => one.round.state === 'planned')
    const isBetween =
      !votingNow(rounds) &&
      rounds.every(one => one.round.state === 'planned' || one.round.state === 'published')
    if (next && isBetween) {
      const opened = {
        conferenceId,
        number: next.number,
        shownHash: ruleHash(next.round.rule),
        closesAt: null,
      }
      refuseNothing(await openRound(trx, actor, boxes, opened))
    }
    return trx
      .selectFrom('conference.expert')
      .select(['id', 'name'])
      .where('conference_id', '=', conferenceId)
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow()
  })
}

/** Takes the practice conference away and puts it back as it was at first. */
export async function restartPractice(database: Database, boxes: AnswerBoxes, folder: string): Promise<void> {
  const source = await read2014(folder)
  const now = new Date()
  await database.write(demoLeader(now), async trx => {
    const rounds = await loadRounds(trx, demoConferences.practice)
    const voting = votingNow(rounds)
    if (voting) await boxes.close(trx, voting.boxId, 'association')
    const used = rounds.flatMap(one => [one.boxId, ...one.runOffBoxes]).filter(id => id !== null)
    if (used.length > 0) await trx.deleteFrom('anonymous.entitlement').where('box_id', 'in', used).execute()
    await trx.deleteFrom('conference.round').where('conference_id', '=', demoConferences.practice).execute()
    await trx.deleteFrom('conference.conference').where('id', '=', demoConferences.practice).execute()
    await conferenceChanged(trx, demoConferences.practice)
  })
  await preparePractice(database, source, now)
}

async function prepare(
  database: Database,
  source: Conference2014,
  id: string,
  name: string,
  [startsOn, endsOn]: [string, string],
) {
  const actor = demoLeader(new Date(`${startsOn}T08:00:00Z`))
  await database.write(actor, async trx => {
    const there = await trx
      .selectFrom('conference.conference')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst()
    if (there) return
    await beginConference(trx, actor, {
      id,
      name,
      place: 'Linköping',
      startsOn,
      endsOn,
      information: id === demoConferences.practice ? practiceInformation : information,
      associations: demoAssociations.map(one => one.id),
    })
    refuseNothing(await importItems(trx, actor, id, { items: source.items, replace: false }))
    refuseNothing(await importExperts(trx, actor, id, source.experts.map(invited)))
    refuseNothing(await planRounds(trx, actor, id, source.rules))
  })
}

const information = [
  'Vi ska enas om vilka indikatorer som visar om samverkan blir bättre för deltagarna.',
  'Läs igenom förslagen hemma och markera vilka du tycker är viktiga. Ingen annan ser dina markeringar.',
  'Dag 1: gruppsamtal och omröstning om processindikatorer. Dag 2: effektindikatorer, och till sist vilka som hör till kärnan.',
].join('\n\n')
/** Who votes wonders why some items are only a number. */
const practiceInformation = `${information}\n\nFörslagen är de från 2014. De som föll bort då publicerades aldrig med ord, och har bara ett nummer här.`

const roleWords: Readonly<Record<string, string>> = {
  participant: 'Deltagare',
  officer: 'Handläggare',
  manager: 'Chef',
  politician: 'Politiker',
}

/** The file has neither names nor addresses: each is called by the role and the number. */
const invited = ({ role, association }: FileExpert, place: number) => ({
  name: `${roleWords[role] ?? role} ${place + 1}`,
  email: null,
  association: demoAssociations.find(one => one.slug === association)?.name ?? association,
  role,
})

/** Leads the rounds that are not published yet to their end, with the ballots of 2014. */
async function lead(database: Database, boxes: AnswerBoxes, source: Conference2014, conferenceId: string) {
  const at = (hour: number) => demoLeader(new Date(Date.UTC(2014, 4, 14, hour)))
  for (const rule of source.rules) {
    const number = rule.round
    const state = await roundState(database, at(9), conferenceId, number)
    if (state === 'planned') {
      refuseNothing(
        await database.write(at(8 + number), async trx => {
          const stored = (await loadRounds(trx, conferenceId)).find(one => one.number === number)
          return openRound(trx, at(8 + number), boxes, {
            conferenceId,
            number,
            shownHash: stored ? ruleHash(stored.round.rule) : '',
            closesAt: null,
          })
        }),
      )
    }
    if (state === 'planned' || state === 'open') {
      await playVoters(database, boxes, conferenceId, source.ballots)
      refuseNothing(
        await database.write(at(8 + number), trx =>
          closeRound(trx, at(8 + number), boxes, { conferenceId, number }),
        ),
      )
    }
    if (state !== 'published') {
      refuseNothing(
        await database.write(at(8 + number), trx =>
          publishRound(trx, at(8 + number), { conferenceId, number }),
        ),
      )
    }
  }
}

async function publish(database: Database, conferenceId: string) {
  const actor = demoLeader(new Date(Date.UTC(2014, 4, 15, 16)))
  const published = await database.write(actor, trx => publishReport(trx, actor, { conferenceId }))
  if (!published.ok && published.refusal !== 'already-published') refuseNothing(published)
}

const roundState = async (database: Database, actor: Actor, conferenceId: string, number: number) =>
  (await database.read(actor, db => loadRounds(db, conferenceId))).find(one => one.number === number)?.round
    .state
