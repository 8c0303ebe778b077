import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  aProgram,
  type FormFields,
  type TestProgram,
  type Visitor,
} from '../../../tests/support/test-program.ts'
import { newNonce } from '../../platform/anonymous/right.ts'
import { keepCalendar } from './commands/calendar.ts'

let program: TestProgram
let leader: Visitor
beforeAll(async () => {
  program = await aProgram()
  leader = await program.as('process-leader')
})
afterAll(() => program.close())

const system = { room: 'system', id: null, associations: [] } as const
const own = '5a0c3d1e-0000-4000-8000-000000000001'

async function shipped(name: string): Promise<string> {
  const { database } = program.test
  const row = await database.read(system, db =>
    db
      .selectFrom('surveys.questionnaire')
      .select('id')
      .where('name', '=', name)
      .where('association_id', 'is', null)
      .executeTakeFirstOrThrow(),
  )
  return row.id
}

let month = 0
/** What a browser sends for a filled form; each time for a month that nobody has measured. */
async function aPlan(changes: FormFields = {}): Promise<FormFields> {
  month++
  return {
    association: own,
    questionnaireId: await shipped('mellanrum-participant'),
    name: 'Deltagare',
    period: `2031-${String(month).padStart(2, '0')}`,
    opensOn: '2031-01-01',
    closesOn: '2031-12-31',
    how: 'link',
    units: ['whole'],
    'expected-whole': '40',
    newInitiative: '',
    'expected-new': '',
    ...changes,
  }
}

async function planned(changes: FormFields = {}): Promise<string> {
  const answer = await leader.post('/surveys/new', await aPlan(changes))
  expect(answer.status).toBe(303)
  return answer.location?.replace(/\?.*/, '') ?? ''
}

const unitsOf = (path: string) =>
  program.test.database.read(system, db =>
    db.selectFrom('surveys.unit').selectAll().where('wave_id', '=', path.replace('/surveys/', '')).execute(),
  )

describe('planning a wave', () => {
  test('makes a page with a link, and an initiative in passing', async () => {
    const path = await planned({
      name: 'Höstens deltagare',
      newInitiative: 'Trädgården',
      'expected-new': '12',
    })
    const page = await leader.get(`${path}?done=planned`)
    expect(page.text).toContain('Mätomgången är planerad')
    expect(page.text).toContain('Höstens deltagare')
    expect(page.text).toContain('Trädgården')
    const units = await unitsOf(path)
    expect(units.map(unit => unit.expected).toSorted()).toEqual([12, 40])
    for (const { link } of units) expect(page.text).toContain(`mellanrum.test/svara/${link}`)
    expect((await leader.get('/surveys')).text).toContain('Höstens deltagare')
  })

  test('says what is wrong beside what was typed', async () => {
    const answer = await leader.post(
      '/surveys/new',
      await aPlan({
        name: 'Kvar här',
        period: 'oktober',
        closesOn: '2030-01-01',
        units: [],
        'expected-whole': 'många',
      }),
    )
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('value="Kvar här"')
    for (const sentence of ['Skriv månaden som år-månad', 'Skriv antalet med siffror'])
      expect(answer.text).toContain(sentence)
    const noUnits = await leader.post('/surveys/new', await aPlan({ units: [] }))
    expect(noUnits.text).toContain('Välj minst en enhet')
    const backwards = await leader.post('/surveys/new', await aPlan({ closesOn: '2030-01-01' }))
    expect(backwards.text).toContain('Sista dagen kan inte vara före den första.')
  })

  test('takes no second wave with the same questionnaire and month', async () => {
    const plan = await aPlan()
    expect((await leader.post('/surveys/new', plan)).status).toBe(303)
    const again = await leader.post('/surveys/new', plan)
    expect(again.status).toBe(409)
    expect(again.text).toContain('Det finns redan en mätomgång med samma formulär och månad')
  })

  test('is changed and removed until it opens; a unit that stays keeps its link', async () => {
    const path = await planned()
    const [before] = await unitsOf(path)
    const form = await leader.get(`${path}/edit`)
    expect(form.html).toContain('value="40"')
    const changed = await leader.post(
      `${path}/edit`,
      await aPlan({ name: 'Nytt namn', 'expected-whole': '41', newInitiative: 'Verkstaden' }),
    )
    expect((await leader.follow(changed)).text).toContain('Ändringen är sparad')
    const after = await unitsOf(path)
    expect(after).toHaveLength(2)
    expect(after).toContainEqual({ ...before, expected: 41 })
    const removed = await leader.follow(await leader.post(`${path}/remove`))
    expect(removed.text).toContain('Mätomgången är borttagen')
    expect((await leader.get(path)).status).toBe(404)
  })
})

