import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Leak, Rule } from './observation.ts'
import type { Careless, Vote } from './secret-vote.ts'

/** One way in which a program that is not careful gives a voter away. */
interface Slip {
  readonly says: string
  /** What it is found as, and where. */
  readonly rule: Rule
  readonly where: string | RegExp
  /** Tables and triggers that it needs. */
  readonly prepare?: string
  /** Done before the vote is opened. */
  readonly before?: (client: pg.Client, vote: Pick<Vote, 'hall'>) => Promise<unknown>
  /** Done after each ballot, in statements of their own. */
  readonly afterBallot?: (client: pg.Client, ballot: CastBallot) => Promise<unknown>
}

interface CastBallot {
  readonly expertId: string
  readonly number: number
  readonly choices: readonly string[]
}

const letters: Readonly<Record<string, string>> = { yes: 'y', no: 'n', abstain: 'a' }
const written = (choices: readonly string[]): string =>
  JSON.stringify(choices.map((choice, place) => ({ item: place + 1, choice })))
/** As long as the ballot needs, as a list that is sealed without filling it up. */
const sealedOne = (choices: readonly string[]): Buffer => randomBytes(written(choices).length)

/** Each must be found. Tables lie in a schema of their own, so that what is found elsewhere is the program's. */
const slips: readonly Slip[] = [
  {
    says: 'a ballot is kept as it was sent',
    rule: 'said-aloud',
    where: 'careless.letter',
    prepare: 'create table careless.letter (content jsonb)',
    afterBallot: (client, { choices }) =>
      client.query('insert into careless.letter values ($1)', [written(choices)]),
  },
  {
    says: 'a ballot is written, and taken back at once',
    rule: 'said-aloud',
    where: /^(base|pg_wal)\//,
    prepare: 'create table careless.draft (content text)',
    async afterBallot(client, { choices }) {
      await client.query('begin')
      await client.query('insert into careless.draft values ($1)', [written(choices)])
      await client.query('rollback')
    },
  },
  {
    says: 'a letter an item, without a word of who',
    rule: 'spelled-out',
    where: 'careless.shorthand',
    prepare: 'create table careless.shorthand (content text)',
    afterBallot: (client, { choices }) =>
      client.query('insert into careless.shorthand values ($1)', [
        choices.map(choice => letters[choice]).join(''),
      ]),
  },
  {
    says: 'a row an item, with numbers for choices',
    rule: 'spelled-out',
    where: 'careless.mark',
    prepare: 'create table careless.mark (item int, choice int)',
    afterBallot: (client, { choices }) =>
      client.query(
        'insert into careless.mark select item, choice from unnest($1::int[], $2::int[]) as mark (item, choice)',
        [choices.map((_, place) => place + 1), choices.map(choice => Object.keys(letters).indexOf(choice))],
      ),
  },
  {
    says: 'who voted and a ballot have the same receipt, in two tables and two transactions',
    rule: 'in-common',
    where: 'careless.receipt',
    prepare:
      'create table careless.visit (expert uuid, receipt text); create table careless.receipt (receipt text, sealed bytea)',
    async afterBallot(client, { expertId }) {
      const receipt = randomBytes(9).toString('base64url')
      await client.query('insert into careless.visit values ($1, $2)', [expertId, receipt])
      await client.query('insert into careless.receipt values ($1, $2)', [receipt, randomBytes(40)])
    },
  },
  {
    says: 'who voted and a ballot are written in one transaction',
    rule: 'in-common',
    where: 'careless.envelope',
    prepare: 'create table careless.checked_off (expert uuid); create table careless.envelope (sealed bytea)',
    async afterBallot(client, { expertId }) {
      await client.query('begin')
      await client.query('insert into careless.checked_off values ($1)', [expertId])
      await client.query('insert into careless.envelope values ($1)', [randomBytes(40)])
      await client.query('commit')
    },
  },
  {
    says: 'who voted is written when it happens',
    rule: 'in-order',
    where: 'careless.participation',
    prepare: 'create table careless.participation (expert int primary key)',
    afterBallot: (client, { number }) =>
      client.query('insert into careless.participation values ($1) on conflict do nothing', [number]),
  },
  {
    says: 'the time of each ballot is kept, by the transaction that keeps the ballot',
    rule: 'step-by-step',
    where: 'careless.arrival',
    prepare: `create table careless.arrival (at timestamptz);
      create function careless.note_arrival() returns trigger language plpgsql security definer as $$
      begin insert into careless.arrival values (clock_timestamp()); return new; end $$;
      create trigger arrived after update on anonymous.urn for each row execute function careless.note_arrival()`,
  },
  {
    says: 'visits are counted for each expert',
    rule: 'step-by-step',
    where: 'careless.visits',
    prepare: 'create table careless.visits (expert uuid, visits int default 0)',
    before: (client, { hall }) =>
      client.query('insert into careless.visits select unnest($1::uuid[])', [
        hall.phones.map(one => one.expertId),
      ]),
    afterBallot: (client, { expertId }) =>
      client.query('update careless.visits set visits = visits + 1 where expert = $1', [expertId]),
  },
  {
    says: 'an expert is locked while the ballot is kept, and nothing is written',
    rule: 'step-by-step',
    where: 'conference.expert',
    afterBallot: (client, { expertId }) =>
      client.query('select from conference.expert where id = $1 for update', [expertId]),
  },
  {
    says: 'ballots are added up as they come',
    rule: 'step-by-step',
    where: 'careless.sums',
    prepare: 'create table careless.sums (for_it int, against int); insert into careless.sums values (0, 0)',
    afterBallot: (client, { choices }) =>
      client.query('update careless.sums set for_it = for_it + $1, against = against + $2', [
        choices.filter(choice => choice === 'yes').length,
        choices.filter(choice => choice === 'no').length,
      ]),
  },
  {
    says: 'the sealed whole is as long as what is in it',
    rule: 'step-by-step',
    where: 'careless.bag',
    prepare: `create table careless.bag (sealed bytea); insert into careless.bag values ('')`,
    afterBallot: (client, { choices }) =>
      client.query('update careless.bag set sealed = sealed || $1', [sealedOne(choices)]),
  },
  {
    says: 'the sealed whole has a place for each ballot',
    rule: 'step-by-step',
    where: 'careless.shelf',
    prepare: 'create table careless.shelf (sealed bytea)',
    before: client => client.query('insert into careless.shelf values ($1)', [randomBytes(22 * 40)]),
    afterBallot: (client, { number }) =>
      client.query('update careless.shelf set sealed = overlay(sealed placing $1 from $2)', [
        randomBytes(40),
        (number - 1) * 40 + 1,
      ]),
  },
]

