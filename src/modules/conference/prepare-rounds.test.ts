import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProgram, type TestProgram, type Visitor } from '../../../tests/support/test-program.ts'
import { aConference, type BuiltConference } from './builders.ts'
import { ruleHash } from './rules/rounds/rule-hash.ts'
import { votingRuleSchema } from './schema/rounds/voting-rule.ts'

let program: TestProgram
beforeAll(async () => {
  program = await aProgram()
})
afterAll(() => program.close())

const published = readFileSync(join(import.meta.dirname, '../../../demo/conference-2014/rules.json'))
const planOf = (conference: BuiltConference<Visitor>) => `/conferences/${conference.id}/rounds`
const rule = {
  items: 'kind',
  kind: 'process',
  ballot: 'yes-no',
  accept: 'atLeast',
  atLeast: '70',
  drop: 'below',
  below: '50',
  protocol: 'comprehensive',
  shareOf: '',
}

/** What a browser sends for a page's form of text boxes, radio buttons and lists that nobody touched. */
const fieldsOf = (html: string): Record<string, string> => {
  const fields: Record<string, string> = {}
  const valueIn = (tag: string) => plain(/ value="([^"]*)"/.exec(tag)?.[1] ?? '')
  const nameIn = (tag: string) => plain(/ name="([^"]*)"/.exec(tag)?.[1] ?? '')
  for (const [tag] of html.matchAll(/<input [^>]*>/g))
    if (!tag.includes('type="radio"') || / checked/.test(tag)) fields[nameIn(tag)] = valueIn(tag)
  for (const [tag, options = ''] of html.matchAll(/<select [^>]*>(.*?)<\/select>/gs))
    fields[nameIn(tag)] = valueIn(/<option [^>]*selected[^>]*>/.exec(options)?.[0] ?? '')
  return fields
}
const plain = (escaped: string) => escaped.replaceAll('&quot;', '"').replaceAll('&amp;', '&')

