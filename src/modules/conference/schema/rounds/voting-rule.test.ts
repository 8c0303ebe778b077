import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { votingRuleSchema, votingRulesSchema } from './voting-rule.ts'

const round1 = {
  round: 1,
  items: 'all',
  ballot: 'yes-no',
  accept: { top: 14 },
  drop: { below: 0.5 },
  protocol: 'core',
}
const rated = { ...round1, ballot: 'rating-1-9', drop: 'none' }

const problemsOf = (rule: unknown): string[] => {
  const read = votingRuleSchema.safeParse(rule)
  return read.success ? [] : read.error.issues.map(({ message }) => message)
}
const problemsOfAll = (...rules: unknown[]): string[] => {
  const read = votingRulesSchema.safeParse(rules)
  return read.success ? [] : read.error.issues.map(({ message }) => message)
}

describe('a rule', () => {
  test('of 2014 is read as it stands', () => {
    const file = new URL('../../../../../demo/conference-2014/rules.json', import.meta.url)
    const rules = votingRulesSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    expect(rules[0]).toEqual({
      round: 1,
      items: { kind: 'process' },
      ballot: 'yes-no',
      accept: { top: 14 },
      drop: { below: { numerator: 5, denominator: 10 } },
      shareOf: 'ballots',
      protocol: 'comprehensive',
    })
    expect(rules[4]).toMatchObject({
      items: { acceptedIn: [1, 2, 3, 4] },
      accept: { top: { process: 10, effect: 5 } },
      drop: 'rest',
    })
  })

  test('that has been read is JSON that can be read again, and stays the same', () => {
    for (const rule of [
      round1,
      { ...rated, accept: 'comet', drop: { comet: { agree: '4/5' } }, items: { keptFrom: 1 } },
    ]) {
      const read = votingRuleSchema.parse(rule)
      expect(votingRuleSchema.parse(JSON.parse(JSON.stringify(read)))).toEqual(read)
    }
  })

  test('has shares of the ballots, but ratings of those who rated, unless it says otherwise', () => {
    expect(votingRuleSchema.parse(round1).shareOf).toBe('ballots')
    expect(votingRuleSchema.parse(rated).shareOf).toBe('stands')
    expect(votingRuleSchema.parse({ ...rated, shareOf: 'ballots' }).shareOf).toBe('ballots')
  })

  test('may leave out what to drop and where to write, and then does neither', () => {
    const { drop: _, protocol: __, ...short } = round1
    expect(votingRuleSchema.parse(short)).toMatchObject({ drop: 'none', protocol: 'none' })
  })

  test('takes a share as a decimal or an exact fraction', () => {
    const share = (atLeast: unknown) => votingRuleSchema.parse({ ...round1, accept: { atLeast } }).accept
    expect(share(0.7)).toEqual({ atLeast: { numerator: 7, denominator: 10 } })
    expect(share(1)).toEqual({ atLeast: { numerator: 1, denominator: 1 } })
    expect(share('2/3')).toEqual({ atLeast: { numerator: 2, denominator: 3 } })
  })

  test('takes one round or several, ratings in both forms, and chosen items', () => {
    expect(votingRuleSchema.parse({ ...round1, items: { keptFrom: 1 } }).items).toEqual({ keptFrom: [1] })
    expect(votingRuleSchema.parse({ ...rated, ballot: { rating: [1, 9] } }).ballot).toBe('rating-1-9')
    expect(votingRuleSchema.parse({ ...round1, ballot: { choose: 5 } }).ballot).toEqual({ choose: 5 })
  })

  test("has COMET's published thresholds unless it names its own", () => {
    const accept = (comet: unknown) => votingRuleSchema.parse({ ...rated, accept: comet }).accept
    const published = {
      comet: { agree: { numerator: 7, denominator: 10 }, against: { numerator: 15, denominator: 100 } },
    }
    expect(accept('comet')).toEqual(published)
    expect(accept({ comet: {} })).toEqual(published)
    expect(accept({ comet: { agree: 0.8 } })).toEqual({
      comet: { ...published.comet, agree: { numerator: 8, denominator: 10 } },
    })
  })
})

describe('a rule is refused with a sentence', () => {
  test.each([
    [{ ...round1, round: 0 }, '"round" must be a whole number from 1'],
    [{ ...round1, round: '1' }, '"round" must be a whole number from 1'],
    [{ ...round1, items: { from: 1 } }, '"items" must be'],
    [{ ...round1, items: { list: [] } }, '"items" must be'],
    [{ ...round1, ballot: 'show of hands' }, '"ballot" must be'],
    [{ ...round1, ballot: { choose: 0 } }, '"ballot" must be'],
    [{ ...round1, ballot: { rating: [1, 5] } }, '"ballot" must be'],
    [{ ...round1, accept: { top: 0 } }, '"accept" must be'],
    [{ ...round1, accept: { top: {} } }, '"accept" must be'],
    [{ ...round1, accept: { atLeast: 1.5 } }, '"accept" must be'],
    [{ ...round1, accept: { atLeast: '3/2' } }, '"accept" must be'],
    [{ ...round1, accept: { atLeast: 0.12345678 } }, '"accept" must be'],
    [{ ...round1, drop: { below: '70 %' } }, '"drop" must be'],
    [{ ...round1, protocol: 'minutes' }, '"protocol" must be'],
    [{ ...round1, shareOf: 'everybody' }, '"shareOf" must be'],
    ['round 1', 'must be a rule'],
    [{ ...round1, items: undefined }, '"items" must be'],
    [{ ...round1, acept: 1 }, 'a rule has no "acept"'],
    [{ ...round1, accept: 'comet' }, '"accept" uses ratings, but the ballot is not "rating-1-9"'],
    [{ ...round1, drop: 'rand' }, '"drop" uses ratings, but the ballot is not "rating-1-9"'],
    [{ ...rated, accept: { comet: { agree: 0.1 } } }, '"accept" allows more against than it asks to agree'],
    [
      { ...round1, ballot: { choose: 3 }, shareOf: 'stands' },
      '"stands" needs a ballot on which one can say no',
    ],
    [{ ...round1, accept: { atLeast: 0.4 } }, 'the same share would be both accepted and dropped'],
  ])('%#', (rule, problem) => {
    const problems = problemsOf(rule)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(problem)
  })
})

describe('the rules of a conference', () => {
  test('point only to rounds before them', () => {
    const from = (keptFrom: number) => ({ ...round1, round: 2, items: { keptFrom } })
    expect(problemsOfAll(round1, from(1))).toEqual([])
    expect(problemsOfAll(round1, from(2))).toEqual([
      'round 2 uses the result of round 2, which is not before it',
    ])
    expect(problemsOfAll(round1, from(3), { ...round1, round: 3 })).toEqual([
      'round 2 uses the result of round 3, which is not before it',
    ])
    expect(
      problemsOfAll({ ...round1, round: 3 }, { ...round1, round: 4, items: { acceptedIn: [1, 3] } }),
    ).toEqual(['round 4 uses the result of round 1, which has no rule'])
  })

  test('come in the order of their rounds, one for each', () => {
    expect(problemsOfAll(round1, round1)).toEqual(['round 1 has two rules'])
    expect(problemsOfAll({ ...round1, round: 2 }, round1)).toEqual(['round 1 comes after round 2'])
  })

  test('are a list that is not empty', () => {
    expect(problemsOfAll()).toEqual(['has no rules'])
    expect(votingRulesSchema.safeParse({}).error?.issues[0]?.message).toBe('must be a list of rules')
  })
})
