import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProgram, type TestProgram, type Visitor } from '../../../tests/support/test-program.ts'
import { aQuestionnaire } from './builders.ts'
import type { Questionnaire } from './rules/questionnaire.ts'
import { questionnaireSchema } from './schema/questionnaire.ts'

let program: TestProgram
let leader: Visitor
beforeAll(async () => {
  program = await aProgram()
  leader = await program.as('process-leader')
})
afterAll(() => program.close())

const association = '5a0c3d1e-0000-4000-8000-000000000001'
const list = '/surveys/questionnaires'

/** One that asks for common indicators only: an association's own indicators must be there first. */
const common = (overrides: Partial<Questionnaire> = {}): Questionnaire => {
  const form = aQuestionnaire(overrides)
  return { ...form, questions: form.questions.filter(({ id }) => id !== 'help') }
}
const importing = (visitor: Visitor, form: unknown) =>
  visitor.upload(
    `${list}/import`,
    'file',
    { name: 'form.json', bytes: Buffer.from(JSON.stringify(form, null, 2)) },
    { association },
  )

async function shippedPath(): Promise<string> {
  const { html } = await leader.get(list)
  const link = /href="(\/surveys\/questionnaires\/[0-9a-f-]{36})">Hur fungerar stödet för dig\?/.exec(html)
  return link?.[1] ?? ''
}

describe('a shipped questionnaire', () => {
  test('is read in each of its languages, with what is counted', async () => {
    const path = await shippedPath()
    const swedish = await leader.get(path)
    expect(swedish.text).toContain('Mätpunkt 1-participant')
    expect(swedish.text).toContain('Räknas som gott svar')
    const arabic = await leader.get(`${path}?language=ar`)
    expect(arabic.html).toContain('lang="ar" dir="rtl"')
    expect((await leader.get(`${path}?language=xx`)).status).toBe(200)
    expect(swedish.html).not.toContain(`${path}/remove`)
    expect((await leader.post(`${path}/remove`)).status).toBe(403)
  })

  test('is exported in the form that is imported, and copied as one’s own', async () => {
    const path = await shippedPath()
    const json = await leader.get(`${path}/questionnaire.json`)
    const exported = questionnaireSchema.parse(json.json())
    expect((await importing(leader, exported)).text).toContain('tillhör ett exempel')

    const copied = await leader.follow(await leader.post(`${path}/copy`, { association }))
    expect(copied.text).toContain('Kopian är förbundets egen')
    expect(copied.text).toContain('Norra Västmanland')
    expect((await leader.post(`${path}/copy`, { association })).status).toBe(409)
  })
})

