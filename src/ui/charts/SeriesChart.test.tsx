import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { SeriesChart } from './SeriesChart.tsx'
import { Sparkline } from './Sparkline.tsx'
import { linePath, slotsOf, unbroken } from './series/layout.ts'
import type { Series, SeriesPoint } from './series/series.ts'

const shown = (label: string, share: number, rest: Partial<SeriesPoint> = {}): SeriesPoint => ({
  label,
  figure: { share, n: 40, low: share - 0.1, high: share + 0.1 },
  ...rest,
})
const suppressed = (label: string): SeriesPoint => ({ label, figure: { suppressed: true } })
const render = (...series: Series[]) =>
  renderToString(<SeriesChart title="Går det bättre?" description="Ja." series={series} />)

/** The cells of the table's rows, without tags. */
const tableOf = (html: string): string[][] =>
  (html.match(/<tbody>.*<\/tbody>/s)?.[0] ?? '')
    .split('</tr>')
    .slice(0, -1)
    .map(row => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(match => words(match[1] ?? '')))
const words = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s/g, ' ')
    .trim()
const lines = (html: string) => html.match(/<path class="curve curve-series"[^>]*>/g) ?? []
const points = (html: string) => html.match(/class="point point-\w+"/g) ?? []
const drawing = (html: string) => html.slice(html.indexOf('class="drawing"'), html.indexOf('<details'))

describe('a series', () => {
  const html = render({
    points: [
      shown('okt 2020', 0.46, { imported: true }),
      shown('okt 2021', 0.55),
      suppressed('okt 2022'),
      { label: 'okt 2023', figure: 'not-measured' },
      shown('okt 2024', 0.69),
    ],
  })

  test('has each measurement in its table, with its interval and how many answered', () => {
    expect(tableOf(html)).toEqual([
      ['okt 2020', '46 %', '36–56 %', '40', 'Inläst från äldre resultat'],
      ['okt 2021', '55 %', '45–65 %', '40', ''],
      ['okt 2022', 'Visas inte: för få svar', '–', '–', ''],
      ['okt 2023', 'Mättes inte', '–', '–', ''],
      ['okt 2024', '69 %', '59–79 %', '40', ''],
    ])
  })

  test('says in the drawing too what is not shown, and draws no line over it', () => {
    expect(drawing(html)).toContain('Visas inte: för få svar')
    expect(drawing(html)).toContain('Mättes inte')
    expect(drawing(html)).not.toContain('>0<')
    expect(lines(html)).toHaveLength(1)
    expect(lines(html)[0]).toContain('d="M10 54L30 45"')
  })

  test('tells taken over points from counted ones by their form', () => {
    const kinds = points(drawing(html)).map(point => point.match(/point-(\w+)/)?.[1])
    expect(kinds).toEqual(['imported', 'counted', 'counted'])
  })

  test('is one image to a screen reader, named by the question', () => {
    expect(html).toMatch(/role="img" aria-labelledby="(\S+)-title" aria-describedby="\1-description"/)
    expect(html).toMatch(/-title" class="figure-title">Går det bättre\?</)
  })
})

test('where a new series begins, the line breaks and both drawing and table say why', () => {
  const html = render(
    { points: [shown('okt 2019', 0.5), shown('okt 2020', 0.6)] },
    { begins: 'ny fråga', points: [shown('okt 2021', 0.7), shown('okt 2022', 0.7)] },
  )
  expect(lines(html).map(line => line.match(/d="([^"]*)"/)?.[1])).toEqual([
    'M12.5 50L37.5 40',
    'M62.5 30L87.5 30',
  ])
  expect(html).toContain('Ny serie från okt 2021: ny fråga')
  expect(tableOf(html).map(row => row.at(-1))).toEqual(['', '', 'Ny serie: ny fråga', ''])
})

test('a signal counts the points that are shown, and says from when to when', () => {
  const html = render({
    points: [shown('2019', 0.4), suppressed('2020'), shown('2021', 0.5), shown('2022', 0.6)],
    centre: { kind: 'median', share: 0.45 },
    signals: [{ kind: 'trend', direction: 'up', from: 1, to: 2 }],
  })
  expect(html).toContain('Signal: 2021 till 2022, stiger mätning för mätning')
  expect(words(html)).toContain('Median 45 %')
  expect(drawing(html).match(/class="ring"/g)).toHaveLength(2)
  expect(tableOf(html).map(row => row.at(-1) !== '')).toEqual([false, false, true, true])
})

