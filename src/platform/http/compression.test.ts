import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { compressTexts } from './compression.ts'

const long = 'En sida med å, ä och ö. '.repeat(200)
const app = Fastify()
compressTexts(app)
app.get('/long', (_request, reply) => reply.type('text/html; charset=utf-8').send(long))
app.get('/short', (_request, reply) => reply.type('text/html; charset=utf-8').send('kort'))
app.get('/picture', (_request, reply) => reply.type('image/png').send(Buffer.alloc(5000)))
app.get('/json', () => ({ long }))

const get = (url: string, accepted?: string) =>
  app.inject({ url, headers: accepted === undefined ? {} : { 'accept-encoding': accepted } })

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['GZIP', 'gzip'],
])('a browser that takes %s gets %s', async (accepted, encoding) => {
  const answer = await get('/long', accepted)
  expect(answer.headers['content-encoding']).toBe(encoding)
  expect(Number(answer.headers['content-length'])).toBe(answer.rawPayload.length)
  const text = (encoding === 'br' ? brotliDecompressSync : gunzipSync)(answer.rawPayload).toString()
  expect(text).toBe(long)
})

test.each([['identity'], ['zstd'], ['br;q=0'], [undefined]])(
  'a browser that takes %s gets the text as it is',
  async accepted => {
    const answer = await get('/long', accepted)
    expect(answer.headers['content-encoding']).toBeUndefined()
    expect(answer.body).toBe(long)
  },
)

test('caches on the way are told that answers differ by what the browser takes', async () => {
  for (const accepted of ['br', undefined])
    expect((await get('/long', accepted)).headers.vary).toBe('accept-encoding')
})

test('what is short, or compressed in itself, is left alone; JSON is text', async () => {
  expect((await get('/short', 'br')).headers['content-encoding']).toBeUndefined()
  expect((await get('/picture', 'br')).headers['content-encoding']).toBeUndefined()
  expect((await get('/json', 'br')).headers['content-encoding']).toBe('br')
})
