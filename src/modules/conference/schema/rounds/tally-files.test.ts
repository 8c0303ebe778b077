import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { InputFile } from '../../../../platform/files/input-file.ts'
import { runTally, type TallyFiles } from './tally-files.ts'
import { tallyText } from './tally-text.ts'

const conference2014 = new URL('../../../../../demo/conference-2014/', import.meta.url)
const from2014 = (name: string): InputFile => ({ name, bytes: readFileSync(new URL(name, conference2014)) })
const files2014: TallyFiles = {
  itemsFile: from2014('items.csv'),
  rulesFile: from2014('rules.json'),
  ballotsFile: from2014('ballots.csv'),
}

/** The published outcome, as its file has it. */
type Expected = {
  voters: number
  rounds: {
    round: number
    in: number
    accepted: number
    dropped: number
    kept: number
    acceptedByKind?: Record<string, number>
  }[]
  comprehensiveProtocol: number[]
  coreProtocol: { item: number; yes: number; of: number; percent: number }[]
}
const expected: Expected = JSON.parse(readFileSync(new URL('expected.json', conference2014), 'utf8'))

const file = (name: string, text: string): InputFile => ({ name, bytes: new TextEncoder().encode(text) })

describe('the conference of 2014', () => {
  const answer = runTally(files2014)
  if (answer.status === 2) throw new Error(answer.errors.join('\n'))
  const { output } = answer

  test('is counted without ties', () => {
    expect(answer.status).toBe(0)
    expect(output.rounds.flatMap(round => round.ties)).toEqual([])
    expect(output).not.toHaveProperty('awaits')
  })

  test('has the published size of every round', () => {
    const sizes = output.rounds.map(({ round, ballots, items, accepted, dropped, kept }) => ({
      round,
      ballots,
      in: items,
      accepted: accepted.length,
      dropped: dropped.length,
      kept: kept.length,
    }))
    const published = expected.rounds.map(({ round, in: size, accepted, dropped, kept }) => ({
      round,
      ballots: expected.voters,
      in: size,
      accepted,
      dropped,
      kept,
    }))
    expect(sizes).toEqual(published)
    const core = output.rounds[4]?.accepted ?? []
    expect({
      process: core.filter(item => item <= 97).length,
      effect: core.filter(item => item > 97).length,
    }).toEqual(expected.rounds[4]?.acceptedByKind)
  })

  test('gives the 41 of the comprehensive protocol', () => {
    expect(output.comprehensiveProtocol).toEqual(expected.comprehensiveProtocol)
  })

  test('gives the 15 of the core protocol, with k of n beside each percentage', () => {
    expect(output.coreProtocol).toEqual(expected.coreProtocol)
  })
})

test('a third process item with 13 yes ties for the last two core seats, and the count stops there', () => {
  const [heading = '', ...rows] = new TextDecoder().decode(files2014.ballotsFile.bytes).trimEnd().split('\n')
  // Items 7 and 54 took the last process seats with 13 yes. Item 16 gets as many, by turning no into yes.
  const yesTo16 = rows.filter(row => row.startsWith('5,') && row.endsWith(',16,yes')).length
  let missing = 13 - yesTo16
  const raised = rows.map(row => {
    if (missing === 0 || !row.startsWith('5,') || !row.endsWith(',16,no')) return row
    missing--
    return row.replace(',no', ',yes')
  })
  const answer = runTally({ ...files2014, ballotsFile: file('ballots.csv', [heading, ...raised].join('\n')) })
  if (answer.status === 2) throw new Error(answer.errors.join('\n'))
  expect(answer.status).toBe(3)
  expect(answer.output.rounds[4]?.ties).toEqual([{ cut: 'accept', items: [7, 16, 54], seats: 2 }])
  expect(answer.output.comprehensiveProtocol).toEqual(expected.comprehensiveProtocol)
  expect(answer.output.coreProtocol).toEqual([])
})

