import type { Catalogue } from '../../../platform/i18n/language.ts'
import { english } from './report-english.ts'
import { type ReportTexts, swedish } from './report-swedish.ts'

export const reportTexts: Catalogue<ReportTexts> = { sv: swedish, en: english }
