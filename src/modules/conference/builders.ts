import './tables.ts'
import { randomBytes, randomUUID } from 'node:crypto'
import type { AnswerBoxes } from '../../platform/anonymous/box.ts'
import { newNonce } from '../../platform/anonymous/right.ts'
import type { DatabaseActor } from '../../platform/database/actor.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Transaction } from '../../platform/database/tables.ts'
import { tokenHash } from '../../platform/http/session.ts'
import type { Result } from '../../platform/result.ts'
import { type Actor, actorOf, demoPersonas } from '../identity/index.ts'
import { closeRound, closeRunOffVote } from './commands/close-round.ts'
import { beginConference, type ConferenceInput } from './commands/conference.ts'
import { openEvaluation } from './commands/evaluation.ts'
import { importItems } from './commands/items.ts'
import { openRound } from './commands/open-round.ts'
import { publishRound } from './commands/publish-round.ts'
import { planRounds } from './commands/round-plan.ts'
import { settleTieAtCut } from './commands/settle-tie.ts'
import { loadRounds, type StoredRound } from './queries/rounds.ts'
import type { Mark } from './rules/rounds/ballot.ts'
import type { Decision, Tie } from './rules/rounds/outcome.ts'
import type { VotingRule } from './rules/rounds/rule.ts'
import { ruleHash } from './rules/rounds/rule-hash.ts'
import type { FileItem } from './schema/items/file.ts'

/** A browser of a test, as far as a conference is built with it. */
interface BuildersVisitor {
  readonly cookies: ReadonlyMap<string, string>
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<{ readonly status: number }>
}

/** The running program that a conference is built in: what `aProgram()` gives. */
export interface BuildersProgram<Visitor extends BuildersVisitor> {
  readonly program: { readonly boxes: AnswerBoxes }
  readonly test: { readonly database: Database }
  visitor(): Visitor
  as(persona: 'process-leader'): Promise<Visitor>
}

export interface BuiltItem {
  readonly number: number
  readonly kind: string
  readonly perspective: string
  readonly wording: string
  readonly wordingEn: string
  readonly explanation: string
}

export interface BuiltExpert {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly association: string
  readonly role: string
  /** Of the one-time link `/invitation/<token>`. */
  readonly token: string
}

/** A conference as a test meets it: ids, people and what they do, each through the program's own commands. */
export interface BuiltConference<Visitor> {
  readonly id: string
  readonly name: string
  /** A browser in which the process leader has logged in. */
  readonly leader: Visitor
  /** The process leader, for commands. */
  readonly actor: () => Actor
  readonly items: readonly BuiltItem[]
  readonly experts: readonly BuiltExpert[]
  /** Opens an invitation in a new browser. */
  enter(expert: BuiltExpert | undefined): Promise<Visitor>
  /** Votes as the expert's browser does, without one. A second call changes the ballot. The open box, if none is given. */
  vote(
    expert: BuiltExpert | undefined,
    marks: Readonly<Record<number, Mark['choice']>>,
    boxId?: string,
  ): Promise<void>
  open(round: number, closesAt?: Date): Promise<void>
  close(round: number): Promise<void>
  publish(round: number): Promise<void>
  settle(round: number, tie: Tie, decision: Decision): Promise<void>
  closeRunOff(round: number): Promise<void>
  /** Opens the experts' evaluation. @returns its box */
  evaluate(): Promise<string>
  rounds(): Promise<StoredRound[]>
  /** Box of the vote that goes on, a round's or a run-off's. */
  openBox(): Promise<string>
  /** Writes as the process leader, in that room. */
  write<Value>(work: (trx: Transaction, actor: Actor) => Promise<Value>): Promise<Value>
}

/** Yes, no or abstain on everything: half of the ballots decide. */
const usualRule: VotingRule = {
  round: 1,
  items: 'all',
  ballot: 'yes-no',
  accept: { moreThan: { numerator: 1, denominator: 2 } },
  drop: { below: { numerator: 1, denominator: 2 } },
  shareOf: 'ballots',
  protocol: 'comprehensive',
}

const associations = ['Norra Västmanland', 'Huddinge Botkyrka Salem', 'Östergötland']
const roles = ['Deltagare', 'Handläggare', 'Chef', 'Politiker']
const kinds = ['process', 'effect']
const perspectives = ['Deltagaren', 'Samverkan']
const system: DatabaseActor = { room: 'system', id: null, associations: [] }
const invitationMs = 30 * 24 * 3_600_000

type Overrides<Thing> = readonly Partial<Thing>[]

/**
 * Builds a conference in a running program: `await aConference(program).withItems(5).withExperts(3).open(1).build()`.
 * What is not said is filled in; what is done is done by the process leader of the demo, in the order written.
 */
