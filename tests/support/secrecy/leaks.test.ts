import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { aVote, type Keeping, nothing, sealed, type Values, voters } from './imagined-vote.ts'
import { findLeaks } from './leaks.ts'
import type { Observation } from './observation.ts'

const found = (observation: Observation) => [
  ...new Set(findLeaks(observation).map(({ rule, where }) => `${rule} ${where}`)),
]
const of = (voter: number) => voters[voter] as (typeof voters)[number]
const json = (voter: number) =>
  JSON.stringify(of(voter).choices.map((choice, place) => ({ item: place + 1, choice })))
const ofEach =
  (row: (voter: number, place: number) => Values): Keeping =>
  voted => ({ leaky: voted.map(row) })

test('a vote that keeps who may vote, and one sealed whole, gives nobody away', () => {
  expect(found(aVote())).toEqual([])
})

describe('said aloud:', () => {
  test.each([
    ['a ballot as text', json],
    ['a ballot as bytes', (voter: number) => `\\x${Buffer.from(json(voter)).toString('hex')}`],
    ['a ballot in base64', (voter: number) => Buffer.from(json(voter)).toString('base64')],
    [
      'a ballot as it was posted',
      (voter: number) =>
        of(voter)
          .choices.map((choice, at) => `item-${at + 1}=${choice}`)
          .join('&'),
    ],
    ['one choice', (voter: number) => of(voter).choices[0] ?? ''],
    ['one choice within a sentence, in Swedish', () => 'svarade nej på fråga 3'],
    ['a nonce', (voter: number) => of(voter).nonce.toString('base64url')],
    ['the secret', () => 'a secret that nobody should see'],
    ['what somebody wrote', (voter: number) => of(voter).comment],
  ])('%s', (_, write) => {
    const one: Keeping = voted => ({ leaky: voted.slice(0, 1).map(voter => ({ content: write(voter) })) })
    expect(found(aVote(one))).toContain('said-aloud leaky')
  })

  test('but not the name of a form of ballots, or what was there before', () => {
    const kept: Keeping = voted => ({
      rule: [{ rule: '{"ballot": "yes-no"}', xmin: String(900 + voted.length) }],
      older: [{ note: 'he said yes' }],
    })
    expect(found(aVote(kept)).filter(leak => leak.startsWith('said-aloud'))).toEqual([])
  })

  test('and not how many chose what, when it is closed', () => {
    const counts: Keeping = (_, isClosed) =>
      isClosed ? { result: [{ item: '1', choice: 'yes', votes: '9' }] } : nothing
    expect(found(aVote(counts))).toEqual([])
  })
})

describe('spelled out:', () => {
  const letters: Readonly<Record<string, string>> = { yes: '1', no: '0', abstain: '9' }
  const first = (voted: readonly number[]) => voted.slice(0, 1).flatMap(voter => of(voter).choices)
  test.each<[string, Keeping]>([
    [
      'letters',
      voted => ({
        leaky: [
          {
            content: first(voted)
              .map(choice => letters[choice])
              .join(''),
          },
        ],
      }),
    ],
    [
      'words',
      voted => ({
        leaky: [
          {
            content: first(voted)
              .map(choice => `x${letters[choice]}`)
              .join(', '),
          },
        ],
      }),
    ],
    [
      'bytes',
      voted => ({
        leaky: [
          {
            content: `\\x00${first(voted)
              .map(choice => `0${letters[choice]}`)
              .join('')}ff`,
          },
        ],
      }),
    ],
    ['rows', voted => ({ leaky: first(voted).map(choice => ({ choice: letters[choice] ?? '' })) })],
    [
      'rows that are in order by a number only',
      voted => ({
        leaky: first(voted)
          .map((choice, at) => ({ item: String(at), choice: letters[choice] ?? '' }))
          .toReversed(),
      }),
    ],
    [
      'columns',
      voted => ({
        leaky: [Object.fromEntries(first(voted).map((choice, at) => [`i${at}`, letters[choice] ?? '']))],
      }),
    ],
    [
      'the counts, in the order in which the first ballot was counted',
      (voted, isClosed) =>
        isClosed
          ? { leaky: first(voted).map((choice, at) => ({ item: String(at), choice, votes: '7' })) }
          : nothing,
    ],
  ])('in %s', (_, keeping) => {
    expect(found(aVote(keeping))).toContain('spelled-out leaky')
  })
})

describe('in common:', () => {
  test.each<[string, Keeping]>([
    [
      'a value',
      voted => ({
        checked: voted.map(voter => ({ id: of(voter).id, receipt: of(voter).name.repeat(3) })),
        leaky: voted.map(voter => ({ receipt: of(voter).name.repeat(3), sealed: 'x'.repeat(40) })),
      }),
    ],
    [
      'a time within a text',
      voted => ({
        checked: voted.map((voter, place) => ({ id: of(voter).id, at: `2026-01-01T10:${10 + place}:01Z` })),
        leaky: voted.map((_, place) => ({ note: `came 2026-01-01T10:${10 + place}:01Z, sealed` })),
      }),
    ],
    [
      'a transaction',
      voted => ({
        checked: voted.map((voter, place) => ({ id: of(voter).id, xmin: String(2000 + place) })),
        leaky: voted.map((_, place) => ({ sealed: 'x', xmin: String(2000 + place) })),
      }),
    ],
    [
      'the votes of a group of two',
      (_, isClosed) => ({
        member: voters.slice(0, 2).map(({ id }) => ({ id, group: 'politicians' })),
        ...(isClosed && { leaky: [{ group: 'politicians', choice: 'yes', votes: '2' }] }),
      }),
    ],
  ])('%s', (_, keeping) => {
    expect(found(aVote(keeping))).toContain('in-common leaky')
  })

  test('but not the votes of a group of five', () => {
    const group: Keeping = (_, isClosed) => ({
      member: voters.slice(0, 5).map(({ id }) => ({ id, group: 'politicians' })),
      ...(isClosed && { result: [{ group: 'politicians', choice: 'yes', votes: '2' }] }),
    })
    expect(found(aVote(group))).toEqual([])
  })
})

