import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProgram, type TestProgram } from '../../../tests/support/test-program.ts'
import { aConference } from './builders.ts'
import { accord } from './messages/accord.ts'
import { accordItems } from './rules/after/accord.ts'

let program: TestProgram
beforeAll(async () => {
  program = await aProgram()
})
afterAll(() => program.close())

const decided = () =>
  aConference(program)
    .withItems(3)
    .withExperts(6)
    .open(1)
    .voted(() => ({ 1: 'yes', 2: 'yes', 3: 'no' }))
    .close(1)
    .publish(1)
    .build()

describe('the ACCORD checklist', () => {
  test('has the 35 items of the paper, each in both languages', () => {
    expect(accordItems).toHaveLength(35)
    expect(new Set(accordItems).size).toBe(35)
    for (const language of ['sv', 'en'] as const)
      for (const item of accordItems) expect(accord[language].item[item].length).toBeGreaterThan(10)
  })

  test('says what the system knows, and where in the report more is said', async () => {
    const built = await decided()
    const page = await built.leader.get(`/conferences/${built.id}/accord`)
    expect(page.text).toContain('Omröstning 1: 6 av 6 lämnade in en valsedel.')
    expect(page.html).toContain(`/conferences/${built.id}/report#secrecy`)
    expect(page.text).toContain('Fylls i av er')
  })

  test('keeps what is written, counts it, and puts it in the report', async () => {
    const built = await decided()
    const path = `/conferences/${built.id}/accord`
    const counted = async () =>
      Number(/Besvarade punkter (\d+) av 35/.exec((await built.leader.get(path)).text)?.[1])
    const before = await counted()
    const saved = await built.leader.post(path, {
      M1: 'Inte registrerad i förväg.',
      M3: 'Förbunden valde dem.',
    })
    expect(saved.status).toBe(303)
    expect(await counted()).toBe(before + 2)
    const report = await built.leader.get(`/conferences/${built.id}/report`)
    expect(report.text).toContain('Hur experterna valdes Förbunden valde dem.')
    const table = await built.leader.get(`/conferences/${built.id}/report/tables/accord.csv`)
    expect(table.html).toContain('Inte registrerad i förväg.')
  })

  test('an emptied field takes its answer away, and a field that was not sent keeps its own', async () => {
    const built = await decided()
    const path = `/conferences/${built.id}/accord`
    await built.leader.post(path, { O2: 'Inga egna intressen.', O3: 'Förbunden betalade.' })
    await built.leader.post(path, { O2: '' })
    const page = await built.leader.get(path)
    expect(page.text).not.toContain('Inga egna intressen.')
    expect(page.text).toContain('Förbunden betalade.')
  })

  test('a text that is too long comes back as it was typed, with a sentence', async () => {
    const built = await decided()
    const long = 'ä'.repeat(4001)
    const answer = await built.leader.post(`/conferences/${built.id}/accord`, { D1: long })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Texten är för lång.')
    expect(answer.html).toContain(long)
  })

  test('is read and not written by the secretary', async () => {
    const built = await decided()
    const secretary = await program.as('secretary')
    const path = `/conferences/${built.id}/accord`
    const page = await secretary.get(path)
    expect(page.status).toBe(200)
    expect(page.html).not.toContain('<textarea')
    expect((await secretary.post(path, { M1: 'Nej' })).status).toBe(403)
  })
})
