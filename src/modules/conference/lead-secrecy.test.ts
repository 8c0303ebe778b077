import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EventStream, listenTo } from '../../../tests/support/event-stream.ts'
import { aProgram, type TestProgram, type Visitor } from '../../../tests/support/test-program.ts'
import { aConference } from './builders.ts'

let program: TestProgram
let address: string
beforeAll(async () => {
  program = await aProgram()
  address = await program.program.listen()
})
afterAll(() => program.close())

/** A closed round in which item 1 is in and item 2 is out, and who might want to know before it is published. */
async function aClosedRound() {
  const built = await aConference(program)
    .withItems([{ wording: 'Det som gick in' }, { wording: 'Det som föll ut' }])
    .withExperts(5)
    .open(1)
    .voted(() => ({ 1: 'yes', 2: 'no' }))
    .close(1)
    .build()
  const stranger = await aConference(program).build()
  const others: Record<string, Visitor> = {
    'the secretary': await program.as('secretary'),
    'an expert of the conference': await built.enter(built.experts[0]),
    'an expert of another conference': await stranger.enter(stranger.experts[0]),
    'a visitor': program.visitor(),
    'another association': await program.as('other-manager'),
    'a case worker': await program.as('case-worker'),
  }
  return { ...built, others, round: `/conferences/${built.id}/rounds/1` }
}

describe('before it is published, a result is seen by nobody but those who lead:', () => {
  test('not on its page, in its table, or under other limits', async () => {
    const { leader, others, round } = await aClosedRound()
    for (const path of [round, `${round}?format=csv`, `${round}/what-if`]) {
      expect((await leader.get(path)).status, path).toBe(200)
      for (const [who, visitor] of Object.entries(others))
        expect((await visitor.get(path)).status, `${who}: ${path}`).toBe(404)
    }
  })

  test('not over the API, for those who lead either', async () => {
    const { leader, others, round } = await aClosedRound()
    for (const [who, visitor] of Object.entries({ leader, ...others }))
      expect((await visitor.get(`/api${round}`)).status, who).toBe(404)
  })

  test('not on the console, the projector or in their events', async () => {
    const { id, others } = await aClosedRound()
    const base = `/conferences/${id}`
    for (const [who, visitor] of Object.entries(others)) {
      expect((await visitor.get(`${base}/lead`)).status, who).toBe(403)
      const events = await listenTo(address, `${base}/events/console`, visitor)
      expect(events.status, who).toBe(403)
      events.close()
      const screen = await visitor.get(`${base}/projector`)
      expect(screen.text).not.toMatch(/Det som|Går in|Faller bort/)
    }
  })

  test('not on the projector, which the secretary may follow and the leader shows', async () => {
    const { id, leader, others } = await aClosedRound()
    for (const visitor of [leader, others['the secretary']]) {
      if (!visitor) throw new Error('no secretary')
      const screen = await visitor.get(`/conferences/${id}/projector`)
      expect(screen.text).toContain('Omröstningen är stängd')
      expect(screen.text).not.toMatch(/Det som|Går in|Faller bort/)
      const events = await listenTo(address, `/conferences/${id}/events/projector`, visitor)
      await heard(events)
      expect(JSON.stringify(events.messages)).not.toMatch(/Det som|accepted/)
      events.close()
    }
  })
})

test('a published result is seen by its experts and the staff, and over the API; by others when the conference is public', async () => {
  const { leader, others, round, publish } = await aClosedRound()
  await publish(1)
  const seen = ['the secretary', 'an expert of the conference']
  for (const [who, visitor] of Object.entries({ 'the leader': leader, ...others })) {
    const expected = who === 'the leader' || seen.includes(who) ? 200 : 404
    for (const path of [round, `${round}?format=csv`, `${round}/what-if`, `/api${round}`])
      expect((await visitor.get(path)).status, `${who}: ${path}`).toBe(expected)
  }
  const json = (await leader.get(`/api${round}`)).json()
  expect(json).toMatchObject({
    turnout: { entitled: 5, taken: 5, voted: 5 },
    items: [
      { item: 1, outcome: 'accepted', yes: 5, share: { yes: 5, of: 5 } },
      { item: 2, outcome: 'dropped', no: 5 },
    ],
  })
})

describe('a conference is led by nobody but those who lead it:', () => {
  const steps = ['open', 'close', 'publish', 'settle', 'close-run-off', 'deviate', 'reissue']

  test('no form does anything for others', async () => {
    const { others, round, rounds } = await aClosedRound()
    const before = await rounds()
    for (const [who, visitor] of Object.entries(others)) {
      for (const step of steps)
        expect((await visitor.post(`${round}/${step}`)).status, `${who}: ${step}`).toBe(403)
      for (const page of ['deviate', 'reissue'])
        expect((await visitor.get(`${round}/${page}`)).status, `${who}: ${page}`).toBe(403)
    }
    expect(await rounds()).toEqual(before)
  })

  test('nor the API', async () => {
    const { others, round } = await aClosedRound()
    for (const [who, visitor] of Object.entries(others)) {
      for (const step of ['close', 'publish'])
        expect((await visitor.post(`/api${round}/${step}`)).status, `${who}: ${step}`).toBe(403)
    }
  })

  test('and a conference that is not there looks the same as one that one may not lead', async () => {
    const secretary = await program.as('secretary')
    const nowhere = '/conferences/00000000-0000-4000-8000-000000000000/lead'
    expect((await secretary.get(nowhere)).status).toBe(403)
  })
})

test('the same steps over the API, with the refusal’s name and sentence', async () => {
  const { id, leader, rounds } = await aConference(program).build()
  const round = `/api/conferences/${id}/rounds/1`
  const refused = await leader.post(`${round}/close`)
  expect(refused.status).toBe(409)
  expect(refused.json()).toMatchObject({
    error: 'round-not-open',
    sentence: expect.stringContaining('inte öppen'),
  })
  const { ruleHash } = await import('./rules/rounds/rule-hash.ts')
  const [stored] = await rounds()
  const opened = await program.program.app.inject({
    method: 'POST',
    url: `${round}/open`,
    headers: {
      host: 'mellanrum.test',
      origin: 'http://mellanrum.test',
      cookie: [...leader.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
    payload: { shownHash: stored ? ruleHash(stored.round.rule) : '' },
  })
  expect(opened.json()).toEqual({ state: 'open' })
  expect((await leader.post(`${round}/close`)).json()).toEqual({ state: 'closed' })
  expect((await leader.post(`${round}/publish`)).json()).toEqual({ state: 'published' })
})

async function heard(events: EventStream) {
  const end = Date.now() + 5_000
  while (events.messages.length === 0 && Date.now() < end) await new Promise(done => setTimeout(done, 20))
  expect(events.messages.length).toBeGreaterThan(0)
}
