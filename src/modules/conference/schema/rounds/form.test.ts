import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planTemplates } from '../../rules/rounds/plan.ts'
import { kindsIn } from '../../rules/rounds/rule.ts'
import { ruleHash } from '../../rules/rounds/rule-hash.ts'
import { enteredFrom, readRoundForm } from './form.ts'
import { votingRuleSchema } from './voting-rule.ts'

const kinds = ['process', 'effect']
const plain = { items: 'all', ballot: 'yes-no', accept: 'top', top: '14', drop: 'none', protocol: 'core' }
const read = (fields: object, round = 1, others: Parameters<typeof readRoundForm>[3] = []) =>
  readRoundForm({ ...plain, ...fields }, round, kinds, others)

const fraction = fc
  .tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 1_000_000 }))
  .filter(([numerator, denominator]) => numerator <= denominator)
/** A share in all ways that a file may write it. */
const share = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000 }).map(millionths => millionths / 1_000_000),
  fc.integer({ min: 0, max: 100 }).map(percent => percent / 100),
  fraction.map(([numerator, denominator]) => `${numerator}/${denominator}`),
  fraction.map(([numerator, denominator]) => ({ numerator, denominator })),
  fc.constantFrom('1/2', '50/100', '0/7', '1/1', '500000/1000000', '2/3'),
)
const whole = fc.oneof(
  fc.integer({ min: 1, max: 200 }),
  fc.maxSafeNat().map(number => Math.max(1, number)),
)
const kind = fc.oneof(fc.constantFrom('process', 'effect', ' ny typ '), fc.string({ minLength: 1 }))
const before = fc.integer({ min: 1, max: 8 })
const comet = fc.oneof(
  fc.constant('comet'),
  fc.record({ comet: fc.record({ agree: share, against: share }, { requiredKeys: [] }) }),
)
const writtenRule = fc.record(
  {
    round: fc.constant(9),
    items: fc.oneof(
      fc.constant('all'),
      fc.record({ kind }),
      fc.record({ keptFrom: fc.oneof(before, fc.array(before, { minLength: 1 })) }),
      fc.record({ acceptedIn: fc.oneof(before, fc.array(before, { minLength: 1 })) }),
      fc.record({ list: fc.array(whole, { minLength: 1 }) }),
    ),
    ballot: fc.oneof(
      fc.constantFrom('yes-no', 'rating-1-9', { rating: [1, 9] }),
      fc.record({ choose: whole }),
    ),
    accept: fc.oneof(
      fc.constantFrom('rand', 'none'),
      fc.record({ top: fc.oneof(whole, fc.dictionary(kind, whole, { minKeys: 1, maxKeys: 4 })) }),
      fc.record({ atLeast: share }),
      fc.record({ moreThan: share }),
      comet,
    ),
    drop: fc.oneof(
      fc.constantFrom('rand', 'rest', 'none'),
      fc.record({ below: share }),
      fc.record({ bottom: whole }),
      comet,
    ),
    shareOf: fc.constantFrom('ballots', 'stands'),
    protocol: fc.constantFrom('comprehensive', 'core', 'none'),
  },
  { requiredKeys: ['round', 'items', 'ballot', 'accept'] },
)

describe('the form of a round', () => {
  test('that is opened and saved unchanged leaves the rule as it was, with the same hash, whatever the rule', () => {
    const others = [1, 2, 3, 4, 5, 6, 7, 8].map(round =>
      votingRuleSchema.parse({ round, items: 'all', ballot: 'yes-no', accept: 'none' }),
    )
    fc.assert(
      fc.property(writtenRule, written => {
        const rule = votingRuleSchema.safeParse(written)
        fc.pre(rule.success)
        if (!rule.success) return
        const again = readRoundForm(enteredFrom(rule.data), 9, [...kinds, ...kindsIn(rule.data)], others)
        expect(again).toEqual({ ok: true, rule: rule.data })
        expect(again.ok && ruleHash(again.rule)).toBe(ruleHash(rule.data))
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['1/2', '1/2'],
    ['5/10', '50'],
    ['50/100', '50/100'],
    ['2/3', '2/3'],
    ['125/1000', '12,5'],
  ])('shows the share %s as %s', (written, shown) => {
    const rule = votingRuleSchema.parse({
      round: 1,
      items: 'all',
      ballot: 'yes-no',
      accept: { atLeast: written },
    })
    expect(enteredFrom(rule).atLeast).toBe(shown)
  })

  test('gives back every rule that a plan can hold', () => {
    const more = [
      {
        items: { list: [3, 4, 5, 9] },
        ballot: { choose: 3 },
        accept: { moreThan: '2/3' },
        drop: { bottom: 2 },
      },
      { items: 'all', ballot: 'yes-no', accept: { atLeast: 0.125 }, shareOf: 'stands' },
      { items: 'all', ballot: 'rating-1-9', accept: { comet: { agree: 0.8, against: 0.1 } }, drop: 'comet' },
    ].map(rule => votingRuleSchema.parse({ round: 6, ...rule }))
    for (const rule of [...Object.values(planTemplates).flat(), ...more]) {
      const others = Object.values(planTemplates)
        .flat()
        .filter(({ round }) => round < rule.round)
      const again = readRoundForm(enteredFrom(rule), rule.round, kinds, others)
      expect(again).toEqual({ ok: true, rule })
    }
  })

  test.each([
    [{ top: '' }, 'top', 'number-wrong'],
    [{ top: '2,5' }, 'top', 'number-wrong'],
    [{ items: 'kind', kind: 'other' }, 'kind', 'kind-missing'],
    [{ items: 'list', list: '3, x' }, 'list', 'items-wrong'],
    [{ items: 'keptFrom', keptFrom: '' }, 'keptFrom', 'rounds-wrong'],
    [{ items: 'keptFrom', keptFrom: '1' }, 'keptFrom', 'round-not-before'],
    [{ accept: 'atLeast', atLeast: '170' }, 'atLeast', 'share-wrong'],
    [{ accept: 'atLeast', atLeast: '3/2' }, 'atLeast', 'share-wrong'],
    [{ accept: 'topByKind' }, 'seats-process', 'seats-missing'],
    [{ accept: 'rand' }, 'accept', 'needs-rating-ballot'],
    [{ accept: '' }, 'accept', 'choice-missing'],
    [{ ballot: 'choose', choose: '3', shareOf: 'stands' }, 'shareOf', 'stands-needs-no'],
    [{ accept: 'atLeast', atLeast: '40', drop: 'below', below: '50' }, 'drop', 'accepted-and-dropped'],
  ])('names what is wrong: %j', (fields, field, error) => {
    expect(read(fields)).toMatchObject({ ok: false, errors: { [field]: error } })
  })

  test('keeps what was typed, and does not mind what was typed under another answer', () => {
    expect(read({ top: 'x', below: 'y' })).toMatchObject({ ok: false, entered: { top: 'x', below: 'y' } })
    expect(read({ below: 'y' })).toMatchObject({ ok: true })
  })

  test('reads numbers as people write them', () => {
    const form = read({ items: 'list', list: '12, 3 – 5 och 4' })
    expect(form).toMatchObject({ ok: true, rule: { items: { list: [3, 4, 5, 12] } } })
  })
})
