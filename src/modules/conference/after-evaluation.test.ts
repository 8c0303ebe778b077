import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProgram, type TestProgram, type Visitor } from '../../../tests/support/test-program.ts'
import { newNonce } from '../../platform/anonymous/right.ts'
import { aConference, type BuiltConference, type BuiltExpert } from './builders.ts'
import { type EvaluationAnswer, evaluationQuestions } from './rules/after/evaluation.ts'

let program: TestProgram
beforeAll(async () => {
  program = await aProgram()
})
afterAll(() => program.close())

const pathOf = (built: BuiltConference<Visitor>) => `/conferences/${built.id}/evaluation`

/** Opens the evaluation as the process leader does. @returns its box */
async function opened(experts = 8): Promise<{ built: BuiltConference<Visitor>; boxId: string }> {
  const built = await aConference(program).withExperts(experts).build()
  const answer = await built.leader.post(`${pathOf(built)}/open`)
  expect(answer.status).toBe(303)
  const [row] = await stored<{ box_id: string }>(
    built,
    'select box_id from conference.evaluation where conference_id = $1',
  )
  return { built, boxId: row?.box_id ?? '' }
}

async function stored<Row>(built: BuiltConference<Visitor>, text: string): Promise<Row[]> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: program.test.adminUrl })
  await client.connect()
  try {
    return (await client.query(text, [built.id])).rows as Row[]
  } finally {
    await client.end()
  }
}

async function answers(boxId: string, expert: BuiltExpert | undefined, answer: EvaluationAnswer) {
  const { boxes } = program.program
  const actor = { room: 'public', id: expert?.id ?? null, associations: [] } as const
  const right = await boxes.take(actor, boxId, newNonce())
  if (!right.ok) throw new Error(right.refusal)
  const kept = await boxes.handIn(boxId, right.value, answer)
  if (!kept.ok) throw new Error(kept.refusal)
}

const all = (answer: 'good' | 'fair' | 'poor', comment = ''): EvaluationAnswer => ({
  ...Object.fromEntries(evaluationQuestions.map(question => [question, answer])),
  comment,
})

const { met: _, ...withoutMet } = all('good')