export function aConference<Visitor extends BuildersVisitor>(program: BuildersProgram<Visitor>) {
  let description: Partial<ConferenceInput> = {}
  let items: Overrides<BuiltItem> = Array.from({ length: 5 }, () => ({}))
  let experts: Overrides<BuiltExpert> = Array.from({ length: 5 }, () => ({}))
  let rules: readonly VotingRule[] = [usualRule]
  const steps: ((built: BuiltConference<Visitor>) => Promise<unknown>)[] = []
  const step = (work: (built: BuiltConference<Visitor>) => Promise<unknown>) => {
    steps.push(work)
    return builder
  }

  const builder = {
    described: (as: Partial<ConferenceInput>) => {
      description = as
      return builder
    },
    /** So many items, or these. */
    withItems: (wanted: number | Overrides<BuiltItem>) => {
      items = listOf(wanted)
      return builder
    },
    withExperts: (wanted: number | Overrides<BuiltExpert>) => {
      experts = listOf(wanted)
      return builder
    },
    /** Each with what it says of {@link usualRule} otherwise; numbered in order. */
    withRules: (wanted: Overrides<VotingRule>) => {
      rules = wanted.map((rule, place) => ({ ...usualRule, round: place + 1, ...rule }))
      return builder
    },
    open: (round: number, closesAt?: Date) => step(built => built.open(round, closesAt)),
    /** Everybody votes: the expert's place among the experts decides what. */
    voted: (marksOf: (place: number) => Readonly<Record<number, Mark['choice']>>) =>
      step(async built => {
        for (const [place, expert] of built.experts.entries()) await built.vote(expert, marksOf(place))
      }),
    close: (round: number) => step(built => built.close(round)),
    publish: (round: number) => step(built => built.publish(round)),
    /** Seats experts, named by their places: `[[[0, 1], [2, 3]]]` is one sitting with two groups. */
    seated: (sittings: readonly (readonly (readonly number[])[])[]) =>
      step(built => built.write(trx => seat(trx, built, sittings))),
    async build(): Promise<BuiltConference<Visitor>> {
      const built = await begin(program, description, items.map(anItem), experts.map(anExpert), rules)
      for (const work of steps) await work(built)
      return built
    },
  }
  return builder
}

const listOf = <Thing>(wanted: number | Overrides<Thing>): Overrides<Thing> =>
  typeof wanted === 'number' ? Array.from({ length: wanted }, () => ({})) : wanted

const anItem = (item: Partial<BuiltItem>, place: number): BuiltItem => ({
  number: place + 1,
  kind: kinds[place % kinds.length] ?? '',
  perspective: perspectives[Math.floor(place / 2) % perspectives.length] ?? '',
  wording: `Förslagets lydelse ${place + 1}`,
  wordingEn: '',
  explanation: '',
  ...item,
})

const anExpert = (expert: Partial<BuiltExpert>, place: number): BuiltExpert => ({
  id: randomUUID(),
  number: place + 1,
  name: `Expert ${place + 1}`,
  association: associations[place % associations.length] ?? '',
  role: roles[place % roles.length] ?? '',
  token: randomBytes(32).toString('base64url'),
  ...expert,
})