describe('the plan of the rounds', () => {
  test('says each rule in words, with the checksum of the rule', async () => {
    const conference = await aConference(program).build()
    const page = await conference.leader.get(planOf(conference))
    expect(page.text).toContain('Omröstning 1: alla förslag, med ja, nej eller avstår.')
    const [stored] = await conference.rounds()
    const hash = stored ? ruleHash(stored.round.rule) : ''
    expect(page.text).toContain(`Regelns kontrollsumma: ${hash.slice(0, 12)}`)
    expect(page.text).toContain(hash)
    expect(page.text).toContain('avgör aldrig slumpen')
  })

  test('grows by a round from the form, and shrinks again', async () => {
    const conference = await aConference(program).build()
    const { leader } = conference
    const saved = await leader.follow(await leader.post(`${planOf(conference)}/new`, rule))
    expect(saved.text).toContain('Omröstningen är sparad')
    expect(saved.text).toContain('Omröstning 2: alla processförslag')
    expect(saved.text).toContain('De som får minst 70 % ja går till det omfattande protokollet.')

    const changed = await leader.post(`${planOf(conference)}/2/edit`, { ...rule, atLeast: '2/3' })
    expect((await leader.follow(changed)).text).toContain('minst 2/3 ja')
    expect((await leader.get(`${planOf(conference)}/2/edit`)).html).toContain('value="2/3"')

    const removed = await leader.follow(await leader.post(`${planOf(conference)}/1/remove`))
    expect(removed.text).toContain('Omröstning 1: alla processförslag')
    expect(removed.text).not.toContain('Omröstning 2')
  })

  test('keeps a rule and its hash when its form is opened and saved as it is', async () => {
    const written = [
      { round: 1, items: { kind: 'ny typ' }, ballot: 'yes-no', accept: { moreThan: '1/2' }, drop: 'rest' },
      {
        round: 2,
        items: 'all',
        ballot: 'yes-no',
        accept: { top: { 'ny typ': 3 } },
        drop: { below: '50/100' },
      },
      { round: 3, items: { keptFrom: [2, 1] }, ballot: 'rating-1-9', accept: 'comet', drop: 'comet' },
      { round: 4, items: { list: [5, 3] }, ballot: { choose: 1 }, accept: { atLeast: 0.5 } },
    ].map(one => votingRuleSchema.parse(one))
    const conference = await aConference(program).withRules(written).build()
    for (const rule of written) {
      const form = `${planOf(conference)}/${rule.round}/edit`
      const saved = await conference.leader.post(form, fieldsOf((await conference.leader.get(form)).html))
      expect(saved.status, saved.text).toBe(303)
    }
    const stored = (await conference.rounds()).map(({ round }) => round.rule)
    expect(stored).toEqual(written)
    expect(stored.map(ruleHash)).toEqual(written.map(ruleHash))
  })

  test('says what is wrong with a round, and keeps what was chosen', async () => {
    const conference = await aConference(program).build()
    const answer = await conference.leader.post(`${planOf(conference)}/new`, { ...rule, atLeast: 'många' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Skriv andelen i procent')
    expect(answer.html).toContain('href="#atLeast"')
    expect(answer.html).toContain('value="många"')
  })

  test('does not take a round away that a later one builds on', async () => {
    const conference = await aConference(program)
      .withRules([{}, { items: { keptFrom: [1] } }])
      .build()
    const answer = await conference.leader.post(`${planOf(conference)}/1/remove`)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('En senare omröstning bygger på den här')
  })

  test('can begin with the rules of 2014, and gives them out as they were published', async () => {
    const conference = await aConference(program).build()
    const { leader } = conference
    const planned = await leader.follow(
      await leader.post(`${planOf(conference)}/template`, { template: 'conference-2014' }),
    )
    expect(planned.text).toContain('De 10 processförslag och 5 effektförslag som har flest ja')
    const exported = await leader.get(`${planOf(conference)}/rules.json`)
    expect(exported.headers['content-disposition']).toContain('rules.json')
    const bytes = Buffer.from(exported.bytes)

    const other = await aConference(program).build()
    const read = await other.leader.upload(`${planOf(other)}/import`, 'file', { name: 'rules.json', bytes })
    expect(read.status).toBe(303)
    const hashes = async (of: BuiltConference<Visitor>) =>
      (await of.rounds()).map(({ round }) => ruleHash(round.rule))
    expect(await hashes(other)).toEqual(await hashes(conference))
    const original = await other.leader.upload(`${planOf(other)}/import`, 'file', {
      name: 'rules.json',
      bytes: published,
    })
    expect(original.status).toBe(303)
    expect(await hashes(other)).toEqual(await hashes(conference))
  })

  test('changes nothing when the file is wrong, and says on which line', async () => {
    const conference = await aConference(program).build()
    const text = '[\n  {"round":1,"items":"all","ballot":"yes-no",\n   "accept":{"topp":3}}\n]'
    const answer = await conference.leader.upload(`${planOf(conference)}/import`, 'file', {
      name: 'rules.json',
      bytes: Buffer.from(text),
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Rad 3')
    expect((await conference.rounds()).length).toBe(1)
  })

  test('is locked where a round has been opened', async () => {
    const conference = await aConference(program).withRules([{}, {}]).withExperts(3).open(1).build()
    const { leader } = conference
    const page = await leader.get(planOf(conference))
    expect(page.text).toContain('Regeln är låst sedan omröstningen öppnades')
    expect(page.html).not.toContain(`${planOf(conference)}/1/edit`)
    const before = (await conference.rounds()).map(({ round }) => ruleHash(round.rule))
    for (const [path, fields] of [
      ['1/edit', rule],
      ['1/remove', {}],
      ['template', { template: 'comet' }],
    ] as const) {
      const answer = await leader.post(`${planOf(conference)}/${path}`, fields)
      expect([path, answer.status]).toEqual([path, 409])
      expect(answer.text).toContain('regeln är låst')
    }
    expect((await conference.rounds()).map(({ round }) => ruleHash(round.rule))).toEqual(before)
    // What has not been opened can still be changed.
    expect((await leader.post(`${planOf(conference)}/2/edit`, rule)).status).toBe(303)
  })
})
