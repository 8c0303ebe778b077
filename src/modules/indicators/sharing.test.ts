import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProgram, type TestProgram, type Visitor } from '../../../tests/support/test-program.ts'
import { demoAssociations } from '../organisations/index.ts'
import { aMeasure, aMeasurement } from './builders.ts'

let program: TestProgram
let leader: Visitor
let visitor: Visitor
const own = demoAssociations[0]?.id ?? ''
const address = '/api/open-data/indicators?association=norra-vastmanland'

interface Published {
  readonly series: string
  readonly n: number
  readonly share: number
}
interface Cube {
  readonly size: readonly number[]
  readonly id: readonly string[]
  readonly dimension: Readonly<Record<string, { readonly category: { readonly index: readonly string[] } }>>
  readonly value: Readonly<Record<string, number>>
}

let enough: string
let few: string
beforeAll(async () => {
  program = await aProgram()
  leader = await program.as('process-leader')
  visitor = program.visitor()
  enough = await aMeasure(program.test.database, '1-manager', 'manager')
  few = await aMeasure(program.test.database, '2-manager', 'manager')
  await aMeasurement(program.test.database, {
    associationId: own,
    period: '2050-10',
    group: 'manager',
    answers: [
      { measureId: enough, yes: 6, no: 2 },
      { measureId: few, yes: 4, no: 0 },
    ],
  })
})
afterAll(() => program.close())

const decide = (who: Visitor, sharing: string, on: string) =>
  who.post('/indicators/sharing', { association: 'norra-vastmanland', sharing, on })

const published = async () => (await visitor.get(address)).json() as readonly Published[]

describe('open data', () => {
  test('has what an association publishes, for everybody, and nothing of fewer than five', async () => {
    const shares = await published()
    expect(shares.find(({ series }) => series === enough)).toMatchObject({ n: 8, share: 0.75 })
    expect(shares.some(({ series }) => series === few)).toBe(false)
    expect(shares.filter(({ n }) => n < 5)).toEqual([])
    expect((await visitor.get('/open-data')).text).toContain('Norra Västmanland')
  })

  test('is the same as JSON-stat, cell by cell, and as CSV', async () => {
    const cube = (await visitor.get(`${address.replace('?', '/json-stat?')}`)).json() as Cube
    const index = (name: string, value: string) => cube.dimension[name]?.category.index.indexOf(value) ?? -1
    const place = [
      index('association', 'norra-vastmanland'),
      index('period', '2050-10'),
      index('series', enough),
      index('figure', 'share'),
    ].reduce((sum, at, dimension) => sum * (cube.size[dimension] ?? 0) + at, 0)
    expect(cube.id).toEqual(['association', 'period', 'series', 'figure'])
    expect(cube.value[place]).toBe(0.75)
    expect(Object.keys(cube.value)).toHaveLength((await published()).length * 5)
    const csv = await visitor.get(`${address.replace('?', '/csv?')}`)
    expect(csv.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(csv.bytes.toString()).toContain(`;${enough};survey;8;6;0,75;`)
  })

  test('ends when the association says so, and only its leaders may', async () => {
    for (const who of [visitor, await program.as('secretary'), await program.as('other-manager')])
      expect((await decide(who, 'publishes', 'no')).status).toBe(403)
    expect((await published()).length).toBeGreaterThan(0)

    expect((await decide(leader, 'publishes', 'no')).status).toBe(303)
    expect(await published()).toEqual([])
    expect((await leader.get('/indicators/sharing')).text).toContain('Publicera som öppna data')
    await decide(leader, 'publishes', 'yes')
    expect((await published()).length).toBeGreaterThan(0)
  })
})

describe('comparison', () => {
  test('shows other associations only to those who compare themselves', async () => {
    const page = () => leader.get('/indicators/1?group=participant&period=2024-10')
    expect((await page()).text).toContain('Skogsbygden')
    await decide(leader, 'compares', 'no')
    const without = await page()
    expect(without.text).toContain('Förbundet deltar inte i jämförelsen')
    expect(without.text).not.toContain('Skogsbygden')
    await decide(leader, 'compares', 'yes')
    expect((await page()).text).toContain('Skogsbygden')
  })
})
