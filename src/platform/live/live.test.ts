import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aDatabase, silentLog, type TestDatabase } from '../../../tests/support/test-database.ts'
import type { DatabaseActor } from '../database/actor.ts'
import { announce, type Live, openLive, type Render } from './live.ts'

const system: DatabaseActor = { room: 'system', id: null, associations: [] }

let database: TestDatabase
let live: Live
beforeAll(async () => {
  database = await aDatabase()
  live = await openLive(database.appUrl, silentLog)
})
afterAll(async () => {
  await live.close()
  await database.remove()
})

const say = (topic: string) => database.database.write(system, trx => announce(trx, topic))

/** A listener that keeps what it hears. */
function listenTo(view: string, render: Render) {
  const heard: string[] = []
  const leave = live.subscribe(view, render, { send: message => heard.push(message), end: () => {} })
  return { heard, leave }
}

describe('a live view', () => {
  test('is sent at once, and again when something that it was made from has changed', async () => {
    let state = 'open'
    const { heard, leave } = listenTo('one', async () => ({ topics: ['round'], message: state }))
    await vi.waitFor(() => expect(heard).toEqual(['open']))
    state = 'closed'
    await say('round')
    await vi.waitFor(() => expect(heard).toEqual(['open', 'closed']))
    leave()
  })

  test('follows several topics, and another one as soon as its message depends on it', async () => {
    let box: string | undefined
    let votes = 0
    const { heard, leave } = listenTo('two', async () => ({
      topics: ['conference', ...(box ? [box] : [])],
      message: `${box} ${votes}`,
    }))
    await vi.waitFor(() => expect(heard).toHaveLength(1))
    box = 'box-7'
    await say('conference')
    await vi.waitFor(() => expect(heard.at(-1)).toBe('box-7 0'))
    votes = 3
    await say('box-7')
    await vi.waitFor(() => expect(heard.at(-1)).toBe('box-7 3'))
    leave()
  })

  test('misses nothing that is announced on a new topic while its message is being made', async () => {
    let votes = 0
    let rendered = 0
    const { heard, leave } = listenTo('three', async () => {
      const message = `${votes} votes`
      if (rendered++ === 0) {
        votes = 1
        await say('box-8')
        // Long enough for the announcement to come back from the database before this view follows the topic.
        await new Promise(resolve => setTimeout(resolve, 50))
      }
      return { topics: ['box-8'], message }
    })
    await vi.waitFor(() => expect(heard).toEqual(['0 votes', '1 votes']))
    leave()
  })

  test('is made once for all who listen, and who comes later gets it without it being made again', async () => {
    let made = 0
    const render: Render = async () => ({ topics: ['hall'], message: `made ${++made > 0}` })
    const listeners = Array.from({ length: 50 }, () => listenTo('four', render))
    await vi.waitFor(() => expect(listeners.every(one => one.heard.length === 1)).toBe(true))
    const before = made
    const late = listenTo('four', render)
    expect(late.heard).toEqual(['made true'])
    expect(made).toBe(before)
    expect(made).toBeLessThanOrEqual(2)
    for (const one of [...listeners, late]) one.leave()
  })

  test('is not sent again when the announcement changed nothing in it', async () => {
    let made = 0
    const { heard, leave } = listenTo('five', async () => {
      made++
      return { topics: ['same'], message: 'same' }
    })
    await vi.waitFor(() => expect(made).toBe(2))
    await say('same')
    await vi.waitFor(() => expect(made).toBe(3))
    expect(heard).toEqual(['same'])
    leave()
  })

  test('is sent after the commit and not before, and not at all when nothing was committed', async () => {
    let made = 0
    const { leave } = listenTo('six', async () => ({ topics: ['commit'], message: String(++made) }))
    await vi.waitFor(() => expect(made).toBe(2))
    await database.database.write(system, async trx => {
      await announce(trx, 'commit')
      await new Promise(resolve => setTimeout(resolve, 100))
      expect(made).toBe(2)
    })
    await vi.waitFor(() => expect(made).toBe(3))
    await database.database
      .write(system, async trx => {
        await announce(trx, 'commit')
        throw new Error('not committed')
      })
      .catch(() => {})
    await new Promise(resolve => setTimeout(resolve, 100))
    expect(made).toBe(3)
    leave()
  })

  test('whose making fails keeps what it showed, and comes back with the next announcement', async () => {
    let broken = false
    let state = 'first'
    const { heard, leave } = listenTo('seven', async () => {
      if (broken) throw new Error('no database')
      return { topics: ['fails'], message: state }
    })
    await vi.waitFor(() => expect(heard).toEqual(['first']))
    broken = true
    await say('fails')
    broken = false
    state = 'second'
    await vi.waitFor(async () => {
      await say('fails')
      expect(heard).toEqual(['first', 'second'])
    })
    leave()
  })

  test('that nobody listens to any more is forgotten', async () => {
    const before = live.listeners()
    const { leave } = listenTo('eight', async () => ({ topics: ['gone'], message: 'x' }))
    expect(live.listeners()).toBe(before + 1)
    leave()
    expect(live.listeners()).toBe(before)
  })
})
