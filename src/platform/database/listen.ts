import pg from 'pg'
import type { Log } from './database.ts'

export interface Listener {
  close(): Promise<void>
}

const firstPauseMs = 100
const longestPauseMs = 5_000

/**
 * Hears what any process on this database notifies on `channel`. Reconnects by itself; `onReconnect` tells
 * that messages may have been missed.
 */
export async function listen(
  url: string,
  channel: string,
  log: Log,
  heard: (payload: string) => void,
  onReconnect: () => void,
): Promise<Listener> {
  let closed = false
  let client: pg.Client | undefined
  let pause = firstPauseMs
  let retry: NodeJS.Timeout | undefined

  async function connect() {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: 'mellanrum listen',
      keepAlive: true,
    })
    fresh.on('notification', message => heard(message.payload ?? ''))
    fresh.on('error', error => log.warn({ error: error.message }, 'the listening connection broke'))
    fresh.on('end', () => {
      if (!closed && client === fresh) schedule()
    })
    client = fresh
    await fresh.connect()
    await fresh.query(`listen ${pg.escapeIdentifier(channel)}`)
    pause = firstPauseMs
  }

  function schedule() {
    retry = setTimeout(() => {
      connect().then(onReconnect, error => {
        log.warn({ error: error.message }, 'listening again failed')
        pause = Math.min(pause * 2, longestPauseMs)
        if (!closed) schedule()
      })
    }, pause)
  }

  await connect()
  return {
    async close() {
      closed = true
      clearTimeout(retry)
      await client?.end()
    },
  }
}
