import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProgram, type TestProgram, type Visitor } from '../../../tests/support/test-program.ts'
import { aConference, type BuiltConference } from './builders.ts'

let program: TestProgram
let conference: BuiltConference<Visitor>
let leader: Visitor
beforeAll(async () => {
  program = await aProgram()
  conference = await aConference(program).withItems(4).withExperts(6).build()
  leader = conference.leader
})
afterAll(() => program.close())

const home = () => `/conferences/${conference.id}`
const described = {
  name: 'Nytt namn',
  place: 'Sala',
  startsOn: '2026-06-01',
  endsOn: '2026-06-02',
  information: 'Ny text',
}

describe('the overview of a conference', () => {
  test('shows the steps, what is done and the one to do next', async () => {
    const page = await leader.get(home())
    expect(page.status).toBe(200)
    expect(page.text).toContain(conference.name)
    expect(page.text).toContain('4 förslag.')
    expect(page.text).toContain('6 experter')
    expect(page.html).toContain(`href="${home()}/groups"`)
  })

  test('is read and not changed by the secretary of the same association', async () => {
    const page = await (await program.as('secretary')).get(home())
    expect(page.status).toBe(200)
    expect(page.text).toContain('Du kan läsa här men inte ändra')
    expect(page.html).not.toContain(`action="${home()}/deviations"`)
  })
})

describe('the description', () => {
  test('is changed, and the change can be undone', async () => {
    const saved = await leader.post(`${home()}/description`, described)
    expect(saved.status).toBe(303)
    expect((await leader.follow(saved)).text).toContain('Beskrivningen är sparad')
    expect((await leader.get(home())).text).toContain('Nytt namn')

    const undone = await leader.post(`${home()}/description/undo`)
    expect((await leader.follow(undone)).text).toContain('Ändringen är ångrad')
    const page = await leader.get(home())
    expect(page.text).toContain(conference.name)
    expect(page.text).toContain('12–13 maj 2026')
    expect(page.text).toContain('Vi börjar klockan nio')
  })

  test('that cannot be right comes back with what was typed', async () => {
    const answer = await leader.post(`${home()}/description`, { ...described, name: '', place: 'Kvar här' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Skriv ett namn på konferensen.')
    expect(answer.html).toContain('value="Kvar här"')
    expect((await leader.get(home())).text).not.toContain('Kvar här')
  })
})

describe('a deviation from the plan', () => {
  test('is noted with its reason and stands on the overview', async () => {
    const noted = await leader.post(`${home()}/deviations`, {
      what: 'En expert kom en timme sent',
      reason: 'Tåget stod stilla',
    })
    const page = await leader.follow(noted)
    expect(page.text).toContain('Avvikelsen är noterad')
    expect(page.text).toContain('Tåget stod stilla')
  })

  test('needs a reason', async () => {
    const answer = await leader.post(`${home()}/deviations`, { what: 'Något blev annorlunda', reason: '  ' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Skriv varför det blev så.')
    expect(answer.html).toContain('Något blev annorlunda')
  })
})

describe('who may prepare', () => {
  const pages = [
    '',
    '/items',
    '/items/1',
    '/experts',
    '/rounds',
    '/rounds/rules.json',
    '/groups',
    '/groups/print',
  ]
  const leaderPages = [
    '/description',
    '/items/new',
    '/items/import',
    '/items/merge?items=1&items=2',
    '/items/template.csv',
    '/experts/new',
    '/experts/import',
    '/experts/template.csv',
    '/rounds/new',
    '/rounds/1/edit',
  ]
  const changes = () => {
    const expert = conference.experts[0]?.id
    return [
      '/description',
      '/description/undo',
      '/deviations',
      '/items/new',
      '/items/import',
      '/items/merge',
      '/items/1/reword',
      '/items/1/split',
      '/items/1/undo',
      '/items/1/remove',
      '/experts/new',
      '/experts/import',
      '/experts/invite',
      '/experts/sheets',
      `/experts/${expert}`,
      `/experts/${expert}/remove`,
      `/experts/${expert}/invite`,
      `/experts/${expert}/link`,
      '/rounds/new',
      '/rounds/1/edit',
      '/rounds/1/remove',
      '/rounds/template',
      '/rounds/import',
      '/groups',
      '/groups/move',
    ]
  }
  const strangers = async (): Promise<[string, Visitor][]> => {
    const elsewhere = await aConference(program).build()
    return [
      ['a visitor', program.visitor()],
      ['another association', await program.as('other-manager')],
      ['a case worker', await program.as('case-worker')],
      ['an expert of another conference', await elsewhere.enter(elsewhere.experts[0])],
      ['an expert of the conference', await conference.enter(conference.experts[5])],
    ]
  }

  test('strangers find nothing, and change nothing', async () => {
    for (const [who, stranger] of await strangers()) {
      for (const page of pages) {
        const answer = await stranger.get(`${home()}${page}`)
        expect([who, page, answer.status]).toEqual([who, page, 404])
        expect(answer.text).not.toContain(conference.name)
      }
      for (const page of leaderPages)
        expect([who, page, (await stranger.get(`${home()}${page}`)).status]).toEqual([who, page, 403])
      for (const change of changes())
        expect([who, change, (await stranger.post(`${home()}${change}`)).status]).toEqual([who, change, 403])
    }
  })

  test('the secretary reads what the leader reads, and changes nothing', async () => {
    const secretary = await program.as('secretary')
    for (const page of pages)
      expect([page, (await secretary.get(`${home()}${page}`)).status]).toEqual([page, 200])
    for (const page of leaderPages)
      expect([page, (await secretary.get(`${home()}${page}`)).status]).toEqual([page, 403])
    for (const change of changes())
      expect([change, (await secretary.post(`${home()}${change}`)).status]).toEqual([change, 403])
  })

  test('an address that is no conference is not found', async () => {
    expect((await leader.get('/conferences/5a0c3d1e-0000-4000-a000-00000000ffff/items')).status).toBe(404)
    expect((await leader.post('/conferences/5a0c3d1e-0000-4000-a000-00000000ffff/items/new')).status).toBe(
      403,
    )
  })

  test('names that hold markup are shown as text', async () => {
    await leader.post(`${home()}/items/new`, { kind: 'process', wordingSv: '<script>alert(1)</script>' })
    const page = await leader.get(`${home()}/items`)
    expect(page.html).not.toContain('<script>alert(1)')
    expect(page.html).toContain('&lt;script>alert(1)')
  })
})
