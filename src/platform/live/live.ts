import { sql } from 'kysely'
import type { Log } from '../database/database.ts'
import { type Listener, listen } from '../database/listen.ts'
import type { Transaction } from '../database/tables.ts'

const liveChannel = 'mellanrum_live'

/** Tells everybody who listens to `topic`, in every process, after the commit and not before. */
export async function announce(trx: Transaction, topic: string): Promise<void> {
  await sql`select pg_notify(${liveChannel}, ${topic})`.execute(trx)
}

/** Where a rendered message goes: one open connection of one browser. */
export interface Receiver {
  send(message: string): void
  end(): void
}

/** A message as it is now, and what it was made from: it is made again when one of `topics` is announced. */
export interface Made {
  readonly topics: readonly string[]
  readonly message: string
}

/** Makes the message of a view. Called once for all who listen, however many they are. */
export type Render = () => Promise<Made>

export interface Live {
  /**
   * Sends the view's message now, and each time it has changed after one of its topics was announced.
   * @param view names the message, for the whole program: those who subscribe to the same view get the same text
   * @returns ends the subscription
   */
  subscribe(view: string, render: Render, receiver: Receiver): () => void
  listeners(): number
  close(): Promise<void>
}

interface View {
  readonly receivers: Set<Receiver>
  readonly render: Render
  topics: ReadonlySet<string>
  last: string | undefined
  rendering: boolean
  again: boolean
}

/** Announcements that come closer than this become one message: turnout while a thousand vote. */
const calmMs = 50

/**
 * Live messages to browsers. A view is rendered once when one of its topics is announced, and the same text goes to all.
 * @param url the address that listens
 */
export async function openLive(url: string, log: Log): Promise<Live> {
  const views = new Map<string, View>()

  async function refresh(view: View) {
    if (view.rendering) {
      view.again = true
      return
    }
    view.rendering = true
    try {
      do {
        view.again = false
        const { topics, message } = await view.render()
        // What was announced on a new topic while the message was made went unheard: it is made once more.
        const followsMore = topics.some(topic => !view.topics.has(topic))
        view.topics = new Set(topics)
        if (message !== view.last) {
          view.last = message
          for (const receiver of view.receivers) receiver.send(message)
        }
        if (followsMore) view.again = true
        else if (view.again) await new Promise(resolve => setTimeout(resolve, calmMs))
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
      for (const view of views.values()) if (view.topics.has(topic)) void refresh(view)
    },
    // What was announced while nobody listened is fetched for all.
    () => {
      for (const view of views.values()) void refresh(view)
    },
  )

  return {
    subscribe(name, render, receiver) {
      const view: View = views.get(name) ?? {
        receivers: new Set(),
        render,
        topics: new Set(),
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
        if (view.receivers.size === 0 && views.get(name) === view) views.delete(name)
      }
    },
    listeners: () => [...views.values()].reduce((sum, view) => sum + view.receivers.size, 0),
    async close() {
      await listener.close()
      for (const view of views.values()) for (const receiver of view.receivers) receiver.end()
      views.clear()
    },
  }
}
