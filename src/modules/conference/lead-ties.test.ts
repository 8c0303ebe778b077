import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProgram, type TestProgram } from '../../../tests/support/test-program.ts'
import { aConference } from './builders.ts'
import type { VotingRule } from './rules/rounds/rule.ts'

let program: TestProgram
beforeAll(async () => {
  program = await aProgram()
})
afterAll(() => program.close())

const two: Partial<VotingRule> = { accept: { top: 2 }, drop: 'rest' }

/** Two seats: item 1 is sure of one, items 2 and 3 have equal support for the other. */
async function aTie(rule = two) {
  const built = await aConference(program)
    .withItems(4)
    .withExperts(5)
    .withRules([rule])
    .open(1)
    .voted(place => ({ 1: 'yes', 2: place < 3 ? 'yes' : 'no', 3: place > 1 ? 'yes' : 'no', 4: 'no' }))
    .close(1)
    .build()
  const round = `/conferences/${built.id}/rounds/1`
  const settle = (decision: string, items = '2,3', cut = 'accept') =>
    built.leader.post(`${round}/settle`, { cut, items, decision })
  return { ...built, round, settle, console: () => built.leader.get(`/conferences/${built.id}/lead`) }
}

describe('a tie at the cut', () => {
  test('is shown with its votes and seats, and the round cannot be published while it stands', async () => {
    const { console, leader, round } = await aTie()
    const { text } = await console()
    expect(text).toContain('Lika röstetal vid gränsen för att gå in')
    expect(text).toContain('2 förslag har lika starkt stöd, men det finns bara 1 plats.')
    expect(text).toContain('3 av 5')
    for (const choice of ['Ta in alla', 'Ta inte in något av dem', 'Rösta om dem igen'])
      expect(text).toContain(choice)
    expect(text).not.toContain('Publicera resultatet')
    const answer = await leader.post(`${round}/publish`)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Avgör det innan du publicerar.')
  })

  test('is not settled by itself: without a choice nothing is done', async () => {
    const { leader, round, console } = await aTie()
    const answer = await leader.post(`${round}/settle`, { cut: 'accept', items: '2,3' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Välj hur det ska avgöras.')
    expect((await console()).text).toContain('Lika röstetal vid gränsen')
  })

  test('settled with all takes one more than the rule says, and the result says so', async () => {
    const { settle, leader, round } = await aTie()
    const settled = await leader.follow(await settle('all'))
    expect(settled.text).toContain('Visa de 3 som går in')
    await leader.post(`${round}/publish`)
    expect((await leader.get(round)).text).toContain(
      'Förslag 2 och 3 fick lika röstetal vid gränsen för att gå in. Alla går in: 1 fler än regeln säger.',
    )
  })

  test('settled with none takes one fewer', async () => {
    const { settle, leader, round } = await aTie()
    const settled = await leader.follow(await settle('none'))
    expect(settled.text).toContain('Visa det som går in')
    await leader.post(`${round}/publish`)
    expect((await leader.get(round)).text).toContain('Inget av dem går in: 1 färre än regeln säger.')
  })

  test('settled by a run-off opens a vote on the tied items alone, with its own turnout', async () => {
    const { settle, leader, round, experts, vote, console } = await aTie()
    const opened = await leader.follow(await settle('run-off'))
    expect(opened.text).toContain(
      '2 förslag fick lika röstetal. Experterna röstar igen om bara dem, och det finns 1 plats.',
    )
    expect(opened.text).toContain('0 av 5 har röstat')
    for (const expert of experts.slice(0, 3)) await vote(expert, { 2: 'no', 3: 'yes' })
    expect((await console()).text).toContain('3 av 5 har röstat')

    const published = await leader.post(`${round}/publish`)
    expect(published.status).toBe(409)
    expect(published.text).toContain('En särskiljande omröstning pågår.')

    const closed = await leader.follow(await leader.post(`${round}/close-run-off`))
    expect(closed.text).toContain('Visa de 2 som går in')
    expect(closed.text).toContain('3 av 5 röstade.')
    await leader.post(`${round}/publish`)
    const result = await leader.get(`/api${round}`)
    expect(result.json()).toMatchObject({
      ties: [{ cut: 'accept', items: [2, 3], seats: 1, decision: 'run-off' }],
    })
    const items = (result.json() as { items: { item: number; outcome: string }[] }).items
    expect(items.filter(one => one.outcome === 'accepted').map(one => one.item)).toEqual([1, 3])
  })

  test('that stands in the run-off too is settled again', async () => {
    const { settle, leader, round, experts, vote } = await aTie()
    await settle('run-off')
    await vote(experts[0], { 2: 'yes', 3: 'yes' })
    const tied = await leader.follow(await leader.post(`${round}/close-run-off`))
    expect(tied.text).toContain('Förslagen fick lika röstetal också i den särskiljande omröstningen.')
    expect(tied.text).toContain('1 av 1')
    const settled = await leader.follow(await settle('all'))
    expect(settled.text).toContain('Visa de 3 som går in')
    expect(settled.text).toContain(
      'Experterna röstade igen om bara dem, i en särskiljande omröstning: 1 av 5 röstade.',
    )
    expect(settled.text).toContain(
      'Förslag 2 och 3 fick lika röstetal också när experterna röstade igen. Alla går in: 1 fler än regeln säger.',
    )
  })

  test('is refused when it is not there, and when it is settled already', async () => {
    const { settle } = await aTie()
    expect((await settle('all', '1,4')).text).toContain('De förslagen har inte lika röstetal längre.')
    expect((await settle('all')).status).toBe(303)
    const again = await settle('none')
    expect(again.status).toBe(409)
    expect(again.text).toContain('De förslagen har inte lika röstetal längre.')
  })

  test('at the cut for falling out is settled in its own words', async () => {
    const { settle, console, leader, id, publish, enter, experts } = await aTie({
      accept: { top: 1 },
      drop: { bottom: 2 },
    })
    const { text } = await console()
    expect(text).toContain('Lika röstetal vid gränsen för att falla bort')
    expect(text).toContain('2 förslag har lika svagt stöd, men bara 1 ska falla bort.')
    expect(text).not.toContain('Inget förslag diskuteras igen.')
    const settled = await leader.follow(await settle('none', '2,3', 'drop'))
    expect(settled.text).toContain('Visa det som faller bort')
    await publish(1)
    const expert = await enter(experts[0])
    const readers = [
      await leader.get(`/conferences/${id}/rounds/1`),
      await leader.get(`/conferences/${id}/projector`),
      await expert.get('/take-part/results/1'),
    ]
    for (const page of readers)
      expect(page.text).toContain(
        'Förslag 2 och 3 fick lika röstetal vid gränsen för att falla bort. Inget av dem faller bort: 1 färre än regeln säger.',
      )
  })
})

test('of two ties, one run-off is voted on at a time', async () => {
  const { leader, id } = await aConference(program)
    .withItems([{ kind: 'process' }, { kind: 'process' }, { kind: 'effect' }, { kind: 'effect' }])
    .withExperts(3)
    .withRules([{ accept: { top: { process: 1, effect: 1 } }, drop: 'rest' }])
    .open(1)
    .voted(() => ({ 1: 'yes', 2: 'yes', 3: 'yes', 4: 'yes' }))
    .close(1)
    .build()
  const settle = (items: string) =>
    leader.post(`/conferences/${id}/rounds/1/settle`, { cut: 'accept', items, decision: 'run-off' })
  expect((await settle('1,2')).status).toBe(303)
  const second = await settle('3,4')
  expect(second.status).toBe(409)
  expect(second.text).toContain('En särskiljande omröstning pågår. Stäng den först.')
})
