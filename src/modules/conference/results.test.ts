import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProgram, type TestProgram } from '../../../tests/support/test-program.ts'
import { aConference } from './builders.ts'
import { demoConferences } from './commands/demo.ts'

let program: TestProgram
beforeAll(async () => {
  program = await aProgram()
})
afterAll(() => program.close())

const finished = `/conferences/${demoConferences.finished}/rounds`
const rowsOf = (csv: string) =>
  csv
    .trim()
    .split('\r\n')
    .map(line => line.split(';'))

describe('the result of a round', () => {
  test('has each item of 2014 with its votes, k of n beside the percentage, and the rule with its checksum', async () => {
    const leader = await program.as('process-leader')
    const { text, html } = await leader.get(`${finished}/1`)
    expect(text).toContain('23 av 24 experter röstade om 97 förslag.')
    expect(text).toContain('Går in 14 Diskuteras igen 37 Faller bort 46')
    expect(text).toMatch(/9\. Deltagaren känner sig sedd och lyssnad på 23 av 23 \(100 %\) Går in/)
    expect(text).toContain('De 14 med flest ja går till det omfattande protokollet.')
    expect(html).toMatch(/<code>[0-9a-f]{64}<\/code>/)
    expect(html.match(/<th scope="row"/g)?.length).toBeGreaterThanOrEqual(97)
  })

  test('is sorted by what was chosen, and back', async () => {
    const leader = await program.as('process-leader')
    const first = (html: string) => html.match(/<tbody>.*?<th scope="row"[^>]*>(.*?)<\/th>/s)?.[1]
    expect(first((await leader.get(`${finished}/2?sort=item`)).html)).toMatch(/^(2\.|Förslag 2$)/)
    expect(first((await leader.get(`${finished}/2?sort=item&direction=descending`)).html)).toMatch(/^97\./)
    const { html } = await leader.get(`${finished}/2?sort=stability`)
    expect(html).toContain('aria-sort="descending"')
    expect((await leader.get(`${finished}/2?sort=nonsense`)).status).toBe(200)
  })

  test('says how far the votes moved since the items were voted on before', async () => {
    const leader = await program.as('process-leader')
    expect((await leader.get(`${finished}/2`)).text).toMatch(/\d+ % sedan omröstning 1/)
    expect((await leader.get(`${finished}/1`)).text).not.toContain('sedan omröstning')
  })

  test('comes as CSV with a column for each figure', async () => {
    const leader = await program.as('process-leader')
    const answer = await leader.get(`${finished}/1?format=csv`)
    expect(answer.headers['content-type']).toContain('text/csv')
    // The mark that makes Excel read UTF-8.
    expect(answer.bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
    const [head, ...rows] = rowsOf(answer.bytes.toString('utf8'))
    expect(head?.slice(0, 6)).toEqual(['Nummer', 'Förslag', 'Typ', 'Utfall', 'Ja', 'Nej'])
    expect(rows).toHaveLength(97)
    expect(rows.filter(row => row[3] === 'Går in')).toHaveLength(14)
    for (const row of rows) expect(row).toHaveLength(head?.length ?? 0)
  })

  test('of ratings has median, quartiles and spread', async () => {
    const { id, leader } = await aConference(program)
      .withItems(2)
      .withExperts(5)
      .withRules([
        {
          ballot: 'rating-1-9',
          accept: 'rand',
          drop: 'rand',
          shareOf: 'stands',
        },
      ])
      .open(1)
      .voted(place => ({ 1: 7 + (place % 3), 2: place < 2 ? 1 : 9 }))
      .close(1)
      .publish(1)
      .build()
    const { items } = (await leader.get(`/api/conferences/${id}/rounds/1`)).json() as {
      items: { item: number; rating: { median: number; histogram: number[]; disagrees: boolean } }[]
    }
    expect(items.find(one => one.item === 1)?.rating).toMatchObject({
      median: 8,
      lowerQuartile: 7,
      upperQuartile: 8,
      histogram: [0, 0, 0, 0, 0, 0, 2, 2, 1],
      disagrees: false,
    })
    expect(items.find(one => one.item === 2)?.rating.disagrees).toBe(true)
    expect((await leader.get(`/conferences/${id}/rounds/1`)).text).toContain('Kvartiler')
  })

  test('of a round that is not counted sends those who lead to where it is led', async () => {
    const { id, leader } = await aConference(program).open(1).build()
    const answer = await leader.get(`/conferences/${id}/rounds/1`)
    expect([answer.status, answer.location]).toEqual([303, `/conferences/${id}/lead`])
    expect((await leader.get(`/conferences/${id}/rounds/9`)).location).toBe(`/conferences/${id}/lead`)
  })
})

describe('the stakeholder groups', () => {
  const ofRoles = (...roles: string[]) => roles.map(role => ({ role }))
  const many = (role: string, count: number) => Array.from({ length: count }, () => role)

  test('are shown where they are large enough, and the small ones with the reason why they are not', async () => {
    const { id, leader } = await aConference(program)
      .withItems(1)
      .withExperts(
        ofRoles(...many('officer', 6), ...many('manager', 6), ...many('politician', 5), 'relative'),
      )
      .open(1)
      .voted(place => ({ 1: place < 6 ? 'yes' : 'no' }))
      .close(1)
      .publish(1)
      .build()
    const { text } = await leader.get(`/conferences/${id}/rounds/1`)
    expect(text).toContain('Tjänsteman (6)')
    expect(text).toContain('6 av 6')
    // The single relative would follow by subtraction if all others were shown.
    expect(text).toMatch(/Visas inte: (Närstående, Politiker|Politiker, Närstående)\./)
    expect(text).toContain('En grupp med färre än fem valsedlar visas aldrig för sig.')
    const { groups } = (await leader.get(`/api/conferences/${id}/rounds/1`)).json() as {
      groups: { group: string; voted: number | null }[]
    }
    expect(Object.fromEntries(groups.map(({ group, voted }) => [group, voted]))).toEqual({
      manager: 6,
      officer: 6,
      politician: null,
      relative: null,
    })
  })

  test('that are all too small say so, and no single group’s votes are anywhere', async () => {
    const { id, leader } = await aConference(program).withExperts(4).open(1).close(1).build()
    expect((await leader.get(`/conferences/${id}/rounds/1`)).text).toContain(
      'Grupperna är för små för att visas för sig.',
    )
  })
})

describe('what if', () => {
  test('other limits show what would have gone in and out, marked as no decision, and change nothing', async () => {
    const leader = await program.as('process-leader')
    const before = (await leader.get(`${finished}/1?format=csv`)).bytes
    const page = await leader.get(`${finished}/1/what-if`)
    expect(page.text).toContain('Tänk om – inte konferensens beslut')
    expect(page.html).toContain('name="top"')

    const tried = await leader.get(`${finished}/1/what-if?accept=atLeast&atLeast=95&drop=below&below=50`)
    expect(tried.text).toContain('Tänk om – inte konferensens beslut')
    expect(tried.text).toContain('Skulle inte ha gått in')
    expect(tried.text).toMatch(/\d+ går in, \d+ diskuteras igen, \d+ faller bort\./)
    const same = await leader.get(`${finished}/1/what-if?accept=top&top=14&drop=below&below=50`)
    expect(same.text).toContain('Det hade blivit samma förslag som går in.')
    expect((await leader.get(`${finished}/1?format=csv`)).bytes.equals(before)).toBe(true)
  })

  test('says when other limits would have met a tie, and settles nothing', async () => {
    const { id, leader } = await aConference(program)
      .withItems(3)
      .open(1)
      .voted(() => ({ 1: 'yes', 2: 'yes', 3: 'no' }))
      .close(1)
      .build()
    const { text } = await leader.get(`/conferences/${id}/rounds/1/what-if?accept=top&top=1&drop=none`)
    expect(text).toContain('2 förslag hade hamnat på lika röstetal vid gränsen.')
  })

  test('limits that make no sense come back with the sentence', async () => {
    const leader = await program.as('process-leader')
    const answer = await leader.get(`${finished}/1/what-if?accept=atLeast&atLeast=mycket&drop=none`)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Skriv andelen i procent')
    expect(answer.html).toContain('value="mycket"')
  })
})
