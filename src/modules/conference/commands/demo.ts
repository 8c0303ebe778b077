import '../tables.ts'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { AnswerBoxes } from '../../../platform/anonymous/box.ts'
import { newNonce } from '../../../platform/anonymous/right.ts'
import type { DatabaseActor } from '../../../platform/database/actor.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Reader, Transaction } from '../../../platform/database/tables.ts'
import type { Result } from '../../../platform/result.ts'
import { type Actor, actorOf, demoPersonas } from '../../identity/index.ts'
import { demoAssociations } from '../../organisations/index.ts'
import { conferenceChanged } from '../events.ts'
import { loadRounds, runningRunOff, type StoredRound } from '../queries/rounds.ts'
import type { Ballot } from '../rules/ballot.ts'
import { type Random, randomFrom } from '../rules/groups-random.ts'
import { runOffForm } from '../rules/outcome.ts'
import type { BallotForm, ItemNumber, VotingRule } from '../rules/rule.ts'
import { ruleHash } from '../rules/rule-hash.ts'
import { type FileExpert, readExpertsFile } from '../schema/experts-file.ts'
import type { InputFile } from '../schema/input-file.ts'
import { type FileItem, readItemsFile } from '../schema/items-file.ts'
import { readTallyFiles } from '../schema/tally-files.ts'
import { closeRound } from './close-round.ts'
import { beginConference } from './conference.ts'
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

/** The 2014 files in `demo/conference-2014`, read once. */
interface Conference2014 {
  readonly items: readonly FileItem[]
  readonly experts: readonly FileExpert[]
  readonly rules: readonly VotingRule[]
  /** Ballots by round. They were constructed so that their counts give the published outcome. */
  readonly ballots: ReadonlyMap<number, readonly Ballot[]>
}

export async function read2014(folder: string): Promise<Conference2014> {
  const file = (name: string): InputFile => ({
    name,
    bytes: readFileSync(join(folder, 'conference-2014', name)),
  })
  const items = await readItemsFile(file('items.csv'), { allowUnworded: true })
  const experts = await readExpertsFile(file('experts.csv'), { roles: 'any' })
  const tally = readTallyFiles({
    itemsFile: file('items.csv'),
    rulesFile: file('rules.json'),
    ballotsFile: file('ballots.csv'),
  })
  if (!items.ok || !experts.ok || !tally.ok) throw new Error('the demo’s own files cannot be read')
  return { items: items.items, experts: experts.experts, rules: tally.rules, ballots: tally.ballots }
}

/** The facilitator that the demo's own steps are done as. */
const leader = (now: Date): Actor =>
  actorOf(
    {
      kind: 'account',
      id: demoPersonas[0]?.id ?? '',
      scope: { role: 'process-leader', associations: demoAssociations.map(one => one.id), name: '' },
    },
    now,
  )

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
  const actor = leader(new Date())
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
  await database.write(leader(now), async trx => {
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
  const actor = leader(new Date(`${startsOn}T08:00:00Z`))
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
      information,
      associations: demoAssociations.map(one => one.id),
    })
    await addItems(trx, id, source.items)
    await addExperts(trx, id, source.experts)
    refuseNothing(await planRounds(trx, actor, id, source.rules))
  })
}

const information = [
  'Vi ska enas om vilka indikatorer som visar om samverkan blir bättre för deltagarna.',
  'Läs igenom förslagen hemma och markera vilka du tycker är viktiga. Ingen annan ser dina markeringar.',
  'Dag 1: gruppsamtal och omröstning om processindikatorer. Dag 2: effektindikatorer, och till sist vilka som hör till kärnan.',
].join('\n\n')

async function addItems(trx: Transaction, conferenceId: string, items: readonly FileItem[]) {
  await trx
    .insertInto('conference.item')
    .values(
      items.map((item, place) => ({
        conference_id: conferenceId,
        number: item.number ?? place + 1,
        kind: item.kind,
        perspective: item.perspective,
        wording_sv: item.wordingSv,
        wording_en: item.wordingEn,
        explanation: item.explanation,
        derived: null,
      })),
    )
    .execute()
}

const roleWords: Readonly<Record<string, string>> = {
  participant: 'Deltagare',
  officer: 'Handläggare',
  manager: 'Chef',
  politician: 'Politiker',
}

async function addExperts(trx: Transaction, conferenceId: string, experts: readonly FileExpert[]) {
  await trx
    .insertInto('conference.expert')
    .values(
      experts.map((expert, place) => ({
        id: randomUUID(),
        conference_id: conferenceId,
        number: place + 1,
        name: `${roleWords[expert.role] ?? expert.role} ${place + 1}`,
        email: null,
        association:
          demoAssociations.find(one => one.slug === expert.association)?.name ?? expert.association,
        role: expert.role,
        invited_at: null,
        answered: null,
        link_hash: null,
        link_ends_at: null,
      })),
    )
    .execute()
}

