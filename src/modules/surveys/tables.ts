import type { Generated, JSONColumnType } from 'kysely'
import type { RespondentGroup } from '../indicators/index.ts'
import type { Questionnaire } from './rules/questionnaire.ts'

interface QuestionnaireTable {
  id: string
  association_id: string | null
  name: string
  version: number
  owner: string
  respondents: RespondentGroup
  form: JSONColumnType<Questionnaire>
  /** Question to measure; null until it is locked. */
  series: JSONColumnType<Readonly<Record<string, string>>> | null
  locked: Generated<boolean>
  succeeds: string | null
  changed_at: Generated<Date>
}

interface Wave {
  id: string
  association_id: string
  questionnaire_id: string
  name: string
  /** `YYYY-MM` */
  period: string
  state: Generated<'planned' | 'open' | 'closed'>
  /** Dates without time, `YYYY-MM-DD`. */
  opens_on: string
  closes_on: string
  with_codes: Generated<boolean>
  /** When those who had not used their code were reminded. */
  reminded_on: Generated<string | null>
}

interface Unit {
  id: string
  wave_id: string
  initiative_id: string | null
  expected: number | null
  link: string
}

interface Code {
  id: string
  unit_id: string
  number: number
  hash: Buffer
  email: string | null
  sent_on: string | null
}

interface Paper {
  unit_id: string
  number: number
  language: string
  /** Question to what was written, as it was typed the first time; null when it has been handed in. */
  answers: JSONColumnType<Readonly<Record<string, string>>> | null
}

interface SheetTable {
  wave_id: string
  key: Buffer
  unit_id: string
  how: 'phone' | 'tablet' | 'paper'
  language: string
  /** Question to what was written; neither skipped questions nor, after the close, free text. */
  answers: JSONColumnType<Readonly<Record<string, string>>>
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    'surveys.questionnaire': QuestionnaireTable
    'surveys.wave': Wave
    'surveys.unit': Unit
    'surveys.code': Code
    'surveys.paper': Paper
    'surveys.sheet': SheetTable
  }
}