async function begin<Visitor extends BuildersVisitor>(
  program: BuildersProgram<Visitor>,
  description: Partial<ConferenceInput>,
  items: readonly BuiltItem[],
  experts: readonly BuiltExpert[],
  rules: readonly VotingRule[],
): Promise<BuiltConference<Visitor>> {
  const { database } = program.test
  const { boxes } = program.program
  const actor = () => leader(new Date())
  const write: BuiltConference<Visitor>['write'] = work => {
    const now = actor()
    return database.write(now, trx => work(trx, now))
  }
  const name = description.name ?? `Indikatorer ${randomBytes(3).toString('hex')}`
  const id = await write((trx, now) =>
    beginConference(trx, now, {
      name,
      place: 'Linköping',
      startsOn: '2026-05-12',
      endsOn: '2026-05-13',
      information: 'Vi börjar klockan nio med kaffe.',
      ...description,
      associations: now.associations,
    }),
  )
  await write(async (trx, now) => {
    required(await importItems(trx, now, id, { items: items.map(asFileItem), replace: false }))
    if (experts.length > 0) await addExperts(trx, id, experts)
    required(await planRounds(trx, now, id, rules))
  })
  await database.write(system, trx => sendLinks(trx, experts))

  const rounds = () => database.read(actor(), db => loadRounds(db, id))
  const openBox = async () => {
    for (const { round, boxId, runOffBoxes } of await rounds()) {
      if (round.state === 'open' && boxId) return boxId
      if (round.state !== 'closed') continue
      const place = round.settlements.findIndex(one => one.decision === 'run-off' && !one.closed)
      const runOffBox = runOffBoxes[place]
      if (runOffBox) return runOffBox
    }
    throw new Error('no vote goes on in the conference')
  }
  const nonces = new Map<string, Buffer>()

  return {
    id,
    name,
    leader: await program.as('process-leader'),
    actor,
    items,
    experts,
    write,
    rounds,
    openBox,
    async enter(expert) {
      const visitor = program.visitor()
      const answer = await visitor.post(`/invitation/${known(expert).token}`)
      if (answer.status !== 303) throw new Error(`the invitation answered ${answer.status}`)
      return visitor
    },
    async vote(expert, marks, boxId) {
      const voter = known(expert)
      const box = boxId ?? (await openBox())
      const nonce = nonces.get(`${box} ${voter.id}`) ?? newNonce()
      nonces.set(`${box} ${voter.id}`, nonce)
      const right = required(await boxes.take({ room: 'public', id: voter.id, associations: [] }, box, nonce))
      const answer = Object.entries(marks).map(([item, choice]) => ({ item: Number(item), choice }))
      required(await boxes.handIn(box, right, answer))
    },
    async open(number, closesAt) {
      const rule = (await rounds()).find(one => one.number === number)?.round.rule
      if (!rule) throw new Error(`the conference has no round ${number}`)
      const input = { conferenceId: id, number, shownHash: ruleHash(rule), closesAt: closesAt ?? null }
      required(await write((trx, now) => openRound(trx, now, boxes, input)))
    },
    async close(number) {
      required(await write((trx, now) => closeRound(trx, now, boxes, { conferenceId: id, number })))
    },
    async publish(number) {
      required(await write((trx, now) => publishRound(trx, now, { conferenceId: id, number })))
    },
    async settle(number, tie, decision) {
      const input = { conferenceId: id, number, tie, decision }
      required(await write((trx, now) => settleTieAtCut(trx, now, boxes, input)))
    },
    async evaluate() {
      required(await write((trx, now) => openEvaluation(trx, now, boxes, { conferenceId: id })))
      const { box_id } = await database.read(actor(), db =>
        db
          .selectFrom('conference.evaluation')
          .select('box_id')
          .where('conference_id', '=', id)
          .executeTakeFirstOrThrow(),
      )
      return box_id
    },
    async closeRunOff(number) {
      required(await write((trx, now) => closeRunOffVote(trx, now, boxes, { conferenceId: id, number })))
    },
  }
}

/** The demo's process leader, now. */
function leader(now: Date): Actor {
  const persona = demoPersonas.find(one => one.role === 'process-leader')
  if (!persona) throw new Error('the demo has no process leader')
  const { id, role, persona: name } = persona
  return actorOf({ kind: 'account', id, scope: { role, name, associations: persona.associations } }, now)
}

const asFileItem = ({ number, kind, perspective, wording, wordingEn, explanation }: BuiltItem): FileItem => ({
  number,
  kind,
  perspective,
  wordingSv: wording,
  wordingEn,
  explanation,
})

const addExperts = (trx: Transaction, conferenceId: string, experts: readonly BuiltExpert[]) =>
  trx
    .insertInto('conference.expert')
    .values(
      experts.map(({ id, number, name, association, role }) => ({
        id,
        conference_id: conferenceId,
        number,
        name,
        association,
        role,
        email: null,
        invited_at: null,
        answered: null,
        link_hash: null,
        link_ends_at: null,
      })),
    )
    .execute()

async function seat(
  trx: Transaction,
  { id, experts }: Pick<BuiltConference<unknown>, 'id' | 'experts'>,
  sittings: readonly (readonly (readonly number[])[])[],
): Promise<void> {
  for (const [sitting, groups] of sittings.entries()) {
    const at = { conference_id: id, sitting: sitting + 1 }
    await trx
      .insertInto('conference.sitting')
      .values({ conference_id: id, number: at.sitting, groups: groups.length })
      .execute()
    const seats = groups.flatMap((places, group) =>
      places.map(place => ({ ...at, group_number: group + 1, expert_id: known(experts[place]).id })),
    )
    await trx.insertInto('conference.seat').values(seats).execute()
  }
}

async function sendLinks(trx: Transaction, experts: readonly BuiltExpert[]): Promise<void> {
  const now = Date.now()
  for (const { id, token } of experts) {
    await trx
      .updateTable('conference.expert')
      .set({
        link_hash: tokenHash(token),
        link_ends_at: new Date(now + invitationMs),
        invited_at: new Date(now),
      })
      .where('id', '=', id)
      .execute()
  }
}

function known(expert: BuiltExpert | undefined): BuiltExpert {
  if (!expert) throw new Error('the conference has no such expert')
  return expert
}

function required<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`the conference could not be built: ${result.refusal}`)
  return result.value
}