test('a share outside of its limits is a signal, and one inside is not', () => {
  const limits = { low: 0.5, high: 0.8 }
  const html = render({
    points: [
      shown('2020', 0.5, { limits }),
      shown('2021', 0.45, { limits }),
      shown('2022', 0.85, { limits }),
    ],
    centre: { kind: 'mean', share: 0.65 },
  })
  expect(tableOf(html).map(row => row.slice(-2))).toEqual([
    ['50–80 %', ''],
    ['50–80 %', 'Signal: under gränserna'],
    ['50–80 %', 'Signal: över gränserna'],
  ])
  expect(drawing(html).match(/class="ring"/g)).toHaveLength(2)
})

test('without a measurement it says so', () => {
  expect(drawing(render())).toContain('Inga värden att visa.')
  expect(drawing(render({ points: [] }))).toContain('Inga värden att visa.')
})

const somePoint = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }).map(share => shown('okt 2020', share)),
  fc.constant(suppressed('okt 2020')),
  fc.constant<SeriesPoint>({ label: 'okt 2020', figure: 'not-measured' }),
)
const someSeries = fc.array(
  fc.array(somePoint, { maxLength: 30 }).map((points): Series => ({ points })),
  { maxLength: 4 },
)

test('whatever is measured: each point is in its own slot, and lines join neighbours of one series only', () => {
  fc.assert(
    fc.property(someSeries, series => {
      const slots = slotsOf(series)
      expect(slots.map(({ point }) => point)).toEqual(series.flatMap(one => one.points))
      for (const [index, slot] of slots.entries()) expect(slot.start).toBeCloseTo(index / slots.length)
      for (const run of unbroken(slots, slot => slot.shown !== undefined)) {
        expect(new Set(run.map(slot => slot.series)).size).toBe(1)
        const places = run.map(slot => slots.indexOf(slot))
        expect(places).toEqual(places.map((_, step) => (places[0] ?? 0) + step))
        expect(linePath(run)).not.toMatch(/NaN|-/)
      }
      const drawn = unbroken(slots, slot => slot.shown !== undefined).flat()
      expect(drawn).toEqual(slots.filter(slot => slot.shown))
    }),
  )
})

test('however many measurements: the newest has its texts, and no more of them than have room', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), count => {
      const slots = slotsOf([{ points: Array.from({ length: count }, () => suppressed('okt 2020')) }])
      const within = (...rooms: string[]) => slots.filter(({ text }) => rooms.includes(text)).length
      expect(slots.at(-1)?.text).toBe('always')
      expect(within('always')).toBeLessThanOrEqual(5)
      expect(within('always', 'from-phone')).toBeLessThanOrEqual(7)
      expect(within('always', 'from-phone', 'from-wide')).toBeLessThanOrEqual(13)
    }),
  )
})

describe('a series in a row of a table', () => {
  const says = (...series: Series[]) =>
    words(renderToString(<Sparkline series={series} />).match(/aria-label="([^"]*)"/)?.[1] ?? '')

  test('says from what to what, and what is hidden or begins anew', () => {
    expect(says({ points: [shown('okt 2020', 0.46), suppressed('okt 2021'), shown('okt 2022', 0.55)] })).toBe(
      'Från 46 % okt 2020 till 55 % okt 2022. Visas inte, för få svar: okt 2021.',
    )
    expect(says({ points: [shown('okt 2020', 0.46)] }, { points: [shown('okt 2021', 0.5)] })).toBe(
      'Från 46 % okt 2020 till 50 % okt 2021. Ny serie från okt 2021.',
    )
    expect(says({ points: [shown('okt 2020', 0.46)] })).toBe('46 % okt 2020.')
    expect(says({ points: [suppressed('okt 2020')] })).toBe(
      'Inga värden att visa. Visas inte, för få svar: okt 2020.',
    )
  })

  test('draws on the scale that its table has', () => {
    const drawn = renderToString(
      <Sparkline
        series={[{ points: [shown('2020', 0.4), shown('2021', 0.6)] }]}
        scale={{ low: 0.4, high: 0.6 }}
      />,
    )
    expect(lines(drawn)[0]).toContain('d="M25 100L75 0"')
  })

  test('marks the newest, and those that no line leads to', () => {
    const alone = [shown('1', 0.4), suppressed('2'), shown('3', 0.5), shown('4', 0.5), shown('5', 0.5)]
    expect(points(renderToString(<Sparkline series={[{ points: alone }]} />))).toHaveLength(2)
  })
})
