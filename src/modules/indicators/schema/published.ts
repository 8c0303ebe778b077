import { z } from 'zod'
import type { Table } from '../../../platform/documents/document.ts'
import type { Language } from '../../../platform/i18n/language.ts'
import type { PublishedShare } from '../queries/published.ts'
import { respondentGroups } from '../rules/measure.ts'

const wording = z.object({ sv: z.string(), en: z.string() })
const share = z.number().min(0).max(1)

/** A published share as other programs read it. A change here is a change of interface. */
export const publishedJson = z.array(
  z.object({
    association: z.string().describe('Short name of the association'),
    associationName: z.string(),
    period: z.string().describe('YYYY-MM'),
    group: z.enum(respondentGroups).describe('Who answered'),
    indicator: z.string(),
    indicatorLabel: wording,
    measure: z.string().describe('The indicator and who is asked: 7-participant'),
    series: z.string().describe('Only shares of the same series can be compared over time'),
    question: wording,
    source: z.enum(['survey', 'imported']),
    n: z.int().min(5).describe('Valid answers; nothing is published of fewer than five'),
    favourable: z.int().min(0),
    share,
    low: share.describe('Lower end of the 95 % interval (Wilson)'),
    high: share.describe('Upper end of the 95 % interval'),
    mean: z.number().nullable().describe('Where answers are numbers'),
  }),
)

export const publishedRows = (shares: readonly PublishedShare[]): z.input<typeof publishedJson> =>
  shares.map(({ figure: { n, favourable, share: portion, low, high, mean }, ...key }) => ({
    ...key,
    n,
    favourable,
    share: portion,
    low,
    high,
    mean,
  }))

const figures = ['n', 'favourable', 'share', 'low', 'high'] as const
type Figure = (typeof figures)[number]
const figureLabels: Record<Figure, string> = {
  n: 'Valid answers',
  favourable: 'Favourable answers',
  share: 'Share of favourable answers',
  low: 'Lower end of the 95 % interval',
  high: 'Upper end of the 95 % interval',
}

const category = z.object({
  index: z.array(z.string()),
  label: z.record(z.string(), z.string()),
})
const dimension = z.object({ label: z.string(), category })

/** JSON-stat 2.0 (https://json-stat.org/full/): a cube, of which only what is published has a value. */
export const jsonStat = z.object({
  version: z.literal('2.0'),
  class: z.literal('dataset'),
  label: z.string(),
  source: z.string(),
  id: z.array(z.string()),
  size: z.array(z.int().min(0)),
  role: z.object({ time: z.array(z.string()), metric: z.array(z.string()) }),
  dimension: z.record(z.string(), dimension),
  value: z.record(z.string(), z.number()).describe('By place in the cube, row by row in the order of `id`'),
})

export function toJsonStat(shares: readonly PublishedShare[], language: Language): z.input<typeof jsonStat> {
  const dimensions = {
    association: dimensionOf('Association', shares, one => [one.association, one.associationName]),
    period: dimensionOf('Period', shares, one => [one.period, one.period]),
    series: dimensionOf('Question', shares, one => [
      one.series,
      `${one.indicator}. ${one.indicatorLabel[language]}: ${one.question[language]}`,
    ]),
    figure: { label: 'Figure', category: { index: [...figures], label: figureLabels } },
  }
  const size = Object.values(dimensions).map(one => one.category.index.length)
  const place = {
    association: placesIn(dimensions.association),
    period: placesIn(dimensions.period),
    series: placesIn(dimensions.series),
  }
  const [, periods = 0, series = 0] = size
  const value: Record<string, number> = {}
  for (const one of shares) {
    const cell =
      (place.association(one.association) * periods + place.period(one.period)) * series +
      place.series(one.series)
    for (const [at, figure] of figures.entries()) value[cell * figures.length + at] = one.figure[figure]
  }
  return {
    version: '2.0',
    class: 'dataset',
    label: 'Indicators of coordination associations',
    source: 'Mellanrum',
    id: Object.keys(dimensions),
    size,
    role: { time: ['period'], metric: ['figure'] },
    dimension: dimensions,
    value,
  }
}

function dimensionOf(
  label: string,
  shares: readonly PublishedShare[],
  of: (one: PublishedShare) => readonly [string, string],
) {
  const labels = new Map(shares.map(of))
  return { label, category: { index: [...labels.keys()].toSorted(), label: Object.fromEntries(labels) } }
}

function placesIn({ category: { index } }: z.input<typeof dimension>): (id: string) => number {
  const places = new Map(index.map((id, at) => [id, at]))
  return id => places.get(id) ?? 0
}

/** As a table; its headings are names that programs and people read. */
export const publishedTable = (shares: readonly PublishedShare[], language: Language): Table => ({
  kind: 'table',
  caption: 'indicators',
  columns: [
    { name: 'association' },
    { name: 'period' },
    { name: 'group' },
    { name: 'indicator' },
    { name: 'label' },
    { name: 'series' },
    { name: 'source' },
    { name: 'n', kind: 'number' },
    { name: 'favourable', kind: 'number' },
    { name: 'share', kind: 'share' },
    { name: 'low', kind: 'share' },
    { name: 'high', kind: 'share' },
  ],
  rows: shares.map(one => [
    one.associationName,
    one.period,
    one.group,
    one.indicator,
    one.indicatorLabel[language],
    one.series,
    one.source,
    one.figure.n,
    one.figure.favourable,
    one.figure.share,
    one.figure.low,
    one.figure.high,
  ]),
})
