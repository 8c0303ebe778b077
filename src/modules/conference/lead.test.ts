import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProgram, type TestProgram } from '../../../tests/support/test-program.ts'
import { aConference } from './builders.ts'

let program: TestProgram
beforeAll(async () => {
  program = await aProgram()
})
afterAll(() => program.close())

const hiddenHash = (html: string) => html.match(/name="shownHash" value="([0-9a-f]{64})"/)?.[1] ?? ''

describe('the console', () => {
  test('leads a round from opening to publishing', async () => {
    const { id, leader, experts, vote } = await aConference(program).withItems(3).withExperts(5).build()
    const lead = `/conferences/${id}/lead`
    const planned = await leader.get(lead)
    expect(planned.status).toBe(200)
    expect(planned.text).toContain('Omröstning 1 av 1')

    const opened = await leader.post(`/conferences/${id}/rounds/1/open`, {
      shownHash: hiddenHash(planned.html),
      minutes: '5',
    })
    expect(opened.status).toBe(303)
    for (const expert of experts.slice(0, 3)) await vote(expert, { 1: 'yes', 2: 'no' })
    const open = await leader.follow(opened)
    expect(open.text).toContain('3 av 5 har röstat')
    expect(open.text).toContain('2 experter har inte röstat än')

    const closed = await leader.follow(await leader.post(`/conferences/${id}/rounds/1/close`))
    expect(closed.text).toContain('3 av 5 röstade.')
    expect(closed.text).toContain('1 Går in')

    const published = await leader.follow(await leader.post(`/conferences/${id}/rounds/1/publish`))
    expect(published.text).toContain('Alla omröstningar är publicerade')
  })
})
