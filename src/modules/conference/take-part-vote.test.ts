import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProgram, type TestProgram, type Visitor } from '../../../tests/support/test-program.ts'
import { aConference, type BuiltConference } from './builders.ts'

let program: TestProgram
beforeAll(async () => {
  program = await aProgram()
})
afterAll(() => program.close())

const all = { 'item-1': 'yes', 'item-2': 'no', 'item-3': 'abstain' }

/** A browser with its ballot fetched. */
async function withBallot(
  built: BuiltConference<Visitor>,
  place = 0,
): Promise<{ expert: Visitor; box: string }> {
  const expert = await built.enter(built.experts[place])
  const box = await built.openBox()
  await expert.get('/take-part/vote')
  const fetched = await expert.post('/take-part/vote/right', { box })
  if (fetched.status !== 303) throw new Error(`the ballot was answered with ${fetched.status}`)
  return { expert, box }
}

const anOpenVote = () => aConference(program).withItems(3).withExperts(5).open(1)

/** What the ballots said of each item in the end. */
async function yesOf(built: BuiltConference<Visitor>): Promise<Record<number, number>> {
  await built.close(1)
  const rows = await built.write(trx =>
    trx
      .selectFrom('conference.item_count')
      .select(['item', 'votes'])
      .where('conference_id', '=', built.id)
      .where('stratum', '=', '')
      .where('choice', '=', 'yes')
      .execute(),
  )
  return Object.fromEntries(rows.map(row => [row.item, row.votes]))
}

