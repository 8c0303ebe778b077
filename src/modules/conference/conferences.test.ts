import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProgram, type TestProgram } from '../../../tests/support/test-program.ts'
import { aConference } from './builders.ts'
import { demoConferences } from './commands/demo.ts'

let program: TestProgram
beforeAll(async () => {
  program = await aProgram()
})
afterAll(() => program.close())

const norra = '5a0c3d1e-0000-4000-8000-000000000001'
const valid = {
  name: 'Indikatorer 2026',
  place: 'Linköping',
  startsOn: '2026-05-12',
  endsOn: '2026-05-13',
  information: '',
}

describe('a new conference', () => {
  test('is created by a process leader and then stands in the list', async () => {
    const leader = await program.as('process-leader')
    const created = await leader.post('/conferences/new', { ...valid, associations: norra })
    expect(created.status).toBe(303)
    expect((await leader.get('/conferences')).text).toContain('Indikatorer 2026')
  })

  test('that cannot be right comes back with what was typed and a sentence for each field', async () => {
    const leader = await program.as('process-leader')
    const answer = await leader.post('/conferences/new', {
      ...valid,
      name: ' ',
      endsOn: '2026-05-01',
      place: 'Där vi brukar vara',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Skriv ett namn på konferensen.')
    expect(answer.html).toContain('value="Där vi brukar vara"')
  })

  test('is not created by those who may not, nor for an association that one does not work for', async () => {
    const fields = { ...valid, associations: norra }
    for (const visitor of [
      program.visitor(),
      await program.as('secretary'),
      await program.as('case-worker'),
      await program.as('other-manager'),
    ]) {
      expect((await visitor.post('/conferences/new', fields)).status).toBe(403)
    }
  })

  test('is not seen by another association', async () => {
    const leader = await program.as('process-leader')
    await leader.post('/conferences/new', { ...valid, name: 'Bara vår', associations: norra })
    expect((await (await program.as('other-manager')).get('/conferences')).text).not.toContain('Bara vår')
  })
})

describe('a conference whose report is published', () => {
  const finished = `/conferences/${demoConferences.finished}`

  test('is found and read by everybody, also by those who work in an authority', async () => {
    for (const reader of [program.visitor(), await program.as('case-worker')]) {
      const list = await reader.get('/conferences')
      expect(list.status).toBe(200)
      expect(list.text).toContain('Konsensuskonferensen 2014')
      expect(list.text).not.toContain('övning')
      const [link = ''] = /\/conferences\/[0-9a-f-]{36}[^"]*/.exec(list.html) ?? []
      expect(link).toBe(`${finished}/report`)
      expect((await reader.get(link)).text).toContain('Kärnprotokollet')
      expect((await reader.get(finished)).location).toBe(`${finished}/report`)
      expect((await reader.get(`${finished}/rounds/1`)).text).toContain('23 av 24 experter röstade')
      expect((await reader.get(`${finished}/rounds/1/what-if`)).status).toBe(200)
      expect((await reader.get(`/api${finished}/rounds/1`)).status).toBe(200)
      expect((await reader.get(`/api${finished}/items`)).json()).toHaveLength(137)
    }
  })

  test('stands beside the own one for an invited expert', async () => {
    const expert = program.visitor()
    await expert.post('/try/vote')
    const list = await expert.get('/conferences')
    expect(list.html).toMatch(/href="\/take-part"[^>]*>Konferens att leda \(övning\)/)
    expect(list.html).toContain(`${finished}/report`)
  })

  test('is the only kind that those who work in an authority know of', async () => {
    const { id } = await aConference(program).open(1).close(1).publish(1).build()
    const reader = await program.as('case-worker')
    for (const path of ['', '/rounds/1', '/rounds/1/what-if', '/items', '/report'])
      expect((await reader.get(`/conferences/${id}${path}`)).status, path).toBe(404)
    for (const path of ['', '/rounds/1', '/items'])
      expect((await reader.get(`/api/conferences/${id}${path}`)).status, path).toBe(404)
  })
})
