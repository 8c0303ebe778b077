import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { ChangeTag, type ChangeTagProps } from './ChangeTag.tsx'
import { type AnswerOption, type Distribution, DistributionBars } from './DistributionBars.tsx'
import { FunnelPlot, type FunnelUnit } from './FunnelPlot.tsx'
import { IntervalDots } from './IntervalDots.tsx'
import { linesOf } from './text-lines.ts'

const chart = { title: 'Skiljer de sig åt?', description: 'Kanske.' }
const words = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
const tableOf = (html: string): string[][] =>
  (html.match(/<tbody>.*<\/tbody>/s)?.[0] ?? '')
    .split('</tr>')
    .slice(0, -1)
    .map(row => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(match => words(match[1] ?? '')))
const drawing = (html: string) => html.slice(html.indexOf('class="drawing"'), html.indexOf('<details'))

describe('units on one axis', () => {
  const html = renderToString(
    <IntervalDots
      {...chart}
      what="Insats"
      reference={{ share: 0.6, label: 'Alla' }}
      units={[
        { label: 'Ungdomsteamet', figure: { share: 0.4, n: 20, low: 0.22, high: 0.61 } },
        { label: 'Kvinnoforum', figure: { suppressed: true } },
        { label: 'Arbetsträning', figure: { share: 0.8, n: 30, low: 0.63, high: 0.9 }, isOwn: true },
      ]}
    />,
  )

  test('stand in the order that they were given, which is no league', () => {
    const order = ['Ungdomsteamet', 'Kvinnoforum', 'Arbetsträning']
    expect(tableOf(html).map(([label]) => label)).toEqual(order)
    const text = words(drawing(html))
    expect(order.toSorted((a, b) => text.indexOf(a) - text.indexOf(b))).toEqual(order)
  })

  test('have share, interval and how many answered, also in the drawing', () => {
    expect(words(drawing(html))).toContain('Ungdomsteamet 40 % 22–61 % av 20')
    expect(tableOf(html)[0]).toEqual(['Ungdomsteamet', '40 %', '22–61 %', '20'])
    expect(html).toContain('class="interval" fill-opacity="0.16" x="22%" width="39%"')
  })

  test('are said not to be shown where too few answered, in words and without a point', () => {
    expect(words(drawing(html))).toContain('Kvinnoforum Visas inte: för få svar')
    expect(tableOf(html)[1]).toEqual(['Kvinnoforum', 'Visas inte: för få svar', '–', '–'])
    expect(drawing(html).match(/class="interval"/g)).toHaveLength(2)
  })

  test('have the line of all together, with its value', () => {
    expect(words(html)).toContain('Alla: 60 %')
    expect(drawing(html).match(/x1="60%" x2="60%"/g)).toHaveLength(3)
  })
})

describe('a funnel', () => {
  const limits = [5, 50, 100].map(n => ({
    n,
    inner: { low: 0.6 - 1 / n, high: 0.6 + 1 / n },
    outer: { low: 0.6 - 2 / n, high: 0.6 + 2 / n },
  }))
  const render = (units: readonly FunnelUnit[]) =>
    renderToString(<FunnelPlot {...chart} what="Förbund" average={0.6} limits={limits} units={units} />)
  const html = render([
    { label: 'Kusten', figure: { share: 0.55, n: 40, place: 'within' } },
    { label: 'Slätten', figure: { share: 0.2, n: 90, place: 'far-below' } },
    { label: 'Norra bygden', figure: { suppressed: true } },
    { label: 'Södra skogsbygden', figure: { share: 0.7, n: 60, place: 'above' }, isOwn: true },
  ])

  test('says in words where each stands', () => {
    expect(tableOf(html)).toEqual([
      ['Kusten', '55 %', '40', 'Skillnaden kan vara slump'],
      ['Slätten', '20 %', '90', 'Mycket lägre än väntat (utanför 99,8 %)'],
      ['Norra bygden', 'Visas inte: för få svar', '–', '–'],
      ['Södra skogsbygden', '70 %', '60', 'Högre än väntat (utanför 95 %)'],
    ])
  })

  test('names one’s own and leaves the others quiet', () => {
    expect(words(drawing(html))).toContain('Södra skogsbygden 70 %')
    expect(words(drawing(html))).not.toContain('Kusten')
    expect(drawing(html).match(/point-own/g)).toHaveLength(1)
    expect(drawing(html).match(/point-other/g)).toHaveLength(2)
  })

  test('has four limits, the share of all, and how many are not shown', () => {
    expect(drawing(html).match(/curve-limit/g)).toHaveLength(2)
    expect(drawing(html).match(/curve-outer-limit/g)).toHaveLength(2)
    expect(words(html)).toContain('Alla tillsammans: 60 %')
    expect(words(html)).toContain('1 visas inte: för få svar')
  })

  test('says that one’s own is not shown', () => {
    const own = render([{ label: 'Norra bygden', figure: { suppressed: true }, isOwn: true }])
    expect(words(own)).toContain('Norra bygden: Visas inte: för få svar')
    expect(drawing(own)).not.toContain('point-own')
  })

  test('draws nobody when there is nobody', () => {
    expect(render([])).not.toMatch(/NaN|Infinity/)
  })
})

