import type { FastifyReply } from 'fastify'
import type { Live, Render } from '../live/live.ts'

/** A comment now and then, so that nothing on the way takes the silence for an end. */
const heartbeatMs = 25_000

/**
 * Answers with server-sent events: the view's message as it is now, and each time it changes. First an event `clock`
 * with the server's time in milliseconds, so that a countdown does not depend on the clock of a phone.
 * A browser that lost the connection asks again by itself after a second.
 */
export function streamView(reply: FastifyReply, live: Live, view: string, render: Render): void {
  reply.hijack()
  const response = reply.raw
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  response.write(`retry: 1000\nevent: clock\ndata: ${Date.now()}\n\n`)
  const heartbeat = setInterval(() => response.write(':\n\n'), heartbeatMs)
  const unsubscribe = live.subscribe(view, render, {
    send: message => response.write(eventOf(message)),
    end: () => response.end(),
  })
  response.on('close', () => {
    clearInterval(heartbeat)
    unsubscribe()
  })
}

let last = { message: '', bytes: Buffer.alloc(0) }

/** The message as it goes over the wire; made once for all who get the same. */
function eventOf(message: string): Buffer {
  if (message !== last.message)
    last = { message, bytes: Buffer.from(`data: ${message.replaceAll('\n', '\ndata: ')}\n\n`) }
  return last.bytes
}
