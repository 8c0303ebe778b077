import '../tables.ts'
import { randomUUID } from 'node:crypto'
import type { AnswerBoxes, Holder } from '../../../platform/anonymous/box.ts'
import type { Reader, Transaction } from '../../../platform/database/tables.ts'
import { groupsHeldBack } from '../rules/results/held-back.ts'
import { type Ballot, type Choice, checkBallot } from '../rules/rounds/ballot.ts'
import type { BallotForm, Item, ItemNumber } from '../rules/rounds/rule.ts'

/**
 * Opens a box for the ballots of a round or a run-off on so many items.
 * @returns its id; undefined when nobody is entitled to vote, and then there is no box
 */
export async function openBallotBox(
  trx: Transaction,
  boxes: AnswerBoxes,
  conference: { readonly id: string; readonly associations: readonly string[] },
  items: number,
): Promise<string | undefined> {
  const holders = await electorate(trx, conference.id)
  if (holders.length === 0) return undefined
  const boxId = randomUUID()
  await boxes.open(trx, boxId, conference.associations, holders, longestBallotBytes(items))
  return boxId
}

/** A ballot on so many items, as it is kept: `{"item":137,"choice":"abstain"},` for each of them. */
const longestBallotBytes = (items: number): number => 2 + 36 * items

/**
 * Everybody who may vote. The stakeholder group is said only where it is large enough to hide in, and only where it
 * does not single out the rest.
 */
async function electorate(db: Reader, conferenceId: string): Promise<Holder[]> {
  const experts = await db
    .selectFrom('conference.expert')
    .select(['id', 'role', 'answered'])
    .where('conference_id', '=', conferenceId)
    .execute()
  const entitled = experts.filter(expert => expert.answered !== 'declined')
  const sizes = new Map(
    [...Map.groupBy(entitled, expert => expert.role)].map(([role, members]) => [role, members.length]),
  )
  const heldBack = groupsHeldBack(sizes)
  return entitled.map(({ id, role }) => ({ id, stratum: heldBack.has(role) ? null : role }))
}

/** Empties a box and keeps its counts: for all together, and for each stakeholder group that is large enough. */
export async function countBallotBox(
  trx: Transaction,
  boxes: AnswerBoxes,
  conferenceId: string,
  round: number,
  part: number,
  boxId: string,
  form: BallotForm,
  items: readonly Item[],
): Promise<{ entitled: number; taken: number; voted: number }> {
  const answers = await boxes.close(trx, boxId, 'association')
  const { entitled, taken } = await boxes.turnout(trx, boxId)
  const allowed = new Set(items.map(({ item }) => item))
  const ballots = answers.map(({ stratum, answer }) => {
    const checked = checkBallot(form, allowed, answer as { item: ItemNumber; choice: Choice }[])
    // It was checked when it was taken in; a ballot that is wrong now was changed in between.
    if (!checked.ok) throw new Error('a ballot in the box does not fit its round')
    return { stratum, ballot: checked.ballot }
  })
  const sizes = new Map<string, number>()
  for (const { stratum } of ballots) sizes.set(stratum ?? '', (sizes.get(stratum ?? '') ?? 0) + 1)
  const heldBack = groupsHeldBack(sizes)
  const strata = [...sizes.keys()].filter(stratum => stratum !== '' && !heldBack.has(stratum))
  const rows = [
    ...countRows(
      '',
      ballots.map(one => one.ballot),
    ),
    ...strata.flatMap(stratum =>
      countRows(
        stratum,
        ballots.filter(one => one.stratum === stratum).map(one => one.ballot),
      ),
    ),
  ]
  if (rows.length > 0) {
    await trx
      .insertInto('conference.item_count')
      // Not as they were counted: rows lie as they are written, and the first ones would be the first ballot's choices.
      .values(rows.toSorted(byItem).map(row => ({ conference_id: conferenceId, round, part, ...row })))
      .execute()
  }
  const groups = await groupsOf(trx, boxId)
  if (groups.length > 0) {
    await trx
      .insertInto('conference.stratum_turnout')
      .values(
        groups.map(stratum => ({
          conference_id: conferenceId,
          round,
          part,
          stratum,
          voted: strata.includes(stratum) ? (sizes.get(stratum) ?? null) : null,
        })),
      )
      .execute()
  }
  return { entitled, taken, voted: answers.length }
}

/** The stakeholder groups of those who were entitled, also the groups too small to be shown. */
async function groupsOf(db: Reader, boxId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('anonymous.entitlement as entitlement')
    .innerJoin('conference.expert as expert', 'expert.id', 'entitlement.holder_id')
    .select('expert.role')
    .distinct()
    .where('entitlement.box_id', '=', boxId)
    .orderBy('expert.role')
    .execute()
  return rows.map(row => row.role)
}

interface CountRow {
  readonly stratum: string
  readonly item: number
  readonly choice: string
  votes: number
}

const byItem = (a: CountRow, b: CountRow): number =>
  a.stratum.localeCompare(b.stratum) || a.item - b.item || a.choice.localeCompare(b.choice)

function countRows(stratum: string, ballots: readonly Ballot[]): CountRow[] {
  const counts = new Map<string, CountRow>()
  for (const ballot of ballots) {
    for (const [item, choice] of ballot) {
      const key = `${item} ${choice}`
      const row = counts.get(key) ?? { stratum, item, choice: String(choice), votes: 0 }
      row.votes++
      counts.set(key, row)
    }
  }
  return [...counts.values()]
}