describe('in order:', () => {
  test.each<[string, Keeping]>([
    ['ids as they were written', ofEach(voter => ({ id: of(voter).id }))],
    ['names', ofEach(voter => ({ name: of(voter).name }))],
    ['numbers', ofEach(voter => ({ number: String(voter + 1) }))],
    [
      'a serial number, in rows that lie otherwise',
      voted => ({
        leaky: voters.flatMap(({ id }, voter) =>
          voted.includes(voter) ? [{ id, serial: String(voted.indexOf(voter)) }] : [],
        ),
      }),
    ],
    [
      'a time',
      voted => ({
        leaky: voters.map(({ id }, voter) => ({
          id,
          seen: voted.includes(voter) ? `10:${10 + voted.indexOf(voter)}` : null,
        })),
      }),
    ],
    [
      'transactions',
      voted => ({
        leaky: voters.map(({ id }, voter) => ({
          id,
          xmin: String(voted.includes(voter) ? 3000 + voted.indexOf(voter) : 1),
        })),
      }),
    ],
    [
      'locks',
      voted => ({
        leaky: voters.map(({ id }, voter) => ({
          id,
          xmax: String(voted.includes(voter) ? 3000 + voted.indexOf(voter) : 0),
        })),
      }),
    ],
    ['backwards', voted => ({ leaky: voted.toReversed().map(voter => ({ id: of(voter).id })) })],
    [
      'comments, published in the order in which they came',
      (voted, isClosed) =>
        isClosed ? { leaky: voted.map(voter => ({ comment: of(voter).comment })) } : nothing,
    ],
  ])('%s', (_, keeping) => {
    expect(found(aVote(keeping))).toContain('in-order leaky')
  })

  test('but not who took part, all written at the close in another order', () => {
    const participation: Keeping = (_, isClosed) =>
      isClosed ? { participation: voters.map(({ id }) => ({ id, taken: 't', xmin: '5000' })) } : nothing
    expect(found(aVote(participation))).toEqual([])
  })
})

describe('step by step:', () => {
  const shelf = Array.from(voters, () => randomBytes(40).toString('hex'))
  test.each<[string, Keeping]>([
    [
      'a count for each voter',
      voted => ({ leaky: voters.map(({ id }, voter) => ({ id, n: voted.includes(voter) ? '1' : '0' })) }),
    ],
    [
      'a sum that grows by what was said',
      voted => ({
        leaky: [
          { sum: String(voted.reduce((sum, voter) => sum + yes(voter), 0)), xmin: String(voted.length) },
        ],
      }),
    ],
    [
      'a sealed whole as long as its content',
      voted => ({
        leaky: [{ sealed: sealed(100 + voted.reduce((sum, voter) => sum + json(voter).length, 0)) }],
      }),
    ],
    [
      'more rows for some than for others',
      voted => ({ leaky: voted.flatMap(voter => Array.from({ length: yes(voter) }, () => ({ mark: 'x' }))) }),
    ],
    ['a sealed row for each ballot', ofEach((_, place) => ({ sealed: shelf[place] ?? '' }))],
    [
      'a sealed whole that is written anew in part',
      voted => ({
        leaky: [
          {
            sealed: `\\x${shelf.map((part, voter) => (voted.includes(voter) ? part : part.replace(/./g, 'e'))).join('')}`,
          },
        ],
      }),
    ],
  ])('%s', (_, keeping) => {
    expect(found(aVote(keeping))).toContain('step-by-step leaky')
  })
})
const yes = (voter: number) => of(voter).choices.filter(choice => choice === 'yes').length

describe('the log:', () => {
  const withLine = (line: (voter: number) => string) =>
    aVote(undefined, ({ kind, voters: [voter] }) => (kind === 'ballot' && voter === 3 ? [line(voter)] : []))
  test.each<[string, (voter: number) => string]>([
    ['who', voter => `{"msg":"voted","expert":"${of(voter).id}"}`],
    ['a page of somebody', voter => `{"url":"/conferences/1/experts/${of(voter).id}"}`],
    ['from where', () => '{"remoteAddress":"192.168.1.17"}'],
    ['from where, in the longer form', () => '{"remoteAddress":"::ffff:a00:1"}'],
    ['what', () => '{"body":"item-3=yes&item-4=no"}'],
    ['a nonce', voter => `{"cookie":"nonce=${of(voter).nonce.toString('base64url')}"}`],
  ])('%s', (_, line) => {
    expect(found(withLine(line))).toEqual(['log log'])
  })

  test('a line for each ballot, whatever it says', () => {
    expect(found(aVote(undefined, ({ kind }) => (kind === 'ballot' ? ['{"msg":"received"}'] : [])))).toEqual([
      'log log',
    ])
  })

  test('but not a fault, with its time and its route', () => {
    const fault =
      '{"time":"2026-01-01T10:11:12.000Z","req":{"method":"POST","route":"/vote/:box"},"msg":"a request failed"}'
    expect(found(withLine(() => fault))).toEqual([])
  })
})
