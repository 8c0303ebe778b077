import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProgram, type TestProgram, type Visitor } from '../../../tests/support/test-program.ts'
import { demoAssociations } from '../organisations/index.ts'
import { aMeasure, aMeasurement } from './builders.ts'

let program: TestProgram
let leader: Visitor
let secretary: Visitor
beforeAll(async () => {
  program = await aProgram()
  leader = await program.as('process-leader')
  secretary = await program.as('secretary')
})
afterAll(() => program.close())

const [norra, huddinge] = demoAssociations
const own = norra?.id ?? ''
const period = '2031-10'
const before = '2030-10'

/** The row of an indicator on the board's page: to where the next row has its figure. */
function rowOf(text: string, number: number): string {
  const start = text.indexOf(` ${number}. `)
  const own = text.indexOf('Varför den här siffran?', start)
  return text.slice(start, text.indexOf('Varför den här siffran?', own + 1))
}

describe('the page for a board', () => {
  test('shows what is better, what is worse, and what cannot be said, to leader and secretary', async () => {
    const [better, worse, same, few] = await Promise.all(
      [1, 2, 3, 5].map(number => aMeasure(program.test.database, `${number}-participant`, 'participant')),
    )
    const ids = [better, worse, same, few].map(id => id ?? '')
    const [a = '', b = '', c = '', d = ''] = ids
    await aMeasurement(program.test.database, {
      associationId: own,
      period: before,
      group: 'participant',
      answers: [
        { measureId: a, yes: 20, no: 60 },
        { measureId: b, yes: 70, no: 10 },
        { measureId: c, yes: 40, no: 40 },
        { measureId: d, yes: 40, no: 40 },
      ],
    })
    await aMeasurement(program.test.database, {
      associationId: own,
      period,
      group: 'participant',
      answers: [
        { measureId: a, yes: 60, no: 20 },
        { measureId: b, yes: 30, no: 50 },
        { measureId: c, yes: 42, no: 38 },
        { measureId: d, yes: 2, no: 2 },
      ],
    })
    for (const reader of [leader, secretary]) {
      const page = await reader.get('/indicators')
      expect(page.status).toBe(200)
      const [, betterOnes = '', worseOnes = ''] =
        /Säkert bättre (.*?) Säkert sämre (.*?) Ingen säker/.exec(page.text) ?? []
      expect(betterOnes).toContain('Insatserna byggs kring deltagarens behov')
      expect(worseOnes).toContain('Deltagaren har inflytande över sin rehabilitering')
      expect(betterOnes + worseOnes).not.toContain('Rehabiliteringen får ta den tid')
      expect(betterOnes + worseOnes).not.toContain('symtom')
      expect(rowOf(page.text, 1)).toMatch(/75 % \(65–83 %\) av 80 svar/)
      expect(rowOf(page.text, 1)).toContain('Högre, bättre')
      expect(rowOf(page.text, 2)).toContain('Lägre, sämre')
      expect(rowOf(page.text, 3)).toContain('Ingen säker skillnad')
      expect(rowOf(page.text, 5)).toContain('Visas inte: färre än fem svar')
      expect(rowOf(page.text, 5)).toContain('Kan inte jämföras: färre än fem svar')
    }
  })

  test('breaks the series where the question is another, and says so', async () => {
    const [first, second] = await Promise.all([
      aMeasure(program.test.database, '6-participant', 'participant'),
      aMeasure(program.test.database, '6-participant', 'participant'),
    ])
    await aMeasurement(program.test.database, {
      associationId: own,
      period: '2032-10',
      group: 'participant',
      answers: [{ measureId: first, yes: 5, no: 25 }],
    })
    await aMeasurement(program.test.database, {
      associationId: own,
      period: '2033-10',
      group: 'participant',
      answers: [{ measureId: second, yes: 25, no: 5 }],
    })
    const page = await leader.get('/indicators/6?group=participant')
    expect(page.text).toContain('Ny fråga, kan inte jämföras')
    expect(rowOf((await leader.get('/indicators')).text, 6)).toContain('Ny fråga, kan inte jämföras')
  })

  test('shows nothing of a measurement that is still open', async () => {
    const measureId = await aMeasure(program.test.database, '40-staff', 'staff')
    await aMeasurement(program.test.database, {
      associationId: own,
      period: '2034-10',
      group: 'staff',
      answers: [{ measureId, yes: 30, no: 3 }],
      isOpen: true,
    })
    expect((await leader.get('/indicators/40')).text).toContain('Ingen har svarat på den här frågan än')
  })

  test('is the own association’s only', async () => {
    const other = await program.as('other-manager')
    expect((await other.get('/indicators?association=norra-vastmanland')).status).toBe(404)
    expect((await other.get('/indicators/1?association=norra-vastmanland')).status).toBe(404)
    const page = await other.get('/indicators')
    expect(page.text).toContain(huddinge?.name)
    expect(page.text).not.toContain('Norra Västmanland')
  })

  test.each([['a visitor'], ['a case worker']])('is not for %s', async who => {
    const reader = who === 'a visitor' ? program.visitor() : await program.as('case-worker')
    expect((await reader.get('/indicators')).status).toBe(403)
    expect((await reader.get('/indicators/1')).status).toBe(403)
  })
})

