import { afterAll, beforeAll, expect, test } from 'vitest'
import { aProgram, type TestProgram, type Visitor } from '../../../../tests/support/test-program.ts'
import { aConference, type BuiltConference } from '../builders.ts'

let program: TestProgram
let conference: BuiltConference<Visitor>
beforeAll(async () => {
  program = await aProgram()
  conference = await aConference(program).withItems(3).build()
})
afterAll(() => program.close())

const ids = (json: unknown) => (json as { id: string }[]).map(one => one.id)

test('staff read their conference and its items, with what was made of what', async () => {
  const { leader } = conference
  await leader.post(`/conferences/${conference.id}/items/1/reword`, {
    kind: 'process',
    wordingSv: 'Bättre sagt',
  })
  expect(ids((await leader.get('/api/conferences')).json())).toContain(conference.id)
  expect((await leader.get(`/api/conferences/${conference.id}`)).json()).toMatchObject({
    name: conference.name,
    startsOn: '2026-05-12',
    publishedAt: null,
  })
  const items = (await leader.get(`/api/conferences/${conference.id}/items`)).json()
  expect(items).toHaveLength(4)
  expect(items).toContainEqual(
    expect.objectContaining({ number: 4, wordingSv: 'Bättre sagt', derived: 'reworded', derivedFrom: [1] }),
  )
})

test('nobody else learns that there is such a conference', async () => {
  for (const stranger of [
    program.visitor(),
    await program.as('other-manager'),
    await program.as('case-worker'),
  ]) {
    expect(ids((await stranger.get('/api/conferences')).json())).not.toContain(conference.id)
    for (const path of ['', '/items']) {
      const answer = await stranger.get(`/api/conferences/${conference.id}${path}`)
      expect(answer.status).toBe(404)
      expect(answer.json()).toEqual({ status: 404, error: 'not-found' })
    }
  }
})

test('a conference whose report is public is read by everybody', async () => {
  const open = await aConference(program).withItems(2).build()
  await open.write(trx =>
    trx
      .updateTable('conference.conference')
      .set({ published_at: new Date() })
      .where('id', '=', open.id)
      .execute(),
  )
  const visitor = program.visitor()
  expect(ids((await visitor.get('/api/conferences')).json())).toContain(open.id)
  expect((await visitor.get(`/api/conferences/${open.id}/items`)).json()).toHaveLength(2)
})

test('the description of the interface has the addresses and what they answer', async () => {
  const description = (await program.visitor().get('/api/openapi.json')).json() as {
    paths: Record<string, { get: { tags: string[]; responses: Record<string, unknown> } }>
  }
  const items = description.paths['/api/conferences/{conference}/items']
  expect(items?.get.tags).toEqual(['conference'])
  expect(Object.keys(items?.get.responses ?? {})).toEqual(['200', '404'])
})
