import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProgram, type TestProgram, type Visitor } from '../../../tests/support/test-program.ts'

let program: TestProgram
let leader: Visitor
beforeAll(async () => {
  program = await aProgram()
  leader = await program.as('process-leader')
})
afterAll(() => program.close())

const system = { room: 'system', id: null, associations: [] } as const
const own = '5a0c3d1e-0000-4000-8000-000000000001'
/** Papers are seen by the association's staff only. */
const staff = { room: 'association', id: null, associations: [own] } as const
let month = 0

/** An open wave of participants with one unit. @returns where its papers are typed in */
async function anOpenWave(): Promise<{ path: string; unitId: string; paper: string }> {
  month++
  const { database } = program.test
  const questionnaire = await database.read(system, db =>
    db
      .selectFrom('surveys.questionnaire')
      .select('id')
      .where('name', '=', 'mellanrum-participant')
      .executeTakeFirstOrThrow(),
  )
  const planned = await leader.post('/surveys/new', {
    association: own,
    questionnaireId: questionnaire.id,
    name: 'På papper',
    period: `2033-${String(month).padStart(2, '0')}`,
    opensOn: '2033-01-01',
    closesOn: '2033-12-31',
    how: 'link',
    units: ['whole'],
    'expected-whole': '10',
  })
  const path = planned.location?.replace(/\?.*/, '') ?? ''
  await leader.post(`${path}/open`)
  const unit = await database.read(system, db =>
    db
      .selectFrom('surveys.unit')
      .select('id')
      .where('wave_id', '=', path.replace('/surveys/', ''))
      .executeTakeFirstOrThrow(),
  )
  return { path, unitId: unit.id, paper: `${path}/paper/${unit.id}` }
}

/** The first question of the participants' questionnaire, which has the steps of a scale. */
async function firstQuestion(paper: string): Promise<string> {
  const { html } = await leader.get(paper)
  return /name="(q-[a-z0-9-]+)"/.exec(html)?.[1] ?? ''
}
const sheetsOf = (path: string) =>
  program.test.database.read(system, db =>
    db
      .selectFrom('surveys.sheet')
      .select(['how', 'language', 'answers'])
      .where('wave_id', '=', path.replace('/surveys/', ''))
      .execute(),
  )
const papersOf = (unitId: string) =>
  program.test.database.read(staff, db =>
    db.selectFrom('surveys.paper').selectAll().where('unit_id', '=', unitId).orderBy('number').execute(),
  )

