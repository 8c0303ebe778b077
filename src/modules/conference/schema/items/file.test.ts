import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import writeExcel from 'write-excel-file/node'
import { itemsTemplate, readItemsFile, withNumbers } from './file.ts'
import { itemsFileSentence } from './file-messages.ts'

const read = (text: string, options = {}) =>
  readItemsFile({ name: 'items.csv', bytes: Buffer.from(text) }, options)

async function problemsOf(text: string, options = {}) {
  const answer = await read(text, options)
  if (answer.ok) throw new Error(`imported ${answer.items.length} items`)
  return answer.problems
}

describe('items are imported', () => {
  const item = {
    number: 7,
    kind: 'process',
    perspective: 'participant',
    wordingSv: 'Deltagaren har inflytande',
    wordingEn: 'The participant has influence',
    explanation: 'Därför',
  }
  test.each([
    [
      'with Swedish headings and words',
      'Nummer;Typ;Perspektiv;Lydelse;Lydelse (en);Förklaring\n7;Process;Deltagare;Deltagaren har inflytande;The participant has influence;Därför\n',
    ],
    [
      'with English headings and words',
      'ITEM,Kind,perspective,wording,label_en,explanation\n7,process,Participant,Deltagaren har inflytande,The participant has influence,Därför\n',
    ],
    [
      'in the form of 2014',
      'item,kind,report_number,perspective,label_sv,label_en,explanation\n7,process,2,participant,Deltagaren har inflytande,The participant has influence,Därför\n',
    ],
  ])('%s', async (_, text) => {
    expect(await read(text)).toMatchObject({ ok: true, items: [item] })
  })

  test('from a workbook', async () => {
    const bytes = await writeExcel([
      ['Nr', 'Slag', 'Formulering'],
      [7, 'Effekt', 'Fler i arbete'],
    ]).toBuffer()
    expect(await readItemsFile({ name: 'items.xlsx', bytes })).toMatchObject({
      ok: true,
      items: [{ number: 7, kind: 'effect', wordingSv: 'Fler i arbete', wordingEn: '', perspective: '' }],
    })
  })

  test('without wording only where that is allowed; they have their number', async () => {
    const text = 'item,kind,perspective,label_sv\n1,process,,\n2,effect,staff,B\n'
    expect(await read(text, { allowUnworded: true })).toMatchObject({
      ok: true,
      items: [
        { number: 1, wordingSv: '' },
        { number: 2, wordingSv: 'B' },
      ],
    })
    expect(await problemsOf(text)).toEqual([
      { row: 2, line: 2, column: 'label_sv', problem: 'wording-missing' },
    ])
    expect(await problemsOf('nr,typ,lydelse\n,process,\n', { allowUnworded: true })).toMatchObject([
      { problem: 'wording-and-number-missing' },
    ])
  })

  test('all 137 of 2014, of which 41 have been published with wording and perspective', async () => {
    const bytes = readFileSync(new URL('../../../../../demo/conference-2014/items.csv', import.meta.url))
    const answer = await readItemsFile({ name: 'items.csv', bytes }, { allowUnworded: true })
    if (!answer.ok) throw new Error('not imported')
    const { items, ignored } = answer
    expect(items.map(({ number }) => number)).toEqual(Array.from({ length: 137 }, (_, at) => at + 1))
    expect(items.filter(({ kind }) => kind === 'process')).toHaveLength(97)
    expect(items.filter(({ kind }) => kind === 'effect')).toHaveLength(40)
    const published = items.filter(({ wordingSv }) => wordingSv !== '')
    expect(published).toHaveLength(41)
    expect(published.every(({ wordingEn, perspective }) => wordingEn !== '' && perspective !== '')).toBe(true)
    expect(ignored).toEqual(['report_number'])

    const refused = await readItemsFile({ name: 'items.csv', bytes })
    expect(refused.ok ? [] : refused.problems).toHaveLength(96)
  })

  test('with kinds of another conference', async () => {
    const kinds = [{ value: 'structure', names: ['struktur'] }]
    expect(await read('typ,lydelse\nStruktur,A\n', { kinds })).toMatchObject({
      ok: true,
      items: [{ kind: 'structure' }],
    })
    expect(await problemsOf('typ,lydelse\nprocess,A\n', { kinds })).toMatchObject([
      { problem: 'kind-unknown', value: 'process', expected: 'struktur' },
    ])
  })

  test.each(['sv', 'en'] as const)('from the template that is offered (%s), as it is', async language => {
    expect(await read(itemsTemplate[language])).toMatchObject({
      ok: true,
      ignored: [],
      items: [
        {
          number: 1,
          kind: 'process',
          perspective: 'participant',
          wordingSv: expect.stringContaining('håller ihop'),
          wordingEn: expect.stringContaining('together'),
          explanation: expect.stringMatching(/^Ex/),
        },
      ],
    })
  })

  test('and get numbers after the highest where the file gives none', async () => {
    const answer = await read('nr,typ,lydelse\n,process,A\n9,process,B\n,effect,C\n')
    const items = answer.ok ? answer.items : []
    expect(withNumbers(items, 4).map(({ number }) => number)).toEqual([10, 9, 11])
    expect(withNumbers(items, 20).map(({ number }) => number)).toEqual([21, 9, 22])
  })
})

