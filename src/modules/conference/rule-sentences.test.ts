import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Language } from '../../platform/i18n/language.ts'
import { ruleSentences } from './messages/rule-sentences.ts'
import { votingRuleSchema, votingRulesSchema } from './schema/rounds/voting-rule.ts'

const said = (rule: object, language: Language = 'sv') =>
  ruleSentences(votingRuleSchema.parse({ round: 1, ...rule }), language)
    .join(' ')
    .replaceAll('\u00a0', ' ')

describe('a rule in words', () => {
  test('tells the rules of 2014 as they were told to the experts', () => {
    const file = join(import.meta.dirname, '../../../demo/conference-2014/rules.json')
    const rules = votingRulesSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    expect(rules.map(rule => ruleSentences(rule, 'sv').join(' '))).toEqual([
      'Omröstning 1: alla processförslag, med ja, nej eller avstår. De 14 med flest ja går till det omfattande protokollet. De under 50 % ja faller bort, även om platser blir tomma. Resten diskuteras igen. Andelen räknas av alla inlämnade valsedlar.',
      'Omröstning 2: de förslag som blev kvar i omröstning 1, med ja, nej eller avstår. De 17 med flest ja går till det omfattande protokollet. Resten faller bort.',
      'Omröstning 3: alla effektförslag, med ja, nej eller avstår. De 5 med flest ja går till det omfattande protokollet. De under 50 % ja faller bort, även om platser blir tomma. Resten diskuteras igen. Andelen räknas av alla inlämnade valsedlar.',
      'Omröstning 4: de förslag som blev kvar i omröstning 3, med ja, nej eller avstår. De 5 med flest ja går till det omfattande protokollet. Resten faller bort.',
      'Omröstning 5: de förslag som gick in i omröstning 1–4, med ja, nej eller avstår. De 10 processförslag och 5 effektförslag som har flest ja går till kärnprotokollet. Resten faller bort.',
    ])
  })

  test('says the thresholds of COMET, and of whom they are counted', () => {
    const text = said({
      items: 'all',
      ballot: 'rating-1-9',
      accept: 'comet',
      drop: 'comet',
      protocol: 'core',
    })
    expect(text).toContain(
      'De som minst 70 % ger betyg 7–9 och färre än 15 % ger betyg 1–3 går till kärnprotokollet.',
    )
    expect(text).toContain('De som minst 70 % ger betyg 1–3 och färre än 15 % ger betyg 7–9 faller bort.')
    expect(text).toContain('Andelen räknas av dem som ger betyg.')
  })

  test('never rounds a threshold: two thirds stay two thirds, an eighth is 12,5 %', () => {
    const rule = { items: 'all', ballot: 'yes-no', accept: { atLeast: '2/3' }, drop: { below: 0.125 } }
    expect(said(rule)).toContain('minst 2/3 ja')
    expect(said(rule)).toContain('under 12,5 % ja')
    expect(said({ ...rule, drop: { below: '2/3' } }, 'en')).toContain('below 2/3 yes')
  })

  test('says whose silence counts', () => {
    const rule = { items: 'all', ballot: 'yes-no', accept: { moreThan: 0.5 }, drop: 'rest' }
    expect(said(rule)).toContain('av alla inlämnade valsedlar')
    expect(said({ ...rule, shareOf: 'stands' })).toContain('av dem som säger ja eller nej')
  })

  test('is the same in whichever order the kinds come', () => {
    const seats = { process: 10, effect: 5, other: 1 }
    const turned = { other: 1, effect: 5, process: 10 }
    const rule = { items: 'all', ballot: 'yes-no', drop: 'rest' }
    expect(said({ ...rule, accept: { top: seats } })).toBe(said({ ...rule, accept: { top: turned } }))
  })

  test('does not promise a discussion of what fell out', () => {
    expect(said({ items: 'all', ballot: 'yes-no', accept: { top: 3 }, drop: 'rest' })).not.toContain(
      'diskuteras',
    )
  })

  test('says one seat in the singular, a list of numbers shortly, and choosing as choosing', () => {
    expect(
      said({ items: { list: [3, 4, 5, 9] }, ballot: { choose: 2 }, accept: { top: 1 }, drop: { bottom: 2 } }),
    ).toBe(
      'Omröstning 1: förslag 3–5 och 9, där var och en väljer högst 2. Det med flest val går vidare, men skrivs ännu inte i något protokoll. Av de andra faller de 2 med färst val bort. Resten diskuteras igen.',
    )
  })

  test('is a whole sentence for each part, in both languages', () => {
    const accepts = [
      { top: 2 },
      { top: { process: 1, other: 2 } },
      { atLeast: 0.7 },
      { moreThan: 0.5 },
      'none',
    ]
    const drops = [{ below: 0.2 }, { bottom: 1 }, 'rest', 'none']
    for (const language of ['sv', 'en'] as const)
      for (const accept of accepts)
        for (const drop of drops)
          for (const ballot of ['yes-no', { choose: 3 }, 'rating-1-9'] as const)
            for (const sentence of ruleSentences(
              votingRuleSchema.parse({ round: 2, items: { keptFrom: 1 }, ballot, accept, drop }),
              language,
            )) {
              expect(sentence).toMatch(/^[A-ZÅÄÖ].*\.$/)
              expect(sentence).not.toMatch(/undefined|\[object|NaN|\.\./)
            }
  })
})
