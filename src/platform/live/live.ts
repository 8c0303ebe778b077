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
export type Render = () => Promise<string>

export interface Live {
  /**
   * Sends the message now and each time `topic` is announced.
   * @param view which message about the topic: those who subscribe to the same view get the same text
   * @returns ends the subscription
   */
  subscribe(topic: string, view: string, render: Render, receiver: Receiver): () => void
  listeners(): number
  close(): Promise<void>
}

interface View {
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
  const topics = new Map<string, Map<string, View>>()

  async function refresh(view: View) {
    if (view.rendering) {
      view.again = true
      return
    }
    view.rendering = true
    try {
      do {
        view.again = false
        const message = await view.render()
        if (message !== view.last) {
          view.last = message
          for (const receiver of view.receivers) receiver.send(message)
        }
        if (view.again) await new Promise(resolve => setTimeout(resolve, calmMs))
      } while (view.again)
    } catch (error) {
      // The pages keep what they show; the next announcement tries again.
      log.error({ error: (error as Error).message }, 'a live message could not be made')
    } finally {
      view.rendering = false
    }
  }

  const listener: Listener = await listen(
    url,
    liveChannel,
    log,
    topic => {
      for (const view of topics.get(topic)?.values() ?? []) void refresh(view)
    },
    // What was announced while nobody listened is fetched for all.
    () => {
      for (const view of all()) void refresh(view)
    },
  )

  const all = () => [...topics.values()].flatMap(views => [...views.values()])

  return {
    subscribe(topic, name, render, receiver) {
      const views = topics.get(topic) ?? new Map<string, View>()
      topics.set(topic, views)
      const view: View = views.get(name) ?? {
        receivers: new Set(),
        render,
        last: undefined,
        rendering: false,
        again: false,
      }
      views.set(name, view)
      view.receivers.add(receiver)
      // A view that somebody has already is up to date; a new one is made now.
      if (view.last !== undefined) receiver.send(view.last)
      else void refresh(view)
      return () => {
        view.receivers.delete(receiver)
        if (view.receivers.size > 0) return
        views.delete(name)
        if (views.size === 0) topics.delete(topic)
      }
    },
    listeners: () => all().reduce((sum, view) => sum + view.receivers.size, 0),
    async close() {
      await listener.close()
      for (const view of all()) for (const receiver of view.receivers) receiver.end()
      topics.clear()
    },
  }
}