describe('answers by option', () => {
  const options: readonly AnswerOption[] = [
    { label: 'Ja', isFavourable: true },
    { label: 'Delvis', isFavourable: false },
    { label: 'Nej', isFavourable: false },
  ]
  const render = (...rows: Distribution[]) =>
    renderToString(<DistributionBars {...chart} options={options} rows={rows} />)

  test('have the favourable share with k of n, and each option in the table', () => {
    const html = render({ label: 'Deltagare', answers: { counts: [12, 5, 3], unknown: 6 } })
    expect(words(drawing(html))).toContain('60 % 12 av 20')
    expect(tableOf(html)).toEqual([['Deltagare', '12 (60 %)', '5 (25 %)', '3 (15 %)', '20', '6']])
  })

  test('mark what is favourable by a pattern and in words', () => {
    const html = render({ label: 'Deltagare', answers: { counts: [12, 5, 3] } })
    expect(words(html)).toContain('Ja (gynnsamt) Delvis Nej')
    expect(drawing(html).match(/fill="url\(/g)).toHaveLength(1)
  })

  test('are not shown for a group that is too small, nor guessed for one that has not answered', () => {
    const html = render(
      { label: 'Chefer', answers: { suppressed: true } },
      { label: 'Styrelse', answers: { counts: [0, 0, 0] } },
    )
    expect(words(drawing(html))).toContain('Chefer Visas inte: för få svar')
    expect(words(drawing(html))).toContain('Styrelse Ingen har svarat')
    expect(drawing(html)).not.toMatch(/\d %/)
    expect(tableOf(html)).toEqual([
      ['Chefer', 'Visas inte: för få svar', '–', '–', '–'],
      ['Styrelse', '0', '0', '0', '0'],
    ])
  })

  test('say “not shown” of those who did not know, where that would tell who', () => {
    const html = render(
      { label: 'Deltagare', answers: { counts: [12, 5, 3], unknown: 6 } },
      { label: 'Personal', answers: { counts: [8, 0, 0] } },
      { label: 'Chefer', answers: { suppressed: true } },
    )
    expect(tableOf(html).map(row => row.at(-1))).toEqual(['6', 'Visas inte', 'Visas inte'])
  })

  test('fill the bar, whatever was answered', () => {
    const counts = fc
      .array(fc.nat(500), { minLength: 1, maxLength: 9 })
      .filter(all => all.some(count => count > 0))
    fc.assert(
      fc.property(counts, fc.nat(8), (all, favourable) => {
        const html = renderToString(
          <DistributionBars
            {...chart}
            options={all.map((_, place) => ({ label: `${place}`, isFavourable: place <= favourable }))}
            rows={[{ label: 'Alla', answers: { counts: all } }]}
          />,
        )
        const parts = [...drawing(html).matchAll(/<svg x="([\d.]+)%" width="([\d.]+)%"/g)]
        let end = 0
        for (const [, start, width] of parts) {
          expect(Number(start)).toBeCloseTo(end, 1)
          end = Number(start) + Number(width)
        }
        expect(end).toBeCloseTo(100, 1)
        // Each pattern that is drawn with is there.
        for (const [, id] of html.matchAll(/url\(#([^)]+)\)/g)) expect(html).toContain(`<pattern id="${id}"`)
      }),
      { numRuns: 50 },
    )
  })
})

describe('a change', () => {
  const says = (props: ChangeTagProps) => words(renderToString(<ChangeTag {...props} />))

  test.each([
    ['higher', 'better', 'Högre, bättre'],
    ['higher', 'worse', 'Högre, sämre'],
    ['lower', 'better', 'Lägre, bättre'],
    ['lower', 'worse', 'Lägre, sämre'],
    ['higher', 'none', 'Högre'],
    ['no-certain-difference', 'none', 'Ingen säker skillnad'],
  ] as const)('that is %s and %s is said so in words', (verdict, news, said) => {
    expect(says({ verdict, news })).toBe(said)
  })

  test('says by how many percentage points, and how certain that is', () => {
    const by = { difference: 0.004, low: -0.085, high: 0.12 }
    expect(says({ verdict: 'no-certain-difference', news: 'none', by })).toBe(
      'Ingen säker skillnad 0 procentenheter (−9 till +12)',
    )
  })
})

test('words are put on lines that are no longer than asked for, unless one word is', () => {
  expect(linesOf('Södra skogsbygdens samordningsförbund', 20)).toEqual([
    'Södra skogsbygdens',
    'samordningsförbund',
  ])
  const someWords = fc.array(fc.stringMatching(/^[a-zåäö]{1,30}$/), { minLength: 1 })
  fc.assert(
    fc.property(someWords, fc.integer({ min: 1, max: 40 }), (all, signs) => {
      const lines = linesOf(all.join(' '), signs)
      expect(lines.join(' ')).toBe(all.join(' '))
      for (const line of lines) expect(line.length <= signs || !line.includes(' ')).toBe(true)
    }),
  )
})
