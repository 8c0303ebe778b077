import { connect, type Socket } from 'node:net'

/** Where a program answers. */
export interface Site {
  readonly host: string
  readonly port: number
}

export function siteOf(address: string): Site {
  const { hostname, port } = new URL(address)
  return { host: hostname, port: Number(port) }
}

/** What came back: enough to count and to weigh. */
export interface Response {
  readonly status: number
  readonly headers: string
  /** As it was sent, still compressed; empty unless it was asked for. */
  readonly body: Buffer
  /** Of the body as it was sent. */
  readonly bytes: number
  /** Milliseconds from sending to the first byte and to the last. */
  readonly firstByteMs: number
  readonly ms: number
}

/**
 * One HTTP/1.1 connection that is kept alive and asks one thing at a time. Written for measuring: it costs a tenth of
 * Node's own client, which would otherwise be most of what is measured on a machine that the program shares with it.
 */
export interface Connection {
  ask(request: string): Promise<Response>
  close(): void
}

const endOfHead = Buffer.from('\r\n\r\n')

export function openConnection(host: string, port: number, keepsBodies = false): Promise<Connection> {
  const socket = connect(port, host)
  socket.setNoDelay(true)
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.off('error', reject)
      resolve(connectionOn(socket, keepsBodies))
    })
  })
}

interface Pending {
  readonly began: number
  firstByte: number
  readonly done: (response: Response) => void
  readonly failed: (error: Error) => void
}

function connectionOn(socket: Socket, keepsBodies: boolean): Connection {
  let pending: Pending | undefined
  let reader = bodyReader(keepsBodies)

  function fail(error: Error) {
    pending?.failed(error)
    pending = undefined
  }
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('the connection was closed')))
  socket.on('data', part => {
    if (!pending) return
    pending.firstByte ||= performance.now()
    const read = reader.read(part)
    if (!read) return
    const { began, firstByte, done } = pending
    pending = undefined
    reader = bodyReader(keepsBodies)
    done({ ...read, firstByteMs: firstByte - began, ms: performance.now() - began })
  })
  return {
    ask: request =>
      new Promise((done, failed) => {
        pending = { began: performance.now(), firstByte: 0, done, failed }
        socket.write(request)
      }),
    close: () => {
      socket.destroy()
    },
  }
}

interface Read {
  readonly status: number
  readonly headers: string
  readonly body: Buffer
  readonly bytes: number
}

/** Takes a response in as it comes. `read` answers when it is whole. */
function bodyReader(keepsBodies: boolean): { read(part: Buffer): Read | undefined } {
  let rest: Buffer = Buffer.alloc(0)
  let headers: string | undefined
  let status = 0
  /** Bytes of the body, or of the current chunk with its line end, that have not come. */
  let missing = 0
  let isChunked = false
  let isLastChunk = false
  let bytes = 0
  const kept: Buffer[] = []

  function readHead(): boolean {
    const end = rest.indexOf(endOfHead)
    if (end < 0) return false
    headers = rest.toString('latin1', 0, end)
    status = Number(headers.slice(9, 12))
    isChunked = /\r\ntransfer-encoding: *chunked/i.test(headers)
    missing = isChunked ? 0 : Number(headers.match(/\r\ncontent-length: *(\d+)/i)?.[1] ?? 0)
    rest = rest.subarray(end + 4)
    return true
  }

  function take(length: number, lineEnd: number) {
    const content = Math.max(0, Math.min(length, missing - lineEnd))
    bytes += content
    if (keepsBodies && content > 0) kept.push(Buffer.from(rest.subarray(0, content)))
    missing -= length
    rest = rest.subarray(length)
  }

  function isWhole(): boolean {
    if (!isChunked) {
      take(Math.min(rest.length, missing), 0)
      return missing === 0
    }
    for (;;) {
      if (missing > 0) {
        take(Math.min(rest.length, missing), 2)
        if (missing > 0) return false
        if (isLastChunk) return true
      }
      const line = rest.indexOf('\r\n')
      if (line < 0) return false
      const size = Number.parseInt(rest.toString('latin1', 0, line), 16)
      rest = rest.subarray(line + 2)
      missing = size + 2
      isLastChunk = size === 0
    }
  }

  return {
    read(part) {
      rest = rest.length === 0 ? part : Buffer.concat([rest, part])
      if (headers === undefined && !readHead()) return undefined
      if (!isWhole()) return undefined
      return { status, headers: headers ?? '', body: Buffer.concat(kept), bytes }
    },
  }
}

/** A request as text, with the headers that every browser sends. */
export function requestOf(
  method: 'GET' | 'POST',
  path: string,
  host: string,
  headers: Readonly<Record<string, string>>,
  body = '',
): string {
  const lines = Object.entries({
    host,
    'accept-language': 'sv',
    ...headers,
    ...(method === 'POST' && { 'content-length': String(Buffer.byteLength(body)) }),
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`
}
