import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type EventStream, listenTo } from '../../../tests/support/event-stream.ts'
import { aProgram, type TestProgram } from '../../../tests/support/test-program.ts'
import { newNonce } from '../../platform/anonymous/right.ts'
import { aConference } from './builders.ts'
import { closeRound } from './commands/close-round.ts'
import type { ConsoleModel, ProjectorModel } from './rules/lead-model.ts'

let program: TestProgram
let address: string
const streams: EventStream[] = []
/** Addresses of the letters that a real mail server was given. */
const letters: string[] = []
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    stream.resume().on('end', () => {
      letters.push(session.envelope.rcptTo[0]?.address ?? '')
      done()
    })
  },
})
beforeAll(async () => {
  await new Promise<void>(listening => mailServer.listen(0, '127.0.0.1', listening))
  const { port } = mailServer.server.address() as AddressInfo
  program = await aProgram({ MAIL_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'konferens@example.se' })
  address = await program.program.listen()
})
afterAll(async () => {
  for (const stream of streams) stream.close()
  await program.close()
  await new Promise<void>(closed => mailServer.close(() => closed()))
})

async function listen(at: string, path: string, visitor: Parameters<typeof listenTo>[2]) {
  const stream = await listenTo(at, path, visitor)
  streams.push(stream)
  return stream
}
const current = (stream: EventStream) => (stream.messages.at(-1) as ConsoleModel | undefined)?.current
const scene = (stream: EventStream) => (stream.messages.at(-1) as ProjectorModel | undefined)?.scene

describe('the console’s and the projector’s events', () => {
  test('follow the turnout and each step by themselves', async () => {
    const built = await aConference(program).withExperts(3).build()
    const base = `/conferences/${built.id}/events`
    const console = await listen(address, `${base}/console`, built.leader)
    const projector = await listen(address, `${base}/projector`, built.leader)
    await vi.waitFor(() => expect(scene(projector)).toMatchObject({ shows: 'welcome', round: 1 }))

    await built.open(1)
    await vi.waitFor(() => expect(current(console)).toMatchObject({ state: 'open' }))
    await built.vote(built.experts[0], { 1: 'yes' })
    await vi.waitFor(() =>
      expect(current(console)).toMatchObject({ turnout: { entitled: 3, taken: 1, voted: 1 } }),
    )
    await vi.waitFor(() => expect(scene(projector)).toMatchObject({ shows: 'voting', turnout: { voted: 1 } }))

    await built.close(1)
    await vi.waitFor(() => expect(current(console)).toMatchObject({ state: 'closed' }))
    await vi.waitFor(() => expect(scene(projector)).toMatchObject({ shows: 'counting' }))
    await built.publish(1)
    await vi.waitFor(() => expect(scene(projector)).toMatchObject({ shows: 'result', round: 1 }))
  })

  test('follow how many have answered the evaluation, until it is closed', async () => {
    const built = await aConference(program).withExperts(3).build()
    const boxId = await built.evaluate()
    const events = await listen(address, `/conferences/${built.id}/events/evaluation`, built.leader)
    const now = () => events.messages.at(-1)
    await vi.waitFor(() => expect(now()).toMatchObject({ isOpen: true, answered: 0, entitled: 3 }))
    const { boxes } = program.program
    const holder = { room: 'public', id: built.experts[0]?.id ?? null, associations: [] } as const
    const right = await boxes.take(holder, boxId, newNonce())
    if (!right.ok) throw new Error(right.refusal)
    expect((await boxes.handIn(boxId, right.value, { heard: 'poor', comment: '' })).ok).toBe(true)
    await vi.waitFor(() => expect(now()).toMatchObject({ isOpen: true, answered: 1 }))
    expect(JSON.stringify(events.messages)).not.toContain('poor')
    await built.leader.post(`/conferences/${built.id}/evaluation/close`)
    await vi.waitFor(() => expect(now()).toMatchObject({ isOpen: false, answered: 1 }))
  })

  test('come after the commit and not before, and not at all when it fails', async () => {
    const built = await aConference(program).open(1).build()
    const console = await listen(address, `/conferences/${built.id}/events/console`, built.leader)
    await vi.waitFor(() => expect(current(console)).toMatchObject({ state: 'open' }))
    const { boxes } = program.program
    const close = (after: () => Promise<unknown>) =>
      built.write(async (trx, actor) => {
        await closeRound(trx, actor, boxes, { conferenceId: built.id, number: 1 })
        await after()
      })
    await close(() => Promise.reject(new Error('no'))).catch(() => {})
    await new Promise(done => setTimeout(done, 150))
    expect(current(console)).toMatchObject({ state: 'open' })
    await close(async () => {
      await new Promise(done => setTimeout(done, 150))
      expect(current(console)).toMatchObject({ state: 'open' })
    })
    await vi.waitFor(() => expect(current(console)).toMatchObject({ state: 'closed' }))
  })

  test('say how many, and never who', async () => {
    const built = await aConference(program)
      .withExperts([{ name: 'Röstande Rut' }, { name: 'Väntande Vera' }])
      .open(1)
      .build()
    const console = await listen(address, `/conferences/${built.id}/events/console`, built.leader)
    await built.vote(built.experts[0], { 1: 'yes' })
    await vi.waitFor(() => expect(current(console)).toMatchObject({ turnout: { voted: 1 } }))
    const said = JSON.stringify(console.messages)
    for (const { name, id } of built.experts) {
      expect(said).not.toContain(name)
      expect(said).not.toContain(id)
    }
  })
})