const items = 'item,kind\n1,process\n2,process\n3,effect\n'
const rules = `[
  {"round": 1, "items": "all", "ballot": "yes-no", "accept": {"top": 1}, "protocol": "comprehensive"},
  {"round": 2, "items": {"keptFrom": 1}, "ballot": {"choose": 1}, "accept": {"top": 1}, "drop": "rest", "protocol": "core"}
]`
const ballots = [
  'round,ballot,item,choice',
  '1,a,1,yes',
  '1,a,2,no',
  '1,a,3,abstain',
  '1,b,1,yes',
  '1,b,2,yes',
  '2,a,2,yes',
  '2,b,2,yes',
].join('\n')

const answerTo = (changed: { items?: string; rules?: string; ballots?: string } = {}) =>
  runTally({
    itemsFile: file('items.csv', changed.items ?? items),
    rulesFile: file('rules.json', changed.rules ?? rules),
    ballotsFile: file('ballots.csv', changed.ballots ?? ballots),
  })
const errorsOf = (changed: Parameters<typeof answerTo>[0]) => {
  const answer = answerTo(changed)
  if (answer.status !== 2) throw new Error(`counted with status ${answer.status}`)
  expect(answer).not.toHaveProperty('output')
  return answer.errors
}

describe('files are read as people save them', () => {
  const counted = answerTo()

  test('the small conference of these tests is counted', () => {
    expect(counted).toMatchObject({
      status: 0,
      output: { comprehensiveProtocol: [1], coreProtocol: [{ item: 2, yes: 2, of: 2, percent: 100 }] },
    })
  })

  test.each([
    ['with a byte order mark', (text: string) => `\ufeff${text}`],
    ['with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with semicolons, as Swedish Excel does', (text: string) => text.replaceAll(',', ';')],
    ['with all of that', (text: string) => `\ufeff${text.replaceAll(',', ';').replaceAll('\n', '\r\n')}\r\n`],
    ['with tabs, as it is copied from a spreadsheet', (text: string) => text.replaceAll(',', '\t')],
    ['with the line that tells Excel the separator', (text: string) => `sep=,\n${text}`],
    ['with quotation marks', (text: string) => text.replaceAll(/[^,\n]+/g, '"$&"')],
    ['with spaces and empty lines', (text: string) => text.replaceAll(',', ' , ').replaceAll('\n', '\n\n')],
    [
      'with other columns before and after',
      (text: string) => text.replaceAll(/^.+$/gm, 'åäö,$&,"more, and more"'),
    ],
  ])('%s', (_, saved) => {
    expect(answerTo({ items: saved(items), ballots: saved(ballots) })).toEqual(counted)
  })

  test('with columns in any order and rows in any order', () => {
    const [heading = '', ...rows] = ballots.split('\n')
    const turned = (row: string) => row.split(',').toReversed().join(',')
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), shuffled => {
        expect(answerTo({ ballots: [heading, ...shuffled].map(turned).join('\n') })).toEqual(counted)
      }),
      { numRuns: 20 },
    )
  })

  test('rules with a byte order mark and CRLF', () => {
    expect(answerTo({ rules: `\ufeff${rules.replaceAll('\n', '\r\n')}` })).toEqual(counted)
  })
})