/** Leads the rounds that are not published yet to their end, with the ballots of 2014. */
async function lead(database: Database, boxes: AnswerBoxes, source: Conference2014, conferenceId: string) {
  const at = (hour: number) => leader(new Date(Date.UTC(2014, 4, 14, hour)))
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
  const actor = leader(new Date(Date.UTC(2014, 4, 15, 16)))
  const published = await database.write(actor, trx => publishReport(trx, actor, { conferenceId }))
  if (!published.ok && published.refusal !== 'already-published') refuseNothing(published)
}

const roundState = async (database: Database, actor: Actor, conferenceId: string, number: number) =>
  (await database.read(actor, db => loadRounds(db, conferenceId))).find(one => one.number === number)?.round
    .state

function refuseNothing(result: Result<unknown, string>): void {
  if (!result.ok) throw new Error(`the demo was refused: ${result.refusal}`)
}

/**
 * Lets the voters of a demo conference vote in what is open now: those who have not taken a ballot, each with a right
 * of its own, through the same door as everybody. One of the invited stays away, as in 2014.
 * @returns how many ballots were handed in
 */
export async function playVoters(
  database: Database,
  boxes: AnswerBoxes,
  conferenceId: string,
  ballots: ReadonlyMap<number, readonly Ballot[]>,
): Promise<number> {
  const actor = leader(new Date())
  const found = await database.read(actor, async db => {
    const voting = votingNow(await loadRounds(db, conferenceId))
    if (!voting) return undefined
    return {
      voting,
      electorate: await electorateOf(db, conferenceId, voting.boxId),
      turnout: await boxes.turnout(db, voting.boxId),
    }
  })
  if (!found) return 0
  const { voting, electorate, turnout } = found
  const random = randomFrom(Number(voting.number))
  const papers = voting.isRunOff ? undefined : ballots.get(voting.number)
  const rights: string[] = []
  // Who has taken a ballot already is known to nobody: each is asked, and told if it is so.
  for (const expertId of electorate) {
    if (turnout.taken + rights.length >= (papers?.length ?? electorate.length)) break
    const expert: DatabaseActor = { room: 'public', id: expertId, associations: [] }
    const right = await boxes.take(expert, voting.boxId, newNonce())
    if (right.ok) rights.push(right.value)
    else if (right.refusal !== 'right-taken-elsewhere') refuseNothing(right)
  }
  await Promise.all(
    rights.map(async (right, place) => {
      const paper = papers?.[turnout.taken + place] ?? chance(voting.form, voting.items, random)
      const marks = [...paper].map(([item, choice]) => ({ item, choice }))
      refuseNothing(await boxes.handIn(voting.boxId, right, marks))
    }),
  )
  return rights.length
}

interface Voting {
  readonly number: number
  readonly boxId: string
  readonly form: BallotForm
  readonly items: readonly ItemNumber[]
  readonly isRunOff: boolean
}

function votingNow(rounds: readonly StoredRound[]): Voting | undefined {
  for (const stored of rounds) {
    const { number, round, boxId } = stored
    const items = stored.items.map(({ item }) => item)
    if (round.state === 'open' && boxId)
      return { number, boxId, form: round.rule.ballot, items, isRunOff: false }
    const running = runningRunOff(stored)
    if (running) {
      const { settlement } = running
      return {
        number,
        boxId: running.boxId,
        form: runOffForm(round.rule.ballot, settlement),
        items: settlement.items,
        isRunOff: true,
      }
    }
  }
  return undefined
}

/** Experts who may vote, in the order of their numbers. */
async function electorateOf(db: Reader, conferenceId: string, boxId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('anonymous.entitlement as right')
    .innerJoin('conference.expert as expert', 'expert.id', 'right.holder_id')
    .select('expert.id')
    .where('right.box_id', '=', boxId)
    .where('expert.conference_id', '=', conferenceId)
    .orderBy('expert.number')
    .execute()
  return rows.map(row => row.id)
}

/** A ballot by chance, for a conference whose ballots nobody constructed. */
function chance(form: BallotForm, items: readonly ItemNumber[], random: Random): Ballot {
  if (form === 'rating-1-9') return new Map(items.map(item => [item, (1 + random.below(9)) as 1]))
  if (form === 'yes-no') return new Map(items.map(item => [item, random.below(2) === 0 ? 'yes' : 'no']))
  const chosen = items.filter(() => random.below(2) === 0).slice(0, form.choose)
  return new Map(chosen.map(item => [item, 'yes']))
}