describe('the page of an indicator', () => {
  test('hides an initiative with few, and another so that it cannot be reckoned', async () => {
    const names = ['Ankaret', 'Bryggan', 'Cykeln'].map(name => ({ id: randomUUID(), name }))
    await program.test.database.write({ room: 'association', id: null, associations: [own] }, trx =>
      trx
        .insertInto('organisations.initiative')
        .values(names.map(one => ({ ...one, association_id: own, starts_on: null, ends_on: null })))
        .execute(),
    )
    const measureId = await aMeasure(program.test.database, '14-board', 'board')
    await aMeasurement(program.test.database, {
      associationId: own,
      period,
      group: 'board',
      answers: names.map(({ id }, place) => ({
        measureId,
        initiativeId: id,
        yes: [3, 10, 20][place] ?? 0,
        no: 0,
      })),
    })
    const page = await leader.get(`/indicators/14?group=board&period=${period}`)
    expect(page.text).toMatch(/Ankaret Visas inte/)
    expect(page.text).toMatch(/Bryggan Visas inte/)
    expect(page.text).toMatch(/Cykeln 100 % 84–100 % 20/)
    expect(page.text).toContain('33, varav 33 positiva')
  })

  test('says how the figure came to be', async () => {
    const page = await leader.get(`/indicators/1?group=participant&period=${period}`)
    expect(page.text).toContain('Formulär och version test 1')
    expect(page.text).toContain('Svar som räknas 80, varav 60 positiva')
    expect(page.text).toContain('Förslag 1 på konsensuskonferensen 2014')
    expect(page.text).toContain('Wilsons intervall')
  })

  test.each(['999', 'own-nothing', '%27', 'x'.repeat(99)])('does not exist for %s', async id => {
    expect((await leader.get(`/indicators/${id}`)).status).toBe(404)
  })
})

describe('the report of a wave', () => {
  async function aSmallWave() {
    const measureId = await aMeasure(program.test.database, '15-manager', 'manager')
    const few = await aMeasure(program.test.database, '14-manager', 'manager')
    return aMeasurement(program.test.database, {
      associationId: own,
      period: '2040-10',
      group: 'manager',
      answers: [
        { measureId, yes: 8, no: 3 },
        { measureId: few, yes: 4, no: 0 },
      ],
    })
  }

  test('is a page, a tagged PDF, a Word file, a workbook and CSV for Swedish Excel that say the same', async () => {
    const at = `/indicators/waves/${await aSmallWave()}/report`
    const page = await secretary.get(at)
    expect(page.text).toContain('Rapport: chefer hos parterna, oktober 2040')
    expect(page.text).toMatch(/73 % 43 % 90 % 11/)
    expect(page.text).toContain('Färre än fem: visas inte')
    const pdf = await secretary.get(`${at}.pdf`)
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.bytes.toString('latin1')).toContain('/MarkInfo')
    for (const format of ['docx', 'xlsx'])
      expect((await secretary.get(`${at}.${format}`)).bytes.subarray(0, 2).toString()).toBe('PK')
    const csv = await secretary.get(`${at}.csv`)
    expect(csv.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    const lines = csv.bytes.toString('utf8').trim().split('\r\n')
    expect(lines.find(line => line.startsWith('15;'))).toMatch(/;0,7273;0,4344;0,9025;11;;Ny fråga$/)
    expect(lines.find(line => line.startsWith('14;'))).toMatch(/;;;;;;Färre än fem: visas inte$/)
  })

  test('is the own association’s only', async () => {
    const at = `/indicators/waves/${await aSmallWaveThatIsThere()}/report`
    const other = await program.as('other-manager')
    for (const file of ['', '.pdf', '.csv', '.xlsx', '.docx']) {
      expect((await other.get(`${at}${file}`)).status).toBe(404)
      expect((await program.visitor().get(`${at}${file}`)).status).toBe(403)
    }
  })

  const aSmallWaveThatIsThere = async () => {
    const page = await leader.get('/indicators')
    return /\/indicators\/waves\/([0-9a-f-]+)\/report/.exec(page.html)?.[1]
  }
})
