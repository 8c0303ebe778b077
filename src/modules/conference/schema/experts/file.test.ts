import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import writeExcel from 'write-excel-file/node'
import { expertsTemplate, readExpertsFile } from './file.ts'
import { expertsFileLine, expertsFileSentence } from './file-messages.ts'

const read = (text: string, options = {}) =>
  readExpertsFile({ name: 'experts.csv', bytes: Buffer.from(text) }, options)

async function problemsOf(text: string, options = {}) {
  const answer = await read(text, options)
  if (answer.ok) throw new Error(`imported ${answer.experts.length} experts`)
  return answer.problems
}

describe('experts are imported', () => {
  test('in the form of 2014', async () => {
    expect(
      await read('expert,association,role\n1,norra-vastmanland,participant\n2,norra-vastmanland,officer\n'),
    ).toEqual({
      ok: true,
      ignored: [],
      experts: [
        { id: '1', name: '', email: null, association: 'norra-vastmanland', role: 'participant', line: 2 },
        { id: '2', name: '', email: null, association: 'norra-vastmanland', role: 'officer', line: 3 },
      ],
    })
  })

  test('with Swedish headings, functions instead of names, and addresses', async () => {
    const text =
      'Funktion;E-post;Samordningsförbund;Roll\nEnhetschef;chef@exempel.se;Norra Västmanland;Chef\n'
    expect(await read(text)).toMatchObject({
      ok: true,
      experts: [{ id: null, name: 'Enhetschef', email: 'chef@exempel.se', role: 'manager' }],
    })
  })

  test('from a workbook', async () => {
    const bytes = await writeExcel([
      ['Nr', 'Namn', 'Förbund', 'Roll'],
      [1, 'Anhörig 1', 'Östra', 'närstående'],
    ]).toBuffer()
    expect(await readExpertsFile({ name: 'e.xlsx', bytes })).toMatchObject({
      ok: true,
      experts: [{ id: '1', name: 'Anhörig 1', association: 'Östra', role: 'relative' }],
    })
  })

  test('with one spelling of each association, the first', async () => {
    const text = 'namn,förbund,roll\nA,Östra Östergötland,chef\nB,östra  östergötland,chef\n'
    const answer = await read(text)
    expect(answer.ok && answer.experts.map(({ association }) => association)).toEqual([
      'Östra Östergötland',
      'Östra Östergötland',
    ])
  })

  test('with the associations of the conference, by any of their names', async () => {
    const associations = [{ value: 'id-1', names: ['Norra Västmanland', 'NV'] }]
    expect(await read('namn,förbund,roll\nA,nv,chef\n', { associations })).toMatchObject({
      ok: true,
      experts: [{ association: 'id-1' }],
    })
    expect(await problemsOf('namn,förbund,roll\nA,Södra,chef\n', { associations })).toMatchObject([
      { problem: 'association-unknown', value: 'Södra', expected: 'Norra Västmanland' },
    ])
  })

  test('with any role where that is allowed', async () => {
    expect(await read('id,förbund,roll\n1,a,Läkare\n2,a,läkare\n', { roles: 'any' })).toMatchObject({
      ok: true,
      experts: [{ role: 'Läkare' }, { role: 'Läkare' }],
    })
  })

  test.each(['sv', 'en'] as const)('from the template that is offered (%s), as it is', async language => {
    expect(await read(expertsTemplate[language])).toMatchObject({ ok: true, experts: [{ role: 'manager' }] })
  })
})

describe('what is wrong', () => {
  test('is told all at once, from the top', async () => {
    const text = [
      'id,namn,e-post,förbund,roll',
      ',,,a,chef',
      '1,A,a@b,a,chef',
      '1,B,b@exempel.se,,kung',
      '3,C,B@exempel.se,a,',
    ].join('\n')
    expect((await problemsOf(text)).map(({ row, column, problem }) => [row, column, problem])).toEqual([
      [2, 'namn', 'id-and-name-missing'],
      [3, 'e-post', 'email-wrong'],
      [4, 'förbund', 'association-missing'],
      [4, 'roll', 'role-unknown'],
      [4, 'id', 'id-twice'],
      [5, 'roll', 'role-missing'],
      [5, 'e-post', 'email-twice'],
    ])
  })

  test('is said in Swedish and English with place, cause and what to do', async () => {
    const [problem] = await problemsOf('id,förbund,roll\n1,a,kung\n')
    if (!problem) throw new Error('no problem')
    expect(expertsFileSentence('sv', problem)).toBe(
      'Rad 2, kolumnen ”roll”: ”kung” är ingen roll i den här konferensen. Skriv någon av: deltagare, närstående, tjänsteman, chef, politiker.',
    )
    expect(expertsFileLine('experts.csv', problem)).toMatch(
      /^experts\.csv:2: column “roll”: “kung” is not a role/,
    )
  })
})
