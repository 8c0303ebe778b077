import '../tables.ts'
import type { AnswerBoxes } from '../../../platform/anonymous/box.ts'
import { newNonce } from '../../../platform/anonymous/right.ts'
import type { DatabaseActor } from '../../../platform/database/actor.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import { loadRounds, runningRunOff, type StoredRound } from '../queries/rounds.ts'
import { type Random, randomFrom } from '../rules/groups/random.ts'
import type { Ballot } from '../rules/rounds/ballot.ts'
import { runOffForm } from '../rules/rounds/outcome.ts'
import type { BallotForm, ItemNumber } from '../rules/rounds/rule.ts'
import { demoLeader, refuseNothing } from './demo-leader.ts'

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
  const actor = demoLeader(new Date())
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

/** The vote that goes on in a conference, a round's own or a run-off. */
export function votingNow(rounds: readonly StoredRound[]): Voting | undefined {
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
