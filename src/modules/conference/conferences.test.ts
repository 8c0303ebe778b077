import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProgram, type TestProgram } from '../../../tests/support/test-program.ts'

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
