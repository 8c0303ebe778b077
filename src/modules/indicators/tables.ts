import type { Generated, JSONColumnType } from 'kysely'
import type { MeasureOption, Perspective, Wording } from './rules/catalogue.ts'
import type { RespondentGroup } from './rules/measure.ts'

interface Indicator {
  id: string
  association_id: string | null
  number: number
  perspective: Perspective
  label_sv: string
  label_en: string
  core: Generated<boolean>
  item: number | null
}

interface MeasureTable {
  id: string
  /** `7-participant` */
  key: string
  association_id: string | null
  indicator_id: string
  respondents: RespondentGroup
  question: JSONColumnType<Wording>
  options: JSONColumnType<readonly MeasureOption[]>
  has_numbers: boolean
  continues: string | null
}

interface Measurement {
  id: string
  association_id: string
  /** `YYYY-MM` */
  period: string
  respondents: RespondentGroup
  source: 'survey' | 'imported'
  asked_with: string
  released: Generated<boolean>
}

interface Response {
  measurement_id: string
  initiative_id: string
  expected: number | null
  answered: Generated<number>
}

interface StatisticTable {
  measurement_id: string
  measure_id: string
  initiative_id: string
  n: number
  favourable: number
  sum: number
  sum_of_squares: number
  counts: number[]
  unknown: number
}

interface Participation {
  association_id: string
  compares: Generated<boolean>
  publishes: Generated<boolean>
}

/** One association's whole on one measure, as others may see it. */
interface Compared {
  association_id: string
  period: string
  respondents: RespondentGroup
  source: 'survey' | 'imported'
  measure_id: string
  n: number
  favourable: number
  sum: number
  sum_of_squares: number
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    'indicators.indicator': Indicator
    'indicators.measure': MeasureTable
    'indicators.measurement': Measurement
    'indicators.response': Response
    'indicators.statistic': StatisticTable
    'indicators.participation': Participation
    'indicators.compared': Compared
    'indicators.published': Compared
  }
}