describe('a paper', () => {
  test('is handed in when it was typed the same twice, and what was typed is forgotten', async () => {
    const { path, unitId, paper } = await anOpenWave()
    const question = await firstQuestion(paper)
    const saved = await leader.follow(await leader.post(paper, { language: 'so', [question]: '2' }))
    expect(saved.text).toContain('Papper 1 är sparat. Skriv numret på papperet.')
    expect((await leader.get(`${path}/paper`)).text).toContain('Förbundet som helhet, papper 1')
    expect(await sheetsOf(path)).toEqual([])

    const second = await leader.get(`${paper}/1`)
    expect(second.html).not.toContain('value="2"')
    const handedIn = await leader.follow(await leader.post(`${paper}/1`, { language: 'so', [question]: '2' }))
    expect(handedIn.text).toContain('Papperet är inlämnat')
    const [sheet, ...others] = await sheetsOf(path)
    expect(others).toEqual([])
    expect(sheet).toMatchObject({ how: 'paper', language: 'so' })
    expect(Object.keys(sheet?.answers ?? {})).toEqual([question.slice(2)])
    expect(await papersOf(unitId)).toEqual([{ unit_id: unitId, number: 1, language: 'so', answers: null }])
    expect((await leader.get(path)).text).toContain('1 av 10 har svarat')
    expect((await leader.post(`${paper}/1`, { language: 'so', [question]: '2' })).status).toBe(409)
  })

  test('that was typed otherwise the second time is shown side by side before it is handed in', async () => {
    const { path, paper } = await anOpenWave()
    const question = await firstQuestion(paper)
    await leader.post(paper, { language: 'sv', [question]: '1' })
    const differs = await leader.post(`${paper}/1`, { language: 'sv', [question]: '3' })
    expect(differs.status).toBe(409)
    expect(differs.text).toContain('De två inskrivningarna skiljer sig')
    expect(differs.html).toMatch(/data-label="Första gången"[^>]*>1<.*data-label="Andra gången"[^>]*>3</s)
    expect(differs.html).toContain('name="settled"')
    expect(await sheetsOf(path)).toEqual([])
    const settled = await leader.post(`${paper}/1`, { language: 'sv', [question]: '3', settled: 'yes' })
    expect(settled.status).toBe(303)
    expect(await sheetsOf(path)).toHaveLength(1)
  })

  test('with a key that no answer has is said at its question, and nothing is kept', async () => {
    const { unitId, paper } = await anOpenWave()
    const question = await firstQuestion(paper)
    const wrong = await leader.post(paper, { language: 'sv', [question]: '99' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Det finns inget sådant svar. Möjliga:')
    expect(wrong.html).toContain('value="99"')
    expect(await papersOf(unitId)).toEqual([])
  })

  test('typed once is removed by hand, and by the close', async () => {
    const { path, unitId, paper } = await anOpenWave()
    const question = await firstQuestion(paper)
    await leader.post(paper, { language: 'sv', [question]: '1' })
    expect((await leader.follow(await leader.post(`${paper}/1/remove`))).text).toContain(
      'Papperet är borttaget',
    )
    await leader.post(paper, { language: 'sv', [question]: '1' })
    await leader.post(`${path}/close`)
    expect(await papersOf(unitId)).toEqual([])
    expect(await sheetsOf(path)).toEqual([])
    expect((await leader.get(paper)).status).toBe(404)
  })
})

describe('the form on paper', () => {
  test('is printed in each language, right to left where that is how it is read', async () => {
    const { path } = await anOpenWave()
    const swedish = await leader.get(`${path}/paper/form?language=sv`)
    expect(swedish.text).toContain('Hur fungerar stödet för dig?')
    const arabic = await leader.get(`${path}/paper/form?language=ar`)
    expect(arabic.html).toContain('<div lang="ar" dir="rtl">')
    expect(arabic.text).toContain('كيف ترى الدعم الذي تحصل عليه؟')
    for (const language of ['sv', 'sv-simple', 'en', 'so']) {
      const pdf = await leader.get(`${path}/paper/form.pdf?language=${language}`)
      expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
      expect(pdf.bytes.includes('/StructTreeRoot')).toBe(true)
    }
    // The typeface of documents has no Arabic letters: that form is printed from its page.
    expect((await leader.get(`${path}/paper/form.pdf?language=ar`)).status).toBe(404)
    expect((await leader.get(`${path}/paper`)).html).not.toContain('form.pdf?language=ar')
  })
})

test('only those who lead the wave type papers in; the secretary prints, others find nothing', async () => {
  const { path, paper } = await anOpenWave()
  const secretary = await program.as('secretary')
  expect((await secretary.get(`${path}/paper`)).status).toBe(200)
  expect((await secretary.get(paper)).status).toBe(403)
  expect((await secretary.post(paper, {})).status).toBe(403)
  for (const other of [
    await program.as('other-manager'),
    await program.as('case-worker'),
    program.visitor(),
  ]) {
    for (const address of [`${path}/paper`, `${path}/paper/form`, `${path}/paper/form.pdf`, paper])
      expect((await other.get(address)).status).toBe(404)
    expect((await other.post(paper, {})).status).toBe(404)
    expect((await other.post(`${paper}/1`, {})).status).toBe(404)
    expect((await other.post(`${paper}/1/remove`)).status).toBe(404)
  }
})