describe('errors name file and line', () => {
  const with_ = (...rows: string[]) => ({ ballots: [ballots, ...rows].join('\n') })

  test.each([
    ['an unknown item', '1,b,9,yes', 'there is no item 9'],
    ['an unknown round', '7,b,3,yes', 'there is no round 7'],
    ['a ballot that votes twice', '1,b,2,no', 'ballot "b" votes twice on item 2 in round 1, first on line 6'],
    [
      'a choice that the ballot does not have',
      '1,b,3,maybe',
      'the choice "maybe" is not on the ballot of round 1, which has yes, no, abstain',
    ],
    [
      'an empty choice',
      '1,b,3,',
      'the choice "" is not on the ballot of round 1, which has yes, no, abstain',
    ],
    [
      'a choice in other letters',
      '1,b,3,Yes',
      'the choice "Yes" is not on the ballot of round 1, which has yes, no, abstain',
    ],
    [
      'an abstention where one chooses',
      '2,b,3,abstain',
      'the choice "abstain" is not on the ballot of round 2, which has yes, no',
    ],
    ['more chosen than allowed', '2,b,3,yes', 'ballot "b" chooses more than 1 in round 2'],
    ['too few columns', '1,b,3', 'has 3 columns, the heading has 4'],
    ['too many columns', '1,b,3,yes,yes', 'has 5 columns, the heading has 4'],
    ['an item that is no number', '1,b,three,yes', 'the item "three" is not a whole number from 1'],
    ['an item with a leading zero', '1,b,03,yes', 'the item "03" is not a whole number from 1'],
    ['a round that is missing', ',b,3,yes', 'the round is missing'],
    ['a ballot that is missing', '1,,3,yes', 'the ballot is missing'],
    ['an item that its round does not vote on', '2,b,1,no', 'item 1 is not voted on in round 2'],
    ['a quotation mark without its pair', '1,"b,3,yes', 'has quotation marks that do not pair'],
  ])('%s', (_, row, problem) => {
    expect(errorsOf(with_(row))).toEqual([`ballots.csv:9: ${problem}`])
  })

  test('all of them, not only the first, in the order of their lines', () => {
    expect(errorsOf(with_('1,b,9,yes', '1,b,3', '1,b,3,maybe', '7,b,x,yes'))).toEqual([
      'ballots.csv:9: there is no item 9',
      'ballots.csv:10: has 3 columns, the heading has 4',
      'ballots.csv:11: the choice "maybe" is not on the ballot of round 1, which has yes, no, abstain',
      'ballots.csv:12: the item "x" is not a whole number from 1',
    ])
  })

  test('of all three files at once', () => {
    expect(
      errorsOf({
        items: `${items}3,effect\n4,\nx,effect\n`,
        rules: '[\n{"round": 1}]',
        ballots: 'round,ballot,item\n1,a,1',
      }).map(line => line.split(': ')[0]),
    ).toEqual([
      'items.csv:5',
      'items.csv:6',
      'items.csv:7',
      'rules.json:2',
      'rules.json:2',
      'rules.json:2',
      'ballots.csv:1',
    ])
  })

  test('a missing column is told once, on the line of the heading', () => {
    expect(errorsOf({ ballots: ballots.replace('ballot,item', 'voter,item') })).toEqual([
      'ballots.csv:1: the column "ballot" is missing',
    ])
    expect(errorsOf({ items: items.replace('kind', 'item') })).toEqual([
      'items.csv:1: the column "kind" is missing',
      'items.csv:1: the column "item" is there twice',
    ])
  })

  test('what is not UTF-8, on each of its lines', () => {
    const latin1 = new Uint8Array(
      Buffer.from('item,kind,label\n1,process,ö\n2,process,o\n3,process,å', 'latin1'),
    )
    const answer = runTally({
      itemsFile: { name: 'items.csv', bytes: latin1 },
      rulesFile: file('rules.json', rules),
      ballotsFile: file('ballots.csv', ballots),
    })
    expect(answer).toEqual({ status: 2, errors: ['items.csv:2: is not UTF-8', 'items.csv:4: is not UTF-8'] })
  })

  test('a file that is empty, or has only a heading', () => {
    expect(errorsOf({ items: '', rules: '\n', ballots: '\ufeff' })).toEqual([
      'items.csv:1: the file is empty',
      'rules.json:1: the file is empty',
      'ballots.csv:1: the file is empty',
    ])
    expect(errorsOf({ ballots: 'round,ballot,item,choice\n' })).toEqual([
      'ballots.csv:1: has a heading but no ballots',
    ])
  })

  test('an item that is there twice, or has no kind', () => {
    expect(errorsOf({ items: 'item,kind\n1,process\n2,process\n1,process\n3,\n' })).toEqual([
      'items.csv:4: item 1 is already on line 2',
      'items.csv:5: the kind is missing',
    ])
  })

  test('rules that are no JSON, or point to what is not there', () => {
    expect(errorsOf({ rules: rules.replace('"yes-no",', '"yes-no"') })[0]).toMatch(
      /^rules\.json:2: is not valid JSON/,
    )
    expect(errorsOf({ rules: rules.replace('"keptFrom": 1', '"keptFrom": 2') })).toEqual([
      'rules.json:3: round 2 uses the result of round 2, which is not before it',
    ])
    expect(errorsOf({ rules: rules.replace('"all"', '{"kind": "efect"}') })).toEqual([
      'rules.json:2: no item is of the kind "efect"',
    ])
    expect(errorsOf({ rules: rules.replace('{"top": 1},', '{"top": {"proces": 1}},') })).toEqual([
      'rules.json:2: no item is of the kind "proces"',
    ])
    expect(errorsOf({ rules: rules.replace('"all"', '{"list": [1, 8]}') })).toEqual([
      'rules.json:2: there is no item 8',
    ])
  })

  test('a quoted value with line breaks counts from its first line, and does not move the lines after it', () => {
    for (const lineEnd of ['\n', '\r\n']) {
      const text = ['item,kind,label', 'a,process,"two', 'lines"', '', '2,process,x', 'b,process,y'].join(
        lineEnd,
      )
      expect(errorsOf({ items: text }).slice(0, 2)).toEqual([
        'items.csv:2: the item "a" is not a whole number from 1',
        'items.csv:6: the item "b" is not a whole number from 1',
      ])
    }
  })

  test('what a file holds cannot forge a line of its own', () => {
    const [error = ''] = errorsOf(with_('1,b,3,"yes\nballots.csv:1: fine"'))
    expect(error).not.toContain('\n')
    expect(errorsOf(with_(`1,b,3,${'x'.repeat(500)}`))[0]?.length).toBeLessThan(200)
  })

  test('ballots in a round after one that has none', () => {
    const three = rules.replace(
      '\n]',
      ',\n{"round": 3, "items": "all", "ballot": "yes-no", "accept": "none"}]',
    )
    const withoutRound2 = ballots.replaceAll(/^2,.*\n?/gm, '')
    expect(errorsOf({ rules: three, ballots: `${withoutRound2}3,a,1,yes` })).toEqual([
      'ballots.csv:7: round 3 has ballots, but round 2 before it has none',
    ])
  })
})

