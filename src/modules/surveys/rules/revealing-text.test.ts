import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { revealing } from './revealing-text.ts'

const kinds = (text: string) => revealing(text).map(one => one.kind)
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map(all => all.join(''))
const two = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map(n => String(n).padStart(2, '0'))

/** What may stand around a passage without being a part of it. */
const before = fc.constantFrom('', 'Det var ', 'Jag sa det (', 'det är\n', '… ')
const after = fc.constantFrom('', ', tack', '.', ' och mer', ')')

describe('a text', () => {
  test('with an identity number or a coordination number is seen, however it is written', () => {
    const number = fc
      .tuple(
        fc.constantFrom('', '19', '20'),
        two(0, 99),
        two(1, 12),
        fc.oneof(two(1, 28), two(61, 88)),
        fc.constantFrom('', '-', '+', ' '),
        digits(4),
      )
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(before, number, after, (left, passage, right) => {
        expect(kinds(left + passage + right)).toContain('identity-number')
      }),
    )
  })

  test('with a phone number is seen, with spaces and dashes as people put them, also in Arabic digits', () => {
    const gap = fc.constantFrom('', ' ', '-', ' - ')
    const number = fc
      .tuple(fc.constantFrom('070', '+4670', '08', '0046'), gap, digits(3), gap, digits(2), gap, digits(2))
      .map(parts => parts.join('').replaceAll(' - ', '-'))
    const arabic = (text: string) => text.replace(/\d/g, digit => String.fromCodePoint(0x660 + Number(digit)))
    fc.assert(
      fc.property(before, number, after, (left, passage, right) => {
        for (const text of [left + passage + right, left + arabic(passage) + right])
          expect(kinds(text).some(kind => kind === 'phone' || kind === 'identity-number')).toBe(true)
      }),
    )
  })

  test('with an address for mail is seen', () => {
    fc.assert(
      fc.property(before, fc.emailAddress(), after, (left, passage, right) => {
        fc.pre(/^[\w.+-]+@[\w.-]+$/.test(passage) && /\.[a-z]{2,}$/i.test(passage))
        expect(kinds(`${left}${passage}${right}`)).toContain('email')
      }),
    )
  })

  test('with a first name and a surname is seen', () => {
    const name = fc.constantFrom('Anna', 'Åke', 'Fatima', 'Anna-Karin', 'Émile', 'Öznur')
    const surname = fc.constantFrom('Andersson', 'Öberg', 'Al-Hassan', 'O’Neil', 'Östlund')
    fc.assert(
      fc.property(before, name, surname, after, (left, one, other, right) => {
        expect(kinds(`${left}${one} ${other}${right}`)).toContain('name')
      }),
    )
  })

  test.each(['Min coach Anna lyssnar.', 'Hon heter Fatima och är bra.', 'My coach is called Anna.'])(
    'with one name after a word that a name follows is seen: %s',
    text => {
      expect(kinds(text)).toContain('name')
    },
  )

  test.each([
    'Det gick bra. På Arbetsförmedlingen fick jag hjälp, men Försäkringskassan svarade inte.',
    'Jag fick 10 000 kronor 2023 och 12500 året efter, alltså 1 250 000 öre.',
    'Vi sågs klockan 14.30 i 3 veckor, 2 gånger om dagen.',
    'Support here is good. The Region should know. It took 2019-2021.',
    'الدعم هنا جيد جدًا، شكرًا لكم',
    'Region Västmanland och Norra Västmanland',
  ])('about authorities, amounts and times is left alone: %s', text => {
    expect(revealing(text)).toEqual([])
  })

  test('of small letters without digits and signs is never warned of', () => {
    const small = fc.string({ unit: fc.constantFrom(...'abcdefåäö .,!?\n'), maxLength: 200 })
    fc.assert(
      fc.property(small, text => {
        expect(revealing(text)).toEqual([])
      }),
    )
  })

  test('of any kind is answered at once, with passages that stand in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), text => {
        for (const { passage } of revealing(text)) expect(passage.length).toBeGreaterThan(2)
      }),
    )
    const started = performance.now()
    for (const hard of [
      '0'.repeat(4000),
      'Aa '.repeat(1300),
      'a@'.repeat(2000),
      '0-'.repeat(2000),
      'a'.repeat(4000),
    ])
      revealing(hard)
    expect(performance.now() - started).toBeLessThan(500)
  })
})
