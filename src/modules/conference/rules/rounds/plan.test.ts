import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { votingRuleSchema, votingRulesSchema } from '../../schema/rounds/voting-rule.ts'
import { planTemplates, withoutRound, withRound } from './plan.ts'
import type { VotingRule } from './rule.ts'
import { ruleHash } from './rule-hash.ts'

const rule = (round: number, items: unknown = 'all'): VotingRule =>
  votingRuleSchema.parse({ round, items, ballot: 'yes-no', accept: { top: 3 } })

describe('a plan without one of its rounds', () => {
  test('moves the later ones up, also where others point to them', () => {
    const left = withoutRound([rule(1), rule(2), rule(3, { keptFrom: 2 })], 1, 0)
    expect(left).toEqual({ ok: true, value: [rule(1), rule(2, { keptFrom: 1 })] })
  })

  test('is refused while a later round builds on it', () => {
    expect(withoutRound([rule(1), rule(2, { acceptedIn: [1] })], 1, 0)).toEqual({
      ok: false,
      refusal: 'round-pointed-at',
    })
  })

  test('is refused when the round has been opened, or is not there', () => {
    expect(withoutRound([rule(1), rule(2)], 1, 1)).toEqual({ ok: false, refusal: 'rule-locked' })
    expect(withoutRound([rule(1)], 2, 0)).toEqual({ ok: false, refusal: 'no-such-round' })
  })

  test('is always a plan that can be read again', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 8 }), fc.nat(7), (builds, at) => {
        const rules = builds.map((keeps, place) =>
          rule(place + 1, keeps && place > 0 ? { keptFrom: place } : 'all'),
        )
        const left = withoutRound(rules, (at % rules.length) + 1, 0)
        if (!left.ok) return
        expect(votingRulesSchema.parse(JSON.parse(JSON.stringify(left.value)))).toEqual(left.value)
      }),
    )
  })
})

test('a round that is saved again takes its own place', () => {
  const changed = rule(1, { kind: 'process' })
  expect(withRound([rule(1), rule(2)], changed)).toEqual([changed, rule(2)])
})

describe('a ready plan', () => {
  test('is the one of 2014, hash for hash', () => {
    const file = join(import.meta.dirname, '../../../../../demo/conference-2014/rules.json')
    const published = votingRulesSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    expect(planTemplates['conference-2014'].map(ruleHash)).toEqual(published.map(ruleHash))
  })

  test('is one that the rules file would accept', () => {
    for (const plan of Object.values(planTemplates))
      expect(votingRulesSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan)
  })
})