/** As a script on the phone, or a measurement, sends it. */
const asScript = (visitor: Visitor, box: string, body: string, origin = 'http://mellanrum.test') =>
  program.program.app.inject({
    method: 'POST',
    url: `/vote/${box}`,
    headers: {
      host: 'mellanrum.test',
      origin,
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
    payload: body,
  })

describe('voting', () => {
  test('begins with the rule, its hash and how the vote is kept secret', async () => {
    const built = await anOpenVote().build()
    const expert = await built.enter(built.experts[0])
    const page = await expert.get('/take-part/vote')
    expect(page.text).toContain('Omröstning 1: alla förslag, med ja, nej eller avstår.')
    expect(page.text).toMatch(/Dess kontrollsumma är [0-9a-f]{12}\./)
    expect(page.text).toContain('Din röst är hemlig')
    expect(page.text).not.toContain('Förslagets lydelse 1')
  })

  test('hands in a ballot, says when it was received, and lets it be changed until the close', async () => {
    const built = await anOpenVote().build()
    const { expert, box } = await withBallot(built)
    expect((await expert.get('/take-part/vote')).text).toContain('3. Förslagets lydelse 3 Ja Nej Avstår')
    const handedIn = await expert.post(`/vote/${box}`, all)
    expect(handedIn.status).toBe(303)
    expect((await expert.follow(handedIn)).text).toMatch(
      /Din röst är mottagen \d\d:\d\d\. Du kan ändra den tills omröstningen stänger\./,
    )
    expect((await expert.get('/take-part')).text).toMatch(/Din röst är mottagen \d\d:\d\d\./)
    await expert.post(`/vote/${box}`, { ...all, 'item-1': 'no', 'item-2': 'yes' })
    expect(await yesOf(built)).toEqual({ 2: 1 })
  })

  test('counts a ballot once, however often the same one is sent', async () => {
    const built = await anOpenVote().build()
    const { expert, box } = await withBallot(built)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => asScript(expert, box, 'item-1=yes&item-2=no')),
    )
    for (const answer of answers) expect(answer.json()).toMatchObject({ status: 'received' })
    expect(await yesOf(built)).toEqual({ 1: 1 })
  })

  test('may leave everything open', async () => {
    const built = await anOpenVote().build()
    const { expert, box } = await withBallot(built)
    expect((await expert.post(`/vote/${box}`)).status).toBe(303)
    await built.close(1)
    expect((await built.rounds())[0]?.stored.voted).toBe(1)
  })

  test('gives the same ballot again when the first answer was lost', async () => {
    const built = await anOpenVote().build()
    const { expert, box } = await withBallot(built)
    expert.cookies.delete(`right-${box}`)
    await expert.post('/take-part/vote/right', { box })
    expect((await expert.get('/take-part/vote')).text).toContain('Lämna in')
  })

  test('shows what one thought at home as a hint, to oneself only', async () => {
    const built = await anOpenVote().build()
    const { expert } = await withBallot(built)
    await expert.post('/take-part/items', { 'mark-2': 'important' })
    expect((await expert.get('/take-part/vote')).text).toContain('Hemma markerade du: viktigt')
    const { expert: fellow } = await withBallot(built, 1)
    expect((await fellow.get('/take-part/vote')).text).not.toContain('Hemma markerade du')
  })

  test('calls an item without wording by its number', async () => {
    const built = await aConference(program)
      .withItems([{ number: 17, wording: '' }])
      .withExperts(5)
      .open(1)
      .build()
    const { expert } = await withBallot(built)
    expect((await expert.get('/take-part/vote')).text).toMatch(/ Förslag 17 Ja Nej Avstår/)
  })

  test('chooses at most so many, and keeps the ballot when it was more', async () => {
    const built = await aConference(program)
      .withItems(4)
      .withExperts(5)
      .withRules([{ ballot: { choose: 2 }, accept: { top: 2 }, drop: 'rest' }])
      .open(1)
      .build()
    const { expert, box } = await withBallot(built)
    expect((await expert.get('/take-part/vote')).text).toContain('Du kan välja högst 2')
    const tooMany = await expert.post(`/vote/${box}`, { 'item-1': 'yes', 'item-3': 'yes', 'item-4': 'yes' })
    expect(tooMany.status).toBe(422)
    expect(tooMany.text).toContain('Du har valt 3. Välj högst 2: ta bort 1.')
    expect(tooMany.html).toMatch(/name="item-4" value="yes" checked/)
    expect((await expert.post(`/vote/${box}`, { 'item-1': 'yes', 'item-3': 'yes' })).status).toBe(303)
    expect(await yesOf(built)).toEqual({ 1: 1, 3: 1 })
  })

  test('rates from 1 to 9, or abstains', async () => {
    const built = await aConference(program)
      .withItems(2)
      .withExperts(5)
      .withRules([{ ballot: 'rating-1-9', accept: 'rand', drop: 'rand', shareOf: 'stands' }])
      .open(1)
      .build()
    const { expert, box } = await withBallot(built)
    expect((await expert.get('/take-part/vote')).text).toMatch(
      /1 = inte viktigt 9 = helt avgörande 1 2 3 4 5 6 7 8 9 Avstår/,
    )
    expect((await expert.post(`/vote/${box}`, { 'item-1': '10' })).status).toBe(422)
    expect((await expert.post(`/vote/${box}`, { 'item-1': '9', 'item-2': 'abstain' })).status).toBe(303)
  })

  test('votes again on what got equally many votes', async () => {
    const built = await aConference(program)
      .withItems(3)
      .withExperts(5)
      .withRules([{ accept: { top: 1 }, drop: 'rest' }])
      .open(1)
      .voted(place => ({ 1: place < 2 ? 'yes' : 'no', 2: place > 2 ? 'yes' : 'no', 3: 'no' }))
      .close(1)
      .build()
    await built.settle(1, { cut: 'accept', items: [1, 2], seats: 1 }, 'run-off')
    const asked = await (await built.enter(built.experts[1])).get('/take-part/vote')
    expect(asked.text).toContain('Nu röstar ni igen om bara dem. Det med mest stöd går in.')
    const { expert, box } = await withBallot(built)
    const ballot = await expert.get('/take-part/vote')
    expect(ballot.text).toContain('särskiljande omröstning')
    expect(ballot.text).toContain('Det med mest stöd går in.')
    expect(ballot.text).not.toContain('Förslagets lydelse 3')
    expect((await expert.post(`/vote/${box}`, { 'item-3': 'yes' })).status).toBe(422)
    expect((await expert.post(`/vote/${box}`, { 'item-2': 'yes', 'item-1': 'no' })).status).toBe(303)
    await built.closeRunOff(1)
    await built.publish(1)
    expect((await expert.get('/take-part/results/1')).text).toContain(
      'Förslag 1 och 2 fick lika röstetal vid gränsen för att gå in. Experterna röstade igen om bara dem, i en särskiljande omröstning: 1 av 5 röstade.',
    )
  })
})