describe('the evaluation', () => {
  test('shows how many have answered while it is open, and nothing of what', async () => {
    const { built, boxId } = await opened()
    for (const expert of built.experts.slice(0, 6)) await answers(boxId, expert, all('poor', 'Usel lokal'))
    const page = await built.leader.get(pathOf(built))
    expect(page.text).toContain('6 av 8 har svarat')
    expect(page.text).not.toContain('Usel lokal')
    expect(page.text).not.toContain('Dåligt')
  })

  test('shows each question as shares, and the comments, when it is closed', async () => {
    const { built, boxId } = await opened()
    for (const [place, expert] of built.experts.slice(0, 6).entries())
      await answers(boxId, expert, all(place < 4 ? 'good' : 'poor', place === 5 ? 'Mer tid för samtal' : ''))
    await built.leader.post(`${pathOf(built)}/close`)
    const page = await built.leader.get(pathOf(built))
    expect(page.text).toContain('6 av 8')
    expect(page.text).toContain('Med respekt 67 % 4 av 6')
    expect(page.text).toContain('Mer tid för samtal')
  })

  test('with four answers shows nothing but the number, and keeps nothing either', async () => {
    const { built, boxId } = await opened()
    for (const expert of built.experts.slice(0, 4))
      await answers(boxId, expert, all('poor', 'Jag blev avbruten'))
    await built.leader.post(`${pathOf(built)}/close`)
    const page = await built.leader.get(pathOf(built))
    expect(page.text).toContain('4 av 8')
    expect(page.text).toContain('Svaren visas inte, eftersom färre än 5 svarade')
    expect(page.text).not.toContain('Jag blev avbruten')
    expect(page.text).not.toMatch(/\d+ %/)
    expect(await stored(built, 'select * from conference.evaluation_count where conference_id = $1')).toEqual(
      [],
    )
    expect(
      await stored(built, 'select * from conference.evaluation_comment where conference_id = $1'),
    ).toEqual([])
    for (const file of ['report', 'report/tables/evaluation.csv']) {
      const answer = await built.leader.get(`/conferences/${built.id}/${file}`)
      expect(answer.text).not.toContain('Jag blev avbruten')
    }
  })

  test('holds back a question that only four of eight answered, and shows the others', async () => {
    const { built, boxId } = await opened()
    for (const [place, expert] of built.experts.entries())
      await answers(boxId, expert, place < 4 ? all('poor') : withoutMet)
    await built.leader.post(`${pathOf(built)}/close`)
    const page = await built.leader.get(pathOf(built))
    expect(page.text).toContain('Hur mötte de andra dig? Färre än 5 svarade på den här frågan.')
    expect(page.text).toContain('Jag står bakom det 50 % 4 av 8')
    const kept = await stored<{ question: string }>(
      built,
      'select question from conference.evaluation_count where conference_id = $1',
    )
    expect(kept.map(row => row.question)).not.toContain('met')
  })

  test('is opened once, closed once, and says why not again', async () => {
    const { built } = await opened()
    const again = await built.leader.post(`${pathOf(built)}/open`)
    expect(again.status).toBe(409)
    expect(again.text).toContain('Utvärderingen är redan öppnad.')
    await built.leader.post(`${pathOf(built)}/close`)
    const closed = await built.leader.post(`${pathOf(built)}/close`)
    expect(closed.status).toBe(409)
    expect(closed.text).toContain('Utvärderingen är inte öppen')
    expect((await built.leader.post(`${pathOf(built)}/open`)).status).toBe(409)
  })

  test('cannot be opened where nobody could answer', async () => {
    const built = await aConference(program).withExperts(0).withItems(2).build()
    const answer = await built.leader.post(`${pathOf(built)}/open`)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Lägg till experter först.')
    expect((await built.leader.get(pathOf(built))).text).toContain('Utvärderingen är inte öppnad')
  })

  test('belongs to those who lead: others open, close and read nothing', async () => {
    const { built, boxId } = await opened()
    const stranger = await aConference(program).withExperts(1).build()
    const others = [
      program.visitor(),
      await program.as('other-manager'),
      await program.as('case-worker'),
      await built.enter(built.experts[0]),
      await stranger.enter(stranger.experts[0]),
    ]
    for (const other of others) {
      expect((await other.get(pathOf(built))).status).toBe(404)
      expect((await other.post(`${pathOf(built)}/close`)).status).toBe(403)
      expect((await other.post(`${pathOf(built)}/open`)).status).toBe(403)
    }
    const secretary = await program.as('secretary')
    expect((await secretary.get(pathOf(built))).status).toBe(200)
    expect((await secretary.post(`${pathOf(built)}/close`)).status).toBe(403)
    expect((await program.program.boxes.check(boxId, 'made-up')).ok).toBe(false)
  })

  test('a comment that points somebody out can be kept from the public, and shown again', async () => {
    const { built, boxId } = await opened()
    for (const expert of built.experts.slice(0, 5))
      await answers(boxId, expert, all('good', 'Kim var otrevlig'))
    await built.leader.post(`${pathOf(built)}/close`)
    const comments = await stored<{ id: string }>(
      built,
      'select id from conference.evaluation_comment where conference_id = $1',
    )
    expect(comments).toHaveLength(5)
    for (const { id } of comments) {
      const answer = await built.leader.post(`${pathOf(built)}/comments/${id}`, { withheld: 'yes' })
      expect(answer.status).toBe(303)
    }
    const report = `/conferences/${built.id}/report`
    const draft = await built.leader.get(report)
    expect(draft.text).not.toContain('Kim var otrevlig')
    expect(draft.text).toContain('5 kommentarer visas inte, eftersom de pekar ut någon.')
    await built.leader.post(`${pathOf(built)}/comments/${comments[0]?.id}`, { withheld: 'no' })
    expect((await built.leader.get(report)).text).toContain('4 kommentarer visas inte')
    const secretary = await program.as('secretary')
    const denied = await secretary.post(`${pathOf(built)}/comments/${comments[0]?.id}`, { withheld: 'yes' })
    expect(denied.status).toBe(403)
  })
})
