import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { VotingRule } from '../../src/modules/conference/rules/rounds/rule.ts'
import { ruleHash } from '../../src/modules/conference/rules/rounds/rule-hash.ts'
import { demoAssociations } from '../../src/modules/organisations/commands.ts'
import { tokenHash } from '../../src/platform/http/session.ts'

export type HallChoice = 'yes' | 'no' | 'abstain'

/** One phone: what its browser keeps. */
export interface Phone {
  readonly expertId: string
  readonly role: string
  readonly session: string
  readonly nonce: string
  /** Undefined until it has taken its right to vote. */
  right: string | undefined
}

export interface HallRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A conference in a running program, as those in the room meet it: over HTTP, each with a phone, one round open. */
export interface Hall {
  readonly conferenceId: string
  readonly boxId: string
  readonly items: readonly number[]
  readonly rule: VotingRule
  readonly phones: readonly Phone[]
  /** Cookie of the process leader, who opened the round. */
  readonly leader: string
  /** A phone takes its right to vote, unless it has it. */
  takeRight(phone: Phone): Promise<void>
  /** What a phone sends to hand its ballot in. */
  ballot(phone: Phone, choices: readonly HallChoice[]): HallRequest
  /** @returns status of the answer */
  handIn(phone: Phone, choices: readonly HallChoice[]): Promise<number>
  /** The process leader does something with the round. */
  lead(what: 'close' | 'publish' | 'reissue', fields?: Readonly<Record<string, string>>): Promise<void>
  /** The program was started anew and answers elsewhere. */
  moveTo(address: string): void
}

const processLeader = '5a0c3d1e-0000-4000-9000-000000000001'
const roles = ['participant', 'officer', 'manager', 'politician']
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const monthMs = 30 * 24 * 3_600_000

/**
 * Fills a hall: the conference, its items and its experts are put into the database by hand; all else goes through the
 * doors that everybody uses.
 * @param address where a demo program answers
 * @param adminUrl its database, as a superuser
 * @param beforeOpening when everybody has come in, and the round is not open yet
 */
export async function openHall(
  address: string,
  adminUrl: string,
  size: { readonly phones: number; readonly items: number },
  beforeOpening: () => Promise<unknown> = async () => {},
): Promise<Hall> {
  let origin = address
  const send = ({ method, path, headers, body }: HallRequest): Promise<Response> =>
    fetch(origin + path, {
      method,
      headers: { origin, ...headers },
      ...(method === 'POST' && { body }),
      redirect: 'manual',
    })
  const post = async (path: string, fields: Readonly<Record<string, string>>, cookie?: string) => {
    const headers = { ...form, ...(cookie && { cookie }) }
    const answer = await send({ method: 'POST', path, headers, body: new URLSearchParams(fields).toString() })
    await answer.arrayBuffer()
    return answer
  }

  const conferenceId = randomUUID()
  const rule: VotingRule = {
    round: 1,
    items: 'all',
    ballot: 'yes-no',
    accept: { moreThan: { numerator: 1, denominator: 2 } },
    drop: { below: { numerator: 1, denominator: 2 } },
    shareOf: 'ballots',
    protocol: 'comprehensive',
  }
  const items = Array.from({ length: size.items }, (_, place) => place + 1)
  const invited = Array.from({ length: size.phones }, (_, place) => ({
    id: randomUUID(),
    number: place + 1,
    role: roles[place % roles.length] ?? '',
    token: randomBytes(32).toString('base64url'),
  }))
  await prepare(adminUrl, conferenceId, rule, items, invited)

  const leader = cookieOf(await post('/log-in', { persona: processLeader }), 'session')
  const phones = await inTurns(invited, async ({ id, role, token }): Promise<Phone> => {
    const session = cookieOf(await post(`/invitation/${token}`, {}), 'session')
    return { expertId: id, role, session, nonce: randomBytes(32).toString('base64url'), right: undefined }
  })
  await beforeOpening()
  const round = `/conferences/${conferenceId}/rounds/1`
  const opened = await post(`${round}/open`, { shownHash: ruleHash(rule) }, leader)
  if (opened.status !== 303) throw new Error(`opening the round answered ${opened.status}`)
  const boxId = await openBox(adminUrl, conferenceId)

  function ballot(phone: Phone, choices: readonly HallChoice[]): HallRequest {
    if (!phone.right) throw new Error('the phone has no right to vote yet')
    const fields = items.map((item, place): [string, string] => [`item-${item}`, choices[place] ?? ''])
    return {
      method: 'POST',
      path: `/vote/${boxId}`,
      headers: { ...form, accept: 'application/json', cookie: `right-${boxId}=${phone.right}` },
      body: new URLSearchParams(fields.filter(([, choice]) => choice !== '')).toString(),
    }
  }

  return {
    conferenceId,
    boxId,
    items,
    rule,
    phones,
    leader,
    ballot,
    async takeRight(phone) {
      if (phone.right) return
      const cookie = `${phone.session}; nonce-${boxId}=${phone.nonce}`
      const answer = await post('/take-part/vote/right', { box: boxId }, cookie)
      phone.right = cookieOf(answer, `right-${boxId}`).slice(`right-${boxId}=`.length)
    },
    async handIn(phone, choices) {
      const answer = await send(ballot(phone, choices))
      await answer.arrayBuffer()
      return answer.status
    },
    async lead(what, fields = {}) {
      const answer = await post(`${round}/${what}`, fields, leader)
      if (answer.status !== 303) throw new Error(`to ${what} the round answered ${answer.status}`)
    },
    moveTo(now) {
      origin = now
    },
  }
}

