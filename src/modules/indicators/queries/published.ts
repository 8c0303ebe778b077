import '../tables.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import type { Wording } from '../rules/catalogue.ts'
import { type Figure, figureOf } from '../rules/figure.ts'
import type { RespondentGroup } from '../rules/measure.ts'

/** One published share: an association's whole on one measure in one period. None is of fewer than five. */
export interface PublishedShare {
  /** Short name of the association. */
  readonly association: string
  readonly associationName: string
  /** `YYYY-MM` */
  readonly period: string
  readonly group: RespondentGroup
  readonly indicator: string
  readonly indicatorLabel: Wording
  readonly measure: string
  /** What can be compared over time: another series is another question. */
  readonly series: string
  readonly question: Wording
  readonly source: 'survey' | 'imported'
  readonly figure: Exclude<Figure, { suppressed: true }>
}

/** What associations have made open, by association, period and indicator; of one association where it is named. */
export async function publishedShares(db: Reader, association?: string): Promise<PublishedShare[]> {
  const rows = await db
    .selectFrom('indicators.published as published')
    .innerJoin('organisations.association as association', 'association.id', 'published.association_id')
    .innerJoin('indicators.measure as measure', 'measure.id', 'published.measure_id')
    .innerJoin('indicators.indicator as indicator', 'indicator.id', 'measure.indicator_id')
    .select([
      'association.slug',
      'association.name',
      'published.period',
      'published.respondents',
      'published.source',
      'published.n',
      'published.favourable',
      'published.sum',
      'published.sum_of_squares',
      'measure.id as series',
      'measure.key',
      'measure.question',
      'measure.has_numbers',
      'indicator.id as indicator',
      'indicator.label_sv',
      'indicator.label_en',
    ])
    .$if(association !== undefined, query => query.where('association.slug', '=', association ?? ''))
    .orderBy('association.slug')
    .orderBy('published.period')
    .orderBy('indicator.number')
    .orderBy('measure.id')
    .execute()
  return rows.flatMap(row => {
    const counted = { n: row.n, favourable: row.favourable, sum: row.sum, sumOfSquares: row.sum_of_squares }
    const figure = figureOf({ ...counted, counts: [], unknown: 0 }, row.has_numbers)
    if (figure.suppressed) return []
    return [
      {
        association: row.slug,
        associationName: row.name,
        period: row.period,
        group: row.respondents,
        indicator: row.indicator,
        indicatorLabel: { sv: row.label_sv, en: row.label_en },
        measure: row.key,
        series: row.series,
        question: row.question,
        source: row.source,
        figure,
      },
    ]
  })
}
