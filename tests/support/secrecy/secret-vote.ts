import { createHash, randomBytes } from 'node:crypto'
import { answerHash, boxKeys, holderHash, takenHash } from '../../../src/platform/anonymous/right.ts'
import { tokenHash } from '../../../src/platform/http/session.ts'
import { asked, type Hall, type HallChoice, openHall, type Phone } from '../hall.ts'
import type { ProgramProcess } from '../program-process.ts'
import { byteNeedles, type Needle, textNeedle, uuidNeedles } from './needles.ts'
import type { Happening, Leak, Moment, Observation, Voter } from './observation.ts'
import type { Onlooker } from './onlooker.ts'
import { readerOf } from './readings.ts'

const phones = 22
const items = 24
/** Never comes to vote; takes a right and goes home. Each is missed in a group that is thereby smaller than five. */
const absent = 2
const leaves = 3
/** All others, in an order that has nothing to do with their numbers, names and groups. */
const coming = Array.from({ length: phones }, (_, voter) => voter)
  .filter(voter => voter !== absent && voter !== leaves)
  .toSorted((a, b) => (lot(a) < lot(b) ? -1 : 1))
/** They come one after the other, and each is watched; the rest come at the same moment. */
const oneByOne = coming.slice(0, 16)
const atOnce = coming.slice(16)
const [changing, losing, failing] = [oneByOne.slice(3, 6), oneByOne.slice(7, 8), oneByOne.slice(8, 9)]

function lot(voter: number): string {
  return createHash('sha256').update(`voter ${voter}`).digest('hex')
}

/** What one voter says in each version: unlike anybody else's, and short or long in letters. */
function ballotOf(voter: number, version: number): HallChoice[] {
  const drawn = createHash('sha256').update(`ballot ${voter} ${version}`).digest()
  // The first says abstain to nearly all, the second no: their ballots differ most in length.
  const usual = voter === coming[0] ? 'abstain' : voter === coming[1] ? 'no' : undefined
  return Array.from({ length: items }, (_, item) => {
    const draw = drawn[item] ?? 0
    if (usual && draw > 50) return usual
    return (['yes', 'no', 'abstain'] as const)[draw % 3] ?? 'abstain'
  })
}

/** What the test knows of a vote while it goes on. */
export interface Vote {
  readonly hall: Hall
  readonly ballots: ReadonlyMap<number, readonly HallChoice[][]>
}

/** Done after each step, before the onlooker looks: what a program that is not careful might do. */
export type Careless = (happened: Happening, vote: Vote) => Promise<unknown>

/**
 * A whole vote in a running program, and after it an evaluation with comments, with an onlooker who reads everything before
 * and after each thing that is done. 16 take their right and vote one after the other, which is the most that an order
 * can tell; some change their vote, one loses the phone, requests fail in every way, four vote at the same moment.
 * @param secret the program's
 * @returns what was seen, and what the files of the database gave away
 */