/** Prepares every slip in a database. @returns what is to be done as the vote goes on */
export async function makeCareless(client: pg.Client): Promise<Careless> {
  await client.query('create schema careless')
  for (const { prepare } of slips) if (prepare) await client.query(prepare)
  return async ({ kind, voters }, { hall, ballots }) => {
    if (kind === 'opened') for (const { before } of slips) await before?.(client, { hall })
    if (kind !== 'ballot') return
    for (const voter of voters) {
      const [phone, choices] = [hall.phones[voter], ballots.get(voter)?.at(-1)]
      if (!phone || !choices) throw new Error('nobody voted')
      const ballot = { expertId: phone.expertId, number: voter + 1, choices }
      for (const { afterBallot } of slips) await afterBallot?.(client, ballot)
    }
  }
}

/** What was done carelessly and is not among the leaks. */
export const unnoticed = (leaks: readonly Leak[]): string[] =>
  slips.filter(slip => !leaks.some(leak => isOf(slip, leak))).map(({ says, rule }) => `${says} (${rule})`)

/** Where all that was written leaves something too: the files, and the samples that PostgreSQL takes of each table. */
const everywhere = /^(base|pg_wal)\/|^pg_catalog\.pg_statistic$/

/** Leaks in a place where nobody was careless. */
export const unexpected = (leaks: readonly Leak[]): Leak[] =>
  leaks.filter(
    ({ where }) =>
      !where.startsWith('careless.') && !everywhere.test(where) && !slips.some(slip => slip.where === where),
  )

const isOf = ({ rule, where }: Slip, leak: Leak): boolean =>
  leak.rule === rule && (typeof where === 'string' ? leak.where === where : where.test(leak.where))
