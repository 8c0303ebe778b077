import { describe, expect, test } from 'vitest'
import { planTemplates } from '../rules/rounds-plan.ts'
import { enteredFrom, readRoundForm } from './round-form.ts'
import { votingRuleSchema } from './voting-rule.ts'

const kinds = ['process', 'effect']
const plain = { items: 'all', ballot: 'yes-no', accept: 'top', top: '14', drop: 'none', protocol: 'core' }
const read = (fields: object, round = 1, others: Parameters<typeof readRoundForm>[3] = []) =>
  readRoundForm({ ...plain, ...fields }, round, kinds, others)

describe('the form of a round', () => {
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