export async function watchVote(
  program: ProgramProcess,
  adminUrl: string,
  secret: string,
  onlooker: Onlooker,
  careless: Careless = async () => {},
): Promise<{ observation: Observation; inFiles: Leak[] }> {
  const moments: Moment[] = []
  let logged = 0
  let vote: Vote | undefined
  const watch = async (kind: Happening['kind'], voters: readonly number[] = []) => {
    const happened = { kind, voters }
    if (vote) await careless(happened, vote)
    moments.push({ happened, rows: await onlooker.look(), log: program.log.slice(logged) })
    logged = program.log.length
  }
  const analyze = () => onlooker.client.query('analyze')

  const hall = await openHall(program.address, adminUrl, { phones, items }, async () => {
    await analyze()
    await watch('begun')
  })
  const ballots = new Map<number, HallChoice[][]>()
  vote = { hall, ballots }
  /** All phones that each voter had. */
  const phonesOf = hall.phones.map(phone => [phone])
  const phoneOf = (voter: number): Phone => {
    const phone = phonesOf[voter]?.at(-1)
    if (!phone) throw new Error('no such voter')
    return phone
  }
  const keys = await keysOf(adminUrl, secret, hall.boxId)
  await watch('opened')

  const takeRight = (voter: number) => hall.takeRight(phoneOf(voter))
  const handIn = async (voter: number, status = 200) => {
    const own = ballots.get(voter) ?? []
    const ballot = ballotOf(voter, own.length)
    ballots.set(voter, [...own, ballot])
    const answered = await hall.handIn(phoneOf(voter), ballot)
    if (answered !== status) throw new Error(`a ballot of voter ${voter} was answered ${answered}`)
  }

  for (const voter of oneByOne) {
    await takeRight(voter)
    await watch('right', [voter])
    if (failing.includes(voter)) {
      await refusals(hall, phoneOf(voter), phoneOf(oneByOne[0] ?? 0))
      await withoutUrn(adminUrl, () => handIn(voter, 500))
      await watch('refused', [voter])
    }
    await handIn(voter)
    await watch('ballot', [voter])
  }
  for (const voter of changing) {
    await handIn(voter)
    await watch('changed', [voter])
  }
  await takeRight(leaves)
  await Promise.all(atOnce.map(voter => takeRight(voter).then(() => handIn(voter))))
  await watch('at-once', [leaves, ...atOnce])
  for (const voter of losing) {
    const { expertId } = phoneOf(voter)
    await hall.lead('reissue', { expert: expertId, reason: 'Telefonen är borta.' })
    await watch('reissued', [voter])
    phonesOf[voter]?.push({
      ...phoneOf(voter),
      nonce: randomBytes(32).toString('base64url'),
      right: undefined,
    })
    await takeRight(voter)
    await watch('reissued', [voter])
    await handIn(voter)
    await watch('reissued', [voter])
  }
  await analyze()
  await watch('refused')

  const words = hall.phones.map(() => `${randomBytes(9).toString('hex')} är min mening`)
  const know = (): Pick<Observation, 'voters' | 'secrets'> => ({
    secrets: [textNeedle('the secret', secret), ...keys],
    voters: hall.phones.map((_, voter) =>
      voterOf(voter, hall.boxId, phonesOf[voter] ?? [], ballots.get(voter) ?? [], words[voter] ?? ''),
    ),
  })
  const inFiles = await leaksInFiles(onlooker, know())
  await hall.lead('close')
  await watch('closed')
  await hall.handIn(phoneOf(oneByOne[0] ?? 0), ballotOf(oneByOne[0] ?? 0, 9))
  await hall.lead('publish')
  await watch('published')

  const evaluation = evaluationIn(program.address, hall)
  await evaluation.lead('open')
  const box = await evaluationBox(adminUrl, hall.conferenceId)
  for (const voter of oneByOne) await evaluation.answer(phoneOf(voter), box, words[voter] ?? '')
  await watch('evaluated', oneByOne)
  inFiles.push(...(await leaksInFiles(onlooker, know())))
  await evaluation.lead('close')
  await watch('evaluation-closed')
  return { observation: { ...know(), moments }, inFiles }
}

async function leaksInFiles(
  onlooker: Onlooker,
  known: Pick<Observation, 'voters' | 'secrets'>,
): Promise<Leak[]> {
  const reader = readerOf(known)
  const leaks: Leak[] = []
  for await (const { name, bytes } of onlooker.files()) {
    const { secrets, ballots, words } = reader.bytes(bytes)
    for (const needle of [...secrets, ...ballots, ...words])
      leaks.push({ rule: 'said-aloud', where: name, what: needle.name })
  }
  return leaks
}

async function keysOf(adminUrl: string, secret: string, boxId: string): Promise<Needle[]> {
  const [box] = await asked<{ salt: Buffer }>(adminUrl, 'select salt from anonymous.box where id = $1', [
    boxId,
  ])
  const keys = boxKeys(secret, box?.salt ?? Buffer.alloc(0))
  return Object.entries(keys).flatMap(([use, key]) => byteNeedles(`the key for ${use}`, key.export()))
}

