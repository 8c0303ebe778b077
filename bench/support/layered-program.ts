/**
 * The program with its layers taken away one by one, so that one sees what each costs. Started by `bench/pages.ts` as a
 * bundle, with an open channel to it. A request chooses by a header:
 * `no-rendering` does all that the page does and sends the same bytes without making them;
 * `no-database` makes the page from the view that the last whole request made, and asks the database nothing;
 * `hello` sends a word. Beside it answers a server that has nothing of ours: `bare`.
 */
import Fastify, { type FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { openProgram } from '../../src/app.tsx'
import { readConfig } from '../../src/config.ts'
import { openLog } from '../../src/platform/http/log.ts'

const program = await openProgram(readConfig(process.env), openLog('warn'))
const { app } = program
let last: { readonly view: VNode; readonly actor: FastifyRequest['actor']; html: string } | undefined

/** As if each request came from another of so many people: one alone would be stopped by the limit on requests. */
const people = 1000
let asked = 0

app.addHook('onRequest', async (request, reply) => {
  if (request.subject) request.subject = { ...request.subject, id: `bench ${asked++ % people}` }
  const layer = request.headers['x-layer']
  if (layer === 'hello') return reply.send('hello')
  if (layer === 'no-database' && last) {
    request.actor = last.actor
    return reply.page(last.view)
  }
  if (layer === 'no-rendering' && last) {
    const { html } = last
    reply.page = () => reply.type('text/html; charset=utf-8').send(html)
    return
  }
  if (layer !== 'remember') return
  const page = reply.page.bind(reply)
  reply.page = view => {
    last = { view, html: '', actor: request.actor }
    return page(view)
  }
})
app.addHook('onSend', async (request, _reply, payload) => {
  if (request.headers['x-layer'] === 'remember' && last && typeof payload === 'string') last.html = payload
  return payload
})

const bare = Fastify()
bare.get('/', async () => 'hello')

const address = await program.listen()
const bareAddress = await bare.listen({ port: 0, host: '127.0.0.1' })
process.send?.({ address, bareAddress })
process.once('disconnect', () => {
  void Promise.all([bare.close(), program.close()]).then(() => process.exit())
})
