import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { runGroups } from './files.ts'

const run = (text: string, changes = {}) =>
  runGroups({
    expertsFile: { name: 'experts.csv', bytes: Buffer.from(text) },
    groups: 2,
    sittings: 1,
    seed: 1,
    ...changes,
  })

const experts = (ids: readonly string[]) =>
  ['expert,association,role', ...ids.map((id, at) => `${id},a${at % 2},r`)].join('\n')

test('the 24 experts of 2014 get 4 groups in 3 sittings at the bound of 16, each group with each association', async () => {
  const bytes = readFileSync(new URL('../../../../../demo/conference-2014/experts.csv', import.meta.url))
  const started = performance.now()
  const answer = await run('', { expertsFile: { name: 'experts.csv', bytes }, groups: 4, sittings: 3 })
  expect(performance.now() - started).toBeLessThan(2000)
  if (answer.status !== 0) throw new Error(answer.errors.join())
  expect(answer.output).toMatchObject({ repeatedMeetings: 16, bound: 16, imbalance: 0 })
  for (const group of answer.output.sittings.flat()) {
    expect(group).toHaveLength(6)
    // The file has eight of each association after one another.
    expect(new Set(group.map(id => Math.floor((Number(id) - 1) / 8))).size).toBe(3)
  }
})

describe('the groups of a file', () => {
  test('are printed with exactly the agreed names, and ids as they are in the file', async () => {
    const answer = await run(experts(['1', '2', '3', '4']))
    if (answer.status !== 0) throw new Error(answer.errors.join())
    expect(Object.keys(answer.output)).toEqual(['sittings', 'repeatedMeetings', 'bound', 'imbalance'])
    expect(answer.output.sittings.flat(2).sort()).toEqual([1, 2, 3, 4])
    expect(answer.output).toMatchObject({ repeatedMeetings: 0, bound: 0, imbalance: 0 })
  })

  test.each([[['1', '2', 'c']], [['01', '2', '3']], [['1.5', '2', '3']], [['9007199254740993', '2', '3']]])(
    'keep ids as text when not all are whole numbers: %j',
    async ids => {
      const answer = await run(experts(ids))
      expect(answer.status === 0 && answer.output.sittings.flat(2).sort()).toEqual(ids.toSorted())
    },
  )

  test('can be made of names where there are no ids', async () => {
    const answer = await run('namn,förbund,roll\nA,x,y\nB,x,y\n')
    expect(answer.status === 0 && answer.output.sittings).toEqual([[['A'], ['B']]])
  })
})

describe('what is given wrong ends with status 2 and a line for each error', () => {
  test.each([
    ['experts.csv:1: has 1 experts, too few for 2 groups', experts(['1']), {}],
    ['--groups: must be a whole number, at least 1', experts(['1', '2']), { groups: 0 }],
    ['--sittings: must be a whole number from 1 to 30', experts(['1', '2']), { sittings: 1.5 }],
    ['--seed: must be a whole number', experts(['1', '2']), { seed: Number.NaN }],
    ['experts.csv:3: "A" is there twice; give each an id', 'namn,förbund,roll\nA,x,y\nA,x,y\n', {}],
  ])('%s', async (line, text, changes) => {
    expect(await run(text, changes)).toEqual({ status: 2, errors: [line] })
  })

  test('with file and line', async () => {
    const answer = await run('expert,association,role\n1,,y\n1,x,y\n')
    expect(answer.status === 2 && answer.errors).toEqual([
      expect.stringMatching(/^experts\.csv:2: .*association/),
      expect.stringMatching(/^experts\.csv:3: /),
    ])
    expect(await run('expert,role\n1,y\n')).toMatchObject({
      errors: [expect.stringMatching(/^experts\.csv:1: /)],
    })
  })
})