function voterOf(
  voter: number,
  boxId: string,
  own: readonly Phone[],
  ballots: readonly HallChoice[][],
  words: string,
): Voter {
  const named = (what: string) => `${what} of voter ${voter}`
  const hashed = (what: string, ...hashes: readonly Buffer[]) =>
    hashes.flatMap(hash => byteNeedles(named(what), hash))
  const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest()
  const person = own.flatMap(({ expertId, session }) => [
    ...uuidNeedles(named('id'), expertId),
    ...hashed('hash', holderHash(boxId, expertId), sha256(expertId)),
    ...hashed('session', tokenHash(session.replace(/^[^=]*=/, ''))),
    textNeedle(named('session'), session.replace(/^[^=]*=/, '')),
  ])
  const secrets = own.flatMap(({ nonce: text, right }) => {
    const nonce = Buffer.from(text, 'base64url')
    const hashes = [takenHash(boxId, nonce), answerHash({ boxId, stratum: null, nonce })]
    const ofNonce = [
      ...byteNeedles(named('nonce'), nonce),
      ...hashed('nonce', ...hashes, sha256(nonce), sha256(text)),
    ]
    if (!right) return ofNonce
    const signature = Buffer.from(right.split('.')[1] ?? '', 'base64url')
    return [...ofNonce, ...byteNeedles(named('right'), signature), ...hashed('right', sha256(right))]
  })
  return {
    person,
    labels: [String(voter + 1), `Expert ${voter + 1}`],
    secrets,
    ballots,
    words: [textNeedle(named('comment'), words)],
  }
}

/** What can be refused: a ballot that is wrong, a right that is made up, no right at all, a right that is taken. */
async function refusals(hall: Hall, phone: Phone, other: Phone): Promise<void> {
  const wrong = [
    await hall.handIn(
      phone,
      Array.from({ length: items }, () => 'perhaps' as HallChoice),
    ),
    await hall.handIn({ ...phone, right: `${phone.nonce}.${other.right?.split('.')[1]}.` }, ballotOf(0, 9)),
    await hall.handIn({ ...phone, right: 'x' }, ballotOf(0, 9)),
  ]
  if (wrong.join() !== '422,403,403') throw new Error(`refused with ${wrong}`)
  const another = { ...phone, nonce: randomBytes(32).toString('base64url'), right: undefined }
  const isGiven = await hall.takeRight(another).then(
    () => true,
    () => false,
  )
  if (isGiven) throw new Error('a right was given twice')
}

/** The database cannot keep anything, as when it fails in the middle of a vote. */
async function withoutUrn(adminUrl: string, work: () => Promise<unknown>): Promise<void> {
  await asked(adminUrl, 'alter table anonymous.urn rename to lost')
  await work()
  await asked(adminUrl, 'alter table anonymous.lost rename to urn')
}

function evaluationIn(origin: string, hall: Hall) {
  const post = async (path: string, fields: Record<string, string>, cookie: string) => {
    const answer = await fetch(origin + path, {
      method: 'POST',
      headers: { origin, cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    })
    await answer.arrayBuffer()
    if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}`)
    return answer
  }
  return {
    lead: (what: 'open' | 'close') =>
      post(`/conferences/${hall.conferenceId}/evaluation/${what}`, {}, hall.leader),
    async answer({ session, nonce }: Phone, box: string, comment: string) {
      const given = await post('/take-part/evaluation/right', { box }, `${session}; nonce-${box}=${nonce}`)
      const [right = ''] = given.headers.getSetCookie()[0]?.split(';') ?? []
      await post(`/answer/${box}`, { heard: 'good', comment }, right)
    },
  }
}

async function evaluationBox(adminUrl: string, conferenceId: string): Promise<string> {
  const [row] = await asked<{ box_id: string }>(
    adminUrl,
    'select box_id from conference.evaluation where conference_id = $1',
    [conferenceId],
  )
  return row?.box_id ?? ''
}