describe('an open wave', () => {
  test('counts answers by unit as they come, and cannot be changed; closed, it takes none', async () => {
    const path = await planned()
    const waveId = path.replace('/surveys/', '')
    expect((await leader.follow(await leader.post(`${path}/open`))).text).toContain('Mätomgången är öppen')
    const [unit] = await unitsOf(path)
    const { sheets } = program.program
    const right = await sheets.takeFreely(waveId, newNonce(), unit?.id ?? '')
    if (!right.ok) throw new Error(right.refusal)
    await sheets.handIn(waveId, right.value, { how: 'phone', language: 'sv', answers: {} })
    expect((await leader.get(path)).text).toContain('1 av 40 har svarat')
    expect((await leader.get('/surveys')).text).toContain('1 av 40')

    const refused = await leader.post(`${path}/remove`)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('kan inte ändras eller tas bort')
    expect((await leader.post(`${path}/edit`, await aPlan())).status).toBe(409)

    expect((await leader.follow(await leader.post(`${path}/close`))).text).toContain('Mätomgången är stängd')
    expect((await leader.post(`${path}/close`)).status).toBe(409)
  })

  test('opens and closes by its dates, by itself', async () => {
    const path = await planned({ opensOn: '2031-03-01', closesOn: '2031-03-31' })
    const { database } = program.test
    const keep = (at: string) => keepCalendar(database, program.program.sheets, new Date(at))
    const state = async () => {
      const { text } = await leader.get(path)
      return /(Planerad|Öppen|Stängd) /.exec(text)?.[1]
    }
    await keep('2031-02-28T22:30:00Z')
    expect(await state()).toBe('Planerad')
    // Half an hour past midnight in Sweden.
    await keep('2031-02-28T23:30:00Z')
    expect(await state()).toBe('Öppen')
    await keep('2031-03-31T21:30:00Z')
    expect(await state()).toBe('Öppen')
    await keep('2031-03-31T22:30:00Z')
    expect(await state()).toBe('Stängd')
  })
})

describe('posters', () => {
  test('are a page that prints and a tagged PDF, one sheet a unit', async () => {
    const path = await planned({ newInitiative: 'Snickeriet' })
    const page = await leader.get(`${path}/posters`)
    expect(page.text).toContain('Snickeriet')
    expect(page.html.match(/class="qr"/g)).toHaveLength(2)
    const pdf = await leader.get(`${path}/posters.pdf`)
    expect(pdf.status).toBe(200)
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.bytes.includes('/StructTreeRoot')).toBe(true)
  })
})

describe('who may', () => {
  test('the secretary follows and changes nothing; others find nothing', async () => {
    const path = await planned()
    const secretary = await program.as('secretary')
    const page = await secretary.get(path)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Du kan följa mätomgångarna')
    expect(page.html).not.toContain(`${path}/open`)
    for (const what of ['open', 'close', 'remove'])
      expect((await secretary.post(`${path}/${what}`)).status).toBe(403)
    expect((await secretary.get(`${path}/edit`)).status).toBe(403)
    expect((await secretary.get('/surveys/new')).status).toBe(403)
    expect((await secretary.post('/surveys/new', await aPlan())).status).toBe(403)

    const others = [await program.as('other-manager'), await program.as('case-worker'), program.visitor()]
    for (const other of others) {
      for (const address of ['', '/edit', '/posters', '/posters.pdf', '/events'])
        expect((await other.get(`${path}${address}`)).status).toBe(404)
      for (const what of ['open', 'close', 'remove', 'edit'])
        expect((await other.post(`${path}/${what}`)).status).toBe(404)
    }
    for (const other of others.slice(1)) expect((await other.get('/surveys')).status).toBe(404)
    const stranger = await program.as('other-manager')
    expect((await stranger.post('/surveys/new', await aPlan())).status).toBe(403)
  })
})
