/**
 * An audience that follows live pages (server-sent events) and waits for something to be shown. In a thread of its own,
 * which also sends the request that shows it: so one clock measures both.
 */
import { once } from 'node:events'
import { connect } from 'node:net'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { inTurns } from '../../tests/support/hall.ts'
import { openConnection, requestOf, type Site } from './http-connection.ts'

/** One page that follows. */
export interface Seat {
  readonly path: string
  readonly cookie: string
  /** What its message says when it shows what is waited for, and not before. */
  readonly sign: string
}

export interface AudienceFigures {
  readonly status: number
  /** When the one who showed it had an answer, counted from sending the request. */
  readonly answeredMs: number
  /** When each had the whole message, counted from sending the request. */
  readonly heardMs: readonly number[]
}

export interface Audience {
  /** Sends the request that shows it, and waits until all have it. */
  show(request: string): Promise<AudienceFigures>
}

/** Resolves when all follow and have what is shown now. */
export async function seatAudience(site: Site, seats: readonly Seat[]): Promise<Audience> {
  const worker = new Worker(import.meta.filename, { workerData: { site, seats } })
  const said = async () => (await once(worker, 'message'))[0]
  await said()
  return {
    async show(request) {
      worker.postMessage(request)
      return (await said()) as AudienceFigures
    },
  }
}

interface Follower {
  /** Resolves with the time at which the sign was seen. */
  readonly seen: Promise<number>
  close(): void
}

/** @returns when the page has its first message */
function follow({ host, port }: Site, { path, cookie, sign }: Seat): Promise<Follower> {
  const socket = connect(port, host)
  socket.write(requestOf('GET', path, `${host}:${port}`, { cookie, accept: 'text/event-stream' }))
  socket.setEncoding('utf8')
  return new Promise((begun, failed) => {
    const gone = () => failed(new Error(`${path} ended`))
    socket.on('error', failed).on('close', gone)
    let seen: (at: number) => void
    const follower: Follower = {
      seen: new Promise(resolve => {
        seen = resolve
      }),
      close() {
        socket.off('close', gone).destroy()
      },
    }
    let message = ''
    socket.on('data', part => {
      message += part
      // A message ends with an empty line, and so does its chunk.
      if (!message.endsWith('\n\n\r\n')) return
      if (message.includes(sign)) seen(performance.now())
      else if (/^data: \{/m.test(message)) begun(follower)
      message = ''
    })
  })
}

async function listen({ site, seats }: { readonly site: Site; readonly seats: readonly Seat[] }) {
  if (!parentPort) throw new Error('this is a thread of another program')
  const followers = await inTurns(seats, seat => follow(site, seat))
  const stage = await openConnection(site.host, site.port)
  parentPort.postMessage('seated')
  const [request] = (await once(parentPort, 'message')) as [string]
  const began = performance.now()
  const shown = stage.ask(request)
  const heardMs = await Promise.all(followers.map(async follower => (await follower.seen) - began))
  const { status, ms } = await shown
  for (const follower of followers) follower.close()
  stage.close()
  parentPort.postMessage({ status, answeredMs: ms, heardMs } satisfies AudienceFigures)
}

if (!isMainThread) await listen(workerData)