describe('a ballot that cannot be taken', () => {
  test('comes back with everything filled in, what is wrong named, and without saying whose it is', async () => {
    const built = await anOpenVote().build()
    const { expert, box } = await withBallot(built)
    const { name } = built.experts[0] ?? {}
    const answer = await expert.post(`/vote/${box}`, { 'item-1': 'yes', 'item-2': 'maybe', 'item-9': 'yes' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Valsedeln är inte inlämnad än')
    expect(answer.text).toContain('Förslagets lydelse 2: välj ett av svaren som står på valsedeln.')
    expect(answer.text).toContain('Valsedeln hade ett förslag som inte är med i omröstningen.')
    expect(answer.html).toMatch(/name="item-1" value="yes" checked/)
    expect(answer.text).not.toContain(name)
    expect(await yesOf(built)).toEqual({})
  })

  test('that votes twice on an item is refused', async () => {
    const built = await anOpenVote().build()
    const { expert, box } = await withBallot(built)
    const twice = await expert.post(`/vote/${box}`, { 'item-1': ['yes', 'no'] })
    expect(twice.status).toBe(422)
    expect(twice.text).toContain('Förslagets lydelse 1: välj bara ett svar.')
  })

  test('tells a script the same by name', async () => {
    const built = await anOpenVote().build()
    const { expert, box } = await withBallot(built)
    const wrong = await asScript(expert, box, 'item-1=maybe')
    expect(wrong.statusCode).toBe(422)
    expect(wrong.json()).toEqual({
      error: 'ballot-wrong',
      problems: [{ problem: 'choice-not-allowed', item: 1 }],
    })
    expect((await asScript(expert, box, 'item-1=yes')).json()).toMatchObject({ status: 'received' })
    await built.close(1)
    const late = await asScript(expert, box, 'item-1=no')
    expect(late.statusCode).toBe(409)
    expect(late.json()).toEqual({ error: 'box-closed' })
  })

  test('is too late after the close, also when it was in before, and changes nothing', async () => {
    const built = await anOpenVote().build()
    const { expert, box } = await withBallot(built)
    await expert.post(`/vote/${box}`, all)
    expect(await yesOf(built)).toEqual({ 1: 1 })
    const late = await expert.post(`/vote/${box}`, { ...all, 'item-2': 'yes' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Omröstningen är stängd')
    expect((await expert.post(`/vote/${box}`, { 'item-1': 'maybe' })).status).toBe(409)
  })
})

describe('the right to vote', () => {
  test('is one for each expert: a second phone is told where the first one is', async () => {
    const built = await anOpenVote().build()
    const { expert, box } = await withBallot(built)
    const session = expert.cookies.get('session') ?? ''
    const second = program.visitor()
    second.cookies.set('session', session)
    await second.get('/take-part/vote')
    const refused = await second.post('/take-part/vote/right', { box })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Din valsedel är hämtad på en annan telefon eller dator')
    expect((await second.post(`/vote/${box}`, all)).status).toBe(403)
  })

  test('is not given to who had declined, nor to experts of another conference', async () => {
    const built = await aConference(program).withItems(3).withExperts(5).build()
    const declined = await built.enter(built.experts[0])
    await declined.post('/take-part/answer', { answer: 'declined' })
    await built.open(1)
    const box = await built.openBox()
    const elsewhere = await anOpenVote().build()
    const foreign = await elsewhere.enter(elsewhere.experts[0])
    for (const visitor of [declined, foreign]) {
      await visitor.get('/take-part/vote')
      visitor.cookies.set(`nonce-${box}`, Buffer.alloc(32, 7).toString('base64url'))
      const refused = await visitor.post('/take-part/vote/right', { box })
      expect(refused.status).toBe(409)
      expect(refused.text).toContain('Du har ingen valsedel i den här omröstningen')
    }
  })

  test('counts in its own box only, as it was signed', async () => {
    const [one, other] = [await anOpenVote().build(), await anOpenVote().build()]
    const { expert, box } = await withBallot(one)
    const otherBox = await other.openBox()
    const right = expert.cookies.get(`right-${box}`) ?? ''
    const send = async (token: string, to: string, marks: Record<string, string> = all) => {
      const visitor = program.visitor()
      visitor.cookies.set(`right-${to}`, token)
      return visitor.post(`/vote/${to}`, marks)
    }
    const [nonce = '', signature = '', stratum = ''] = right.split('.')
    const tampered = [
      `${nonce}.${signature}.${Buffer.from('Chef').toString('base64url')}`,
      `${Buffer.alloc(32, 1).toString('base64url')}.${signature}.${stratum}`,
      `${nonce}.${Buffer.alloc(32, 1).toString('base64url')}.${stratum}`,
      nonce,
      '...',
      'x'.repeat(3000),
    ]
    for (const token of tampered) {
      expect((await send(token, box)).status).toBe(403)
      // Nor does it show the ballot to whoever has no right.
      const looked = await send(token, box, { 'item-1': 'wrong' })
      expect(looked.status).toBe(403)
      expect(looked.text).not.toContain('Förslagets lydelse')
    }
    expect((await send(right, otherBox)).status).toBe(403)
    expect((await program.visitor().post(`/vote/${box}`, all)).status).toBe(403)
    expect(await yesOf(one)).toEqual({})
    expect(await yesOf(other)).toEqual({})
  })

  test('is all that a ballot needs: it is taken without a session, and leaves none', async () => {
    const built = await anOpenVote().build()
    const { expert, box } = await withBallot(built)
    const nobody = program.visitor()
    nobody.cookies.set(`right-${box}`, expert.cookies.get(`right-${box}`) ?? '')
    expect((await nobody.post(`/vote/${box}`, all)).status).toBe(303)
    expect(nobody.cookies.has('session')).toBe(false)
    expect(await yesOf(built)).toEqual({ 1: 1 })
  })

  test('does not help a page of somebody else’s to vote', async () => {
    const built = await anOpenVote().build()
    const { expert, box } = await withBallot(built)
    expect((await asScript(expert, box, 'item-1=yes', 'https://elsewhere.example')).statusCode).toBe(403)
    expect(await yesOf(built)).toEqual({})
  })

  test('of an unknown box is nothing, and a box must be named as one', async () => {
    const visitor = program.visitor()
    const unknown = '11111111-1111-4111-8111-111111111111'
    visitor.cookies.set(`right-${unknown}`, 'a.b.c')
    expect((await visitor.post(`/vote/${unknown}`, all)).status).toBe(404)
    expect((await visitor.post('/vote/x', all)).status).toBe(400)
  })

  test('does not let a ballot grow without end', async () => {
    const built = await anOpenVote().build()
    const { expert, box } = await withBallot(built)
    const items = (count: number) =>
      Array.from({ length: count }, (_, place) => `item-${place + 1}=yes`).join('&')
    expect((await asScript(expert, box, items(10_000))).statusCode).toBe(413)
    const many = await asScript(expert, box, items(2_000))
    expect(many.statusCode).toBe(422)
    expect(many.json().problems.length).toBeLessThanOrEqual(100)
    expect(await yesOf(built)).toEqual({})
  })
})

describe('what can be known of a vote', () => {
  test('has no voter beside a ballot: not in the log, the audit, nor in what the intake may read', async () => {
    const built = await anOpenVote().build()
    const { expert, box } = await withBallot(built)
    const before = program.log.length
    await expert.post(`/vote/${box}`, all)
    expect(program.log.slice(before)).toEqual([])
    const intake = { room: 'ballot_box', id: null, associations: [] } as const
    const { database } = program.test
    for (const table of [
      'conference.expert',
      'conference.preparation',
      'conference.seat',
      'platform.session',
    ] as const)
      await expect(
        database.read(intake, db => db.selectFrom(table).selectAll().limit(1).execute()),
      ).rejects.toThrow('permission denied')
  })

  test('is live without anything personal, and follows', async () => {
    const built = await anOpenVote().build()
    const box = await built.openBox()
    const expert = await built.enter(built.experts[0])
    const address = await program.program.listen()
    const stop = new AbortController()
    const stream = await fetch(`${address}/take-part/events`, {
      headers: { cookie: `session=${expert.cookies.get('session')}` },
      signal: stop.signal,
    })
    const messages = messagesOf(stream)
    const first = (await messages.next()).value
    expect(first).toMatchObject({ phase: 'during', vote: { boxId: box, round: 1, runOff: false } })
    expect(JSON.stringify(first)).not.toContain('Expert')
    await built.close(1)
    expect((await messages.next()).value).toMatchObject({ vote: null, counting: 1 })
    stop.abort()
  })
})

/** The messages of server-sent events, as they come. */
async function* messagesOf(answer: Response): AsyncGenerator<unknown> {
  let text = ''
  for await (const part of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += part
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const event = text.slice(0, end)
      text = text.slice(end + 2)
      const [, message] = /^data: (\{.*)$/m.exec(event) ?? []
      if (message) yield JSON.parse(message)
    }
  }
}
