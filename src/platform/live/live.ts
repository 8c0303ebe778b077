import { sql } from 'kysely'
import type { Log } from '../database/database.ts'
import { type Listener, listen } from '../database/listen.ts'
import type { Transaction } from '../database/tables.ts'

export const liveChannel = 'mellanrum_live'

/** Tells everybody who listens to `topic`, in every process, after the commit and not before. */
export async function announce(trx: Transaction, topic: string): Promise<void> {
  await sql`select pg_notify(${liveChannel}, ${topic})`.execute(trx)
}

/** Where a rendered message goes: one open connection of one browser. */
export interface Receiver {
  send(message: string): void
  end(): void
}

/** Makes the message of a topic as it is now. Called once for all who listen, however many they are. */
export type Render = (topic: string) => Promise<string>

export interface Live {
  /** Sends the message of `topic` now and each time the topic is announced. @returns ends the subscription */
  subscribe(topic: string, render: Render, receiver: Receiver): () => void
  listeners(): number
  close(): Promise<void>
}

interface Topic {
  readonly receivers: Set<Receiver>
  readonly render: Render
  last: string | undefined
  rendering: boolean
  again: boolean
}

/** Announcements that come closer than this become one message: turnout while a thousand vote. */
const calmMs = 50

/**
 * Live messages to browsers. A topic is rendered once when it is announced, and the same text goes to all.
 * @param url the address that listens
 */
export async function openLive(url: string, log: Log): Promise<Live> {
  const topics = new Map<string, Topic>()

  async function refresh(name: string, topic: Topic) {
    if (topic.rendering) {
      topic.again = true
      return
    }
    topic.rendering = true
    try {
      do {
        topic.again = false
        const message = await topic.render(name)
        if (message !== topic.last) {
          topic.last = message
          for (const receiver of topic.receivers) receiver.send(message)
        }
        if (topic.again) await new Promise(resolve => setTimeout(resolve, calmMs))
      } while (topic.again)
    } catch (error) {
      // The pages keep what they show; the next announcement tries again.
      log.error({ error: (error as Error).message }, 'a live message could not be made')
    } finally {
      topic.rendering = false
    }
  }

  const listener: Listener = await listen(
    url,
    liveChannel,
    log,
    name => {
      const topic = topics.get(name)
      if (topic) void refresh(name, topic)
    },
    // What was announced while nobody listened is fetched for all.
    () => {
      for (const [name, topic] of topics) void refresh(name, topic)
    },
  )

  return {
    subscribe(name, render, receiver) {
      const topic = topics.get(name) ?? {
        receivers: new Set<Receiver>(),
        render,
        last: undefined,
        rendering: false,
        again: false,
      }
      topics.set(name, topic)
      topic.receivers.add(receiver)
      if (topic.last !== undefined && !topic.rendering) receiver.send(topic.last)
      // A topic that somebody listens to already is up to date; a new one is made now.
      if (topic.last === undefined) void refresh(name, topic)
      return () => {
        topic.receivers.delete(receiver)
        if (topic.receivers.size === 0) topics.delete(name)
      }
    },
    listeners: () => [...topics.values()].reduce((sum, topic) => sum + topic.receivers.size, 0),
    async close() {
      await listener.close()
      for (const topic of topics.values()) for (const receiver of topic.receivers) receiver.end()
      topics.clear()
    },
  }
}