describe('what is wrong', () => {
  test('is told all at once, from the top, and nothing is imported', async () => {
    const text = [
      'nr,typ,perspektiv,lydelse,label_en',
      'x,process,,A,',
      '2,,,B,',
      '3,proces,,C,',
      '4,process,deltagre,D,',
      '5,process,,,',
      '6,process,,2014,12.5',
      '2,process,,E,',
      '8,process,,  b ,',
      '02,,,a,',
      '9,process,,rätt,',
    ].join('\n')
    expect((await problemsOf(text)).map(({ row, column, problem }) => [row, column, problem])).toEqual([
      [2, 'nr', 'number-wrong'],
      [3, 'typ', 'kind-missing'],
      [4, 'typ', 'kind-unknown'],
      [5, 'perspektiv', 'perspective-unknown'],
      [6, 'lydelse', 'wording-missing'],
      [7, 'lydelse', 'wording-without-letters'],
      [7, 'label_en', 'wording-without-letters'],
      [8, 'nr', 'number-twice'],
      [10, 'typ', 'kind-missing'],
      [10, 'nr', 'number-twice'],
    ])
  })

  test('includes the same wording twice within a kind, with the row where it stood first', async () => {
    expect(
      await problemsOf('typ,lydelse\nprocess,Stöd  i tid\neffekt,Stöd i tid\nProcess,stöd i tid\n'),
    ).toEqual([
      { row: 4, line: 4, column: 'lydelse', problem: 'wording-twice', value: 'stöd i tid', expected: '2' },
    ])
  })

  test.each(['0', '-1', '1.5', '1000000', '1e3', '٣'])('includes the number %s', async number => {
    expect(await problemsOf(`nr,typ,lydelse\n${number},process,A\n`)).toMatchObject([
      { problem: 'number-wrong' },
    ])
  })

  test('is said in Swedish and English with place, cause and what to do', async () => {
    const [problem] = await problemsOf('nr,typ,lydelse\n3,proces,A\n')
    if (!problem) throw new Error('no problem')
    expect(itemsFileSentence('sv', problem)).toBe(
      'Rad 2, kolumnen ”typ”: ”proces” är ingen typ i den här konferensen. Skriv någon av: process, effekt.',
    )
    expect(itemsFileSentence('en', problem)).toBe(
      'Row 2, column “typ”: “proces” is not a kind in this conference. Write one of: process, effekt.',
    )
  })

  test('with the encoding is said with the way to save it right', async () => {
    const answer = await readItemsFile({
      name: 'items.csv',
      bytes: Buffer.from('nr,typ,lydelse\n1,process,Vård\n', 'latin1'),
    })
    const [problem] = answer.ok ? [] : answer.problems
    if (!problem) throw new Error('no problem')
    expect(itemsFileSentence('sv', problem)).toContain('Spara som, välj CSV UTF-8')
    expect(itemsFileSentence('sv', problem)).toContain('Vård')
  })
})

test('whatever is in a file, it answers with items or problems and never throws', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 200 }).map(text => Buffer.from(`typ,lydelse\n${text}`)),
    fc.uint8Array({ maxLength: 200 }).map(rest => Buffer.concat([Buffer.from('PK\x03\x04'), rest])),
  )
  await fc.assert(
    fc.asyncProperty(bytes, async each => {
      const answer = await readItemsFile({ name: 'x', bytes: each })
      expect(answer.ok ? answer.items.length : answer.problems.length).toBeGreaterThan(0)
    }),
    { numRuns: 300 },
  )
})