describe('a count that is not finished', () => {
  test('says which round has no ballots yet', () => {
    const answer = answerTo({ ballots: ballots.replaceAll(/^2,.*\n?/gm, '') })
    expect(answer).toMatchObject({ status: 0, output: { awaits: 2, comprehensiveProtocol: [1] } })
  })

  test('ends at a tie with status 3, and does not judge the ballots of later rounds', () => {
    const answer = answerTo({ ballots: ballots.replace('1,a,2,no', '1,a,2,yes') })
    expect(answer).toEqual({
      status: 3,
      output: {
        rounds: [
          {
            round: 1,
            ballots: 2,
            items: 3,
            accepted: [],
            dropped: [],
            kept: [3],
            ties: [{ cut: 'accept', items: [1, 2], seats: 1 }],
          },
        ],
        comprehensiveProtocol: [],
        coreProtocol: [],
      },
    })
  })
})

describe('the tally as text', () => {
  const textOf = (changed: Parameters<typeof answerTo>[0] = {}) => {
    const answer = answerTo(changed)
    if (answer.status === 2) throw new Error(answer.errors.join('\n'))
    return tallyText(answer.output)
  }

  test('has the rounds, and both protocols with k of n', () => {
    expect(textOf()).toBe(`Round  Ballots  Items  Accepted  Dropped  Kept
    1        2      3         1        0     2
    2        2      2         1        1     0

Comprehensive protocol, 1 item:
1

Core protocol, 1 item:
Item  Yes  Of  Percent
   2    2   2      100
`)
  })

  test('tells of a tie and what can be chosen', () => {
    expect(textOf({ ballots: ballots.replace('1,a,2,no', '1,a,2,yes') })).toContain(
      'Tie in round 1 at the accept cut: items 1, 2 have equal support and 1 of them can be accepted. Choose all, none or a run-off vote.',
    )
  })

  test('tells which round has no ballots yet', () => {
    expect(textOf({ ballots: ballots.replaceAll(/^2,.*\n?/gm, '') })).toContain('Round 2 has no ballots yet.')
  })
})
