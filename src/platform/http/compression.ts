import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Less than this fits in one packet with its headers. */
const leastBytes = 1024
const compressible = /^(text\/|image\/svg\+xml|application\/(json|problem\+json|manifest\+json))/

/** Past this a page gets smaller by a few per cent, and takes twice as long. */
const brotliQuality = 3
const brotliWindowBits = 17

/** As small as the browser takes it. A page is one piece of text, so it is compressed in one piece, off the main thread. */
const encodings: Readonly<Record<string, (text: Buffer) => Promise<Buffer>>> = {
  br: text =>
    brotli(text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
        [constants.BROTLI_PARAM_LGWIN]: brotliWindowBits,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      },
    }),
  gzip: text => zip(text),
}

/** Compresses the texts that the program answers with. What is a stream goes as it is: files are compressed when built. */
export function compressTexts(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload
    if (payload.length < leastBytes || reply.hasHeader('content-encoding')) return payload
    if (!compressible.test(String(reply.getHeader('content-type') ?? ''))) return payload
    reply.header('vary', 'accept-encoding')
    const encoding = bestEncoding(String(request.headers['accept-encoding'] ?? ''))
    const compress = encodings[encoding ?? '']
    if (!encoding || !compress) return payload
    const compressed = await compress(Buffer.from(payload))
    reply.header('content-encoding', encoding).removeHeader('content-length')
    return compressed
  })
}

/** The first of ours that the browser names and does not rule out (`br;q=0`). Source: RFC 9110, 12.5.3. */
function bestEncoding(accepted: string): string | undefined {
  const named = accepted.split(',').map(each => each.trim().toLowerCase())
  const taken = named.filter(each => !/;\s*q=0(\.0*)?$/.test(each)).map(each => each.split(';')[0]?.trim())
  return Object.keys(encodings).find(encoding => taken.includes(encoding))
}
