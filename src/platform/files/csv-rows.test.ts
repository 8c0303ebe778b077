import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eachCsvRow } from './csv-rows.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

function read(content: string | Uint8Array, columns: readonly string[] = ['who', 'what']) {
  const bytes = typeof content === 'string' ? bytesOf(content) : content
  const rows: (readonly [number, ...string[]])[] = []
  const { problems } = eachCsvRow({ name: 'f.csv', bytes }, columns, ({ line, values }) =>
    rows.push([line, ...values]),
  )
  return { rows, problems: problems.map(({ line, problem }) => `${line}: ${problem}`) }
}

describe('a table', () => {
  test('has its columns in any order, among others', () => {
    expect(read('what,when,who\nyes,now,Eva\nno,then,Bo\n')).toEqual({
      rows: [
        [2, 'Eva', 'yes'],
        [3, 'Bo', 'no'],
      ],
      problems: [],
    })
  })

  test.each([
    ['semicolons and a byte order mark', '\ufeffwho;what\r\nEva;1,5\r\n', [[2, 'Eva', '1,5']]],
    ['tabs', 'who\twhat\nEva\t1\n', [[2, 'Eva', '1']]],
    ['Excel’s line about the sign', 'sep=;\nwho;what\nEva;1\n', [[3, 'Eva', '1']]],
    [
      'line feeds alone, and no last one',
      'who,what\rEva,1\rBo,2',
      [
        [2, 'Eva', '1'],
        [3, 'Bo', '2'],
      ],
    ],
    ['empty lines and spaces', 'who , what\n\n Eva , 1 \n', [[3, 'Eva', '1']]],
  ])('is read with %s', (_, text, rows) => {
    expect(read(text)).toEqual({ rows, problems: [] })
  })

  test('has any text in quotes, and knows the line where a row begins', () => {
    const { rows, problems } = read('who,what\n"Eva, ""E""","one\r\ntwo"\nBo,3\n')
    expect(problems).toEqual([])
    expect(rows).toEqual([
      [2, 'Eva, "E"', 'one\ntwo'],
      [4, 'Bo', '3'],
    ])
  })

  test('gives back any values that were written as RFC 4180 says', () => {
    const value = fc.string({ unit: 'binary' }).map(text => text.replaceAll(/[\r\0]/g, '').trim())
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1 }), pairs => {
        const text = `who,what\n${pairs.map(pair => pair.map(quote).join(',')).join('\n')}\n`
        expect(read(text).rows.map(([, ...values]) => values)).toEqual(pairs)
      }),
    )
  })
})

describe('what is wrong with a table is told with its line', () => {
  test('columns that are missing or there twice, and then no rows', () => {
    expect(read('who,who\nEva,1\n')).toEqual({
      rows: [],
      problems: ['1: the column "what" is missing', '1: the column "who" is there twice'],
    })
  })

  test('rows of another width, and the others are read', () => {
    expect(read('who,what\nEva\nBo,1\nMy,2,3\n')).toEqual({
      rows: [[3, 'Bo', '1']],
      problems: ['2: has 1 column, the heading has 2', '4: has 3 columns, the heading has 2'],
    })
  })

  test('a quotation mark without its pair, and nothing after it is read', () => {
    const { rows, problems } = read('who,what\nEva,1\n"Bo,2\nMy,3\n')
    expect(rows).toEqual([[2, 'Eva', '1']])
    expect(problems).toEqual(['3: has quotation marks that do not pair'])
  })

  test('lines that are not UTF-8, each of them', () => {
    const latin = Buffer.from('who,what\nP\xe5l,1\nBo,2\nÅsa,3\n', 'latin1')
    expect(read(latin)).toEqual({ rows: [], problems: ['2: is not UTF-8', '4: is not UTF-8'] })
  })

  test('a file with nothing in it', () => {
    expect(read(' \n')).toEqual({ rows: [], problems: ['1: the file is empty'] })
  })
})
