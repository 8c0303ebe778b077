import type { Visitor } from './test-program.ts'

/** Server-sent events as a browser hears them. */
export interface EventStream {
  readonly status: number
  /** The messages so far, read as JSON. */
  readonly messages: unknown[]
  close(): void
}

/**
 * Listens to events over a real connection, with the cookies of a visitor.
 * @param address where the program answers
 */
export async function listenTo(address: string, path: string, visitor: Visitor): Promise<EventStream> {
  const stop = new AbortController()
  const response = await fetch(new URL(path, address), {
    signal: stop.signal,
    redirect: 'manual',
    headers: {
      'accept-language': 'sv',
      cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  })
  const messages: unknown[] = []
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream')
  if (response.ok && isStream && response.body) void read(response.body, messages)
  else await response.body?.cancel()
  return { status: response.status, messages, close: () => stop.abort() }
}

async function read(body: ReadableStream<Uint8Array>, messages: unknown[]) {
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for await (const chunk of body) {
      const events = (rest + decoder.decode(chunk, { stream: true })).split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) {
        const isMessage = !/^event: /m.test(event)
        const lines = [...event.matchAll(/^data: (.*)$/gm)].map(match => match[1])
        if (isMessage && lines.length > 0) messages.push(JSON.parse(lines.join('\n')))
      }
    }
  } catch {
    // The connection was closed, by the test or with the program.
  }
}