describe('two processes on one database', () => {
  let second: TestProgram
  let elsewhere: string
  beforeAll(async () => {
    second = await program.another()
    elsewhere = await second.program.listen()
  })
  afterAll(() => second.close())

  test('serve the same conference: opened in one, voted in both, closed in the other, seen in both', async () => {
    const built = await aConference(program).withExperts(6).build()
    const { id, leader, experts } = built
    // A session from the first works in the second.
    const leaderThere = second.visitor()
    for (const [name, value] of leader.cookies) leaderThere.cookies.set(name, value)
    const here = await listen(address, `/conferences/${id}/events/console`, leader)
    const there = await listen(elsewhere, `/conferences/${id}/events/console`, leaderThere)
    const screen = await listen(elsewhere, `/conferences/${id}/events/projector`, leaderThere)

    const { html } = await leader.get(`/conferences/${id}/lead`)
    const shownHash = html.match(/name="shownHash" value="([0-9a-f]{64})"/)?.[1] ?? ''
    expect((await leader.post(`/conferences/${id}/rounds/1/open`, { shownHash })).status).toBe(303)
    await vi.waitFor(() => expect(current(there)).toMatchObject({ state: 'open' }))

    const boxId = await built.openBox()
    await Promise.all(
      experts.map(async (expert, place) => {
        const { boxes } = (place % 2 ? program : second).program
        const holder = { room: 'public', id: expert.id, associations: [] } as const
        const right = await boxes.take(holder, boxId, newNonce())
        if (!right.ok) throw new Error(right.refusal)
        const kept = await boxes.handIn(boxId, right.value, [{ item: 1, choice: 'yes' }])
        expect(kept.ok).toBe(true)
      }),
    )
    for (const console of [here, there])
      await vi.waitFor(() => expect(current(console)).toMatchObject({ turnout: { voted: 6 } }))
    await vi.waitFor(() => expect(scene(screen)).toMatchObject({ shows: 'voting', turnout: { voted: 6 } }))
    expect((await leaderThere.get(`/conferences/${id}/lead`)).text).toContain('6 av 6 har röstat')

    const closed = await leaderThere.post(`/conferences/${id}/rounds/1/close`)
    expect(closed.status).toBe(303)
    await vi.waitFor(() => expect(current(here)).toMatchObject({ state: 'closed', turnout: { voted: 6 } }))
    const again = await leader.post(`/conferences/${id}/rounds/1/close`)
    expect(again.status).toBe(409)

    await leader.post(`/conferences/${id}/rounds/1/publish`)
    await vi.waitFor(() => expect(scene(screen)).toMatchObject({ shows: 'result' }))
    expect((await leaderThere.get(`/conferences/${id}/rounds/1`)).text).toContain('6 av 6 experter röstade')
  })

  test('do each job once', async () => {
    const built = await aConference(program).withExperts(8).build()
    const addresses = built.experts.map(expert => `expert-${expert.number}@example.se`)
    await built.write(async trx => {
      for (const [place, expert] of built.experts.entries()) {
        await trx
          .updateTable('conference.expert')
          .set({ email: addresses[place] ?? '', invited_at: null })
          .where('id', '=', expert.id)
          .execute()
      }
    })
    expect((await built.leader.post(`/conferences/${built.id}/experts/invite`)).status).toBe(303)
    await vi.waitFor(() => expect(letters.length).toBeGreaterThanOrEqual(8), 20_000)
    // Both ask for work each second: a job that both had would be done by now.
    await new Promise(done => setTimeout(done, 2_500))
    expect(letters.toSorted()).toEqual(addresses.toSorted())
  })
})