/** Twenty at a time: enough to be quick, few enough for the limits of a small machine. */
export async function inTurns<Item, Value>(
  items: readonly Item[],
  work: (item: Item) => Promise<Value>,
): Promise<Value[]> {
  const values: Value[] = []
  for (let start = 0; start < items.length; start += 20)
    values.push(...(await Promise.all(items.slice(start, start + 20).map(work))))
  return values
}

/** `name=value` of a cookie that an answer sets. */
function cookieOf(answer: Response, name: string): string {
  const set = answer.headers.getSetCookie().find(cookie => cookie.startsWith(`${name}=`))
  if (!set) throw new Error(`${answer.url} answered ${answer.status} and set no cookie ${name}`)
  return set.split(';')[0] ?? ''
}

interface Invited {
  readonly id: string
  readonly number: number
  readonly role: string
  readonly token: string
}

async function prepare(
  adminUrl: string,
  conferenceId: string,
  rule: VotingRule,
  items: readonly number[],
  invited: readonly Invited[],
): Promise<void> {
  const [association] = demoAssociations
  await asked(
    adminUrl,
    `insert into conference.conference (id, name, starts_on, ends_on, associations, seed)
     values ($1, 'Alla i salen', current_date, current_date, array[$2]::uuid[], 1)`,
    [conferenceId, association?.id],
  )
  await asked(
    adminUrl,
    `insert into conference.item (conference_id, number, kind, wording_sv)
     select $1, number, 'process', 'Förslag nummer ' || number from unnest($2::int[]) as number`,
    [conferenceId, items],
  )
  await asked(
    adminUrl,
    `insert into conference.expert (id, conference_id, number, name, association, role, link_hash, link_ends_at)
     select expert.id, $1, expert.number, 'Expert ' || expert.number, 'Norra Västmanland', expert.role, expert.hash, $6
     from unnest($2::uuid[], $3::int[], $4::text[], $5::bytea[]) as expert (id, number, role, hash)`,
    [
      conferenceId,
      invited.map(one => one.id),
      invited.map(one => one.number),
      invited.map(one => one.role),
      invited.map(one => tokenHash(one.token)),
      new Date(Date.now() + monthMs),
    ],
  )
  await asked(adminUrl, 'insert into conference.round (conference_id, number, rule) values ($1, 1, $2)', [
    conferenceId,
    JSON.stringify(rule),
  ])
}

async function openBox(adminUrl: string, conferenceId: string): Promise<string> {
  const rows = await asked<{ box_id: string }>(
    adminUrl,
    `select box_id from conference.round where conference_id = $1 and state = 'open'`,
    [conferenceId],
  )
  if (!rows[0]) throw new Error('no round is open')
  return rows[0].box_id
}

/** The rows of one query, as the one who runs the database. */
export async function asked<Row extends pg.QueryResultRow>(
  adminUrl: string,
  query: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    return (await client.query<Row>(query, values)).rows
  } finally {
    await client.end()
  }
}