describe('an own questionnaire', () => {
  test('is imported, planned with, and removed while nothing is asked with it', async () => {
    const imported = await importing(leader, common({ id: 'ours' }))
    const path = imported.location?.replace(/\?.*/, '') ?? ''
    expect((await leader.follow(imported)).text).toContain('Formuläret är inläst')
    expect((await leader.get('/surveys/new')).html).toContain(path.replace(`${list}/`, ''))
    expect((await importing(leader, common({ id: 'ours' }))).text).toContain('finns redan i den versionen')
    const removed = await leader.follow(await leader.post(`${path}/remove`))
    expect(removed.text).toContain('Formuläret är borttaget')
    expect((await leader.get(path)).status).toBe(404)
  })

  test('is changed one language at a time until it is used; then its next version says which series go on', async () => {
    const imported = await importing(leader, common({ id: 'edited' }))
    const path = imported.location?.replace(/\?.*/, '') ?? ''
    const ids = ['needs', 'person', 'hours', 'tell']
    const fields = (changes: Record<string, string> = {}) => ({
      language: 'sv',
      title: 'Vår enkät',
      introduction: 'Hej',
      thanks: 'Tack',
      ...Object.fromEntries(
        ids.flatMap((id, at) => [
          [`text-${id}`, `${id}?`],
          [`place-${id}`, String(at + 1)],
        ]),
      ),
      ...changes,
    })
    const wrong = await leader.post(`${path}/edit`, fields({ 'text-needs': ' ', 'place-hours': 'först' }))
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Skriv en text.')
    expect(wrong.html).toContain('value="först"')

    const saved = await leader.follow(
      await leader.post(`${path}/edit`, fields({ 'place-hours': '1', 'remove-tell': 'yes' })),
    )
    expect(saved.text).toContain('Ändringen är sparad')
    const form = questionnaireSchema.parse((await leader.get(`${path}/questionnaire.json`)).json())
    expect(form.title).toEqual({ sv: 'Vår enkät', en: 'Title' })
    expect(form.questions.map(({ id }) => id)).toEqual(['hours', 'needs', 'person'])

    const planned = await leader.post('/surveys/new', {
      association,
      questionnaireId: path.replace(`${list}/`, ''),
      name: 'Med egna ord',
      period: '2035-01',
      opensOn: '2035-01-01',
      closesOn: '2035-12-31',
      how: 'link',
      units: ['whole'],
    })
    expect((await leader.post(`${path}/remove`)).text).toContain('En mätomgång är planerad med formuläret')
    await leader.post(`${planned.location?.replace(/\?.*/, '')}/open`)
    expect((await leader.get(`${path}/edit`)).status).toBe(404)
    const next = await leader.post(`${path}/version`)
    const second = next.location?.replace(/\?.*/, '') ?? ''
    expect((await leader.follow(next)).text).toContain('Säg för varje fråga om tidsserien går vidare')
    await leader.post(`${second}/edit`, fields({ 'continues-needs': 'new' }))
    const again = questionnaireSchema.parse((await leader.get(`${second}/questionnaire.json`)).json())
    expect(again.questions.map(({ id, continues }) => [id, continues])).toContainEqual(['needs', 'new'])
    expect(again.questions.map(({ id, continues }) => [id, continues])).toContainEqual(['hours', 'same'])
    const secretary = await program.as('secretary')
    expect((await secretary.get(`${second}/edit`)).status).toBe(403)
    expect((await secretary.post(`${second}/version`)).status).toBe(403)
    const stranger = await program.as('other-manager')
    expect((await stranger.get(`${second}/edit`)).status).toBe(404)
    expect((await stranger.post(`${second}/edit`, fields())).status).toBe(404)
  })

  test('that is wrong is told by its lines, and nothing of it is there', async () => {
    const wrong = await importing(leader, { ...common({ id: 'wrong' }), group: 'everybody', languages: [] })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toMatch(/Rad \d+: group must be "participant"/)
    expect(wrong.text).toMatch(/Rad \d+: languages must have at least 1/)
    const { database } = program.test
    const there = await database.read({ room: 'system', id: null, associations: [] }, db =>
      db.selectFrom('surveys.questionnaire').select('id').where('name', '=', 'wrong').execute(),
    )
    expect(there).toEqual([])
    expect((await leader.post(`${list}/import`, { association })).text).toContain('Välj en fil.')
  })

  test('is refused when it asks for an indicator that is not there, or skips a version', async () => {
    const unknown = await importing(leader, aQuestionnaire({ id: 'unknown-indicator' }))
    expect(unknown.status).toBe(409)
    expect(unknown.text).toContain('hör till en indikator som inte finns')
    const second = common({ id: 'second', version: 2 })
    const questions = second.questions.map(question => ({ ...question, continues: 'same' as const }))
    expect((await importing(leader, { ...second, questions })).text).toContain(
      'Versionen innan finns inte här',
    )
  })
})

test('questionnaires are the staff’s: the secretary reads, others see theirs or nothing', async () => {
  const imported = await importing(leader, common({ id: 'walled' }))
  const path = imported.location?.replace(/\?.*/, '') ?? ''
  const secretary = await program.as('secretary')
  expect((await secretary.get(path)).status).toBe(200)
  expect((await secretary.get(path)).html).not.toContain('/copy')
  expect((await secretary.post(`${path}/copy`, { association })).status).toBe(403)
  expect((await secretary.post(`${path}/remove`)).status).toBe(403)
  expect((await importing(secretary, common({ id: 'no' }))).status).toBe(403)

  const stranger = await program.as('other-manager')
  expect((await stranger.get(path)).status).toBe(404)
  expect((await stranger.post(`${path}/remove`)).status).toBe(404)
  expect((await importing(stranger, common({ id: 'no' }))).status).toBe(403)
  for (const other of [await program.as('case-worker'), program.visitor()]) {
    for (const address of [list, path, `${path}/questionnaire.json`])
      expect((await other.get(address)).status).toBe(404)
    expect((await importing(other, common({ id: 'no' }))).status).toBe(404)
  }
})
