import { formatNumber, formatPercent } from '../../../platform/i18n/format.ts'
import type { Catalogue, Language } from '../../../platform/i18n/language.ts'
import type { Perspective } from '../rules/catalogue.ts'
import type { RespondentGroup } from '../rules/measure.ts'
import type { Interval } from '../rules/proportion.ts'

const perspectivesSv: Record<Perspective, string> = {
  participant: 'Deltagarna',
  staff: 'Personalen',
  organisation: 'Organisationen',
  society: 'Samhället',
}
const perspectivesEn: Record<Perspective, string> = {
  participant: 'Participants',
  staff: 'Staff',
  organisation: 'Organisation',
  society: 'Society',
}
const groupsSv: Record<RespondentGroup, string> = {
  participant: 'Deltagare',
  staff: 'Personal i insatserna',
  board: 'Styrelsen',
  manager: 'Chefer hos parterna',
  referrer: 'De som remitterar',
}
const groupsEn: Record<RespondentGroup, string> = {
  participant: 'Participants',
  staff: 'Staff of the initiatives',
  board: 'The board',
  manager: 'Managers of the parties',
  referrer: 'Those who refer',
}

const sv = { perspective: perspectivesSv, group: groupsSv }
const en: typeof sv = { perspective: perspectivesEn, group: groupsEn }

/** What perspectives and groups of respondents are called wherever results are read. */
export const words: Catalogue<typeof sv> = { sv, en }

const locales: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' }
const monthOf = (period: string) => new Date(`${period}-15T12:00:00Z`)

/** `2024-10` as `oktober 2024`. */
export const periodName = (language: Language, period: string): string =>
  new Intl.DateTimeFormat(locales[language], { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    monthOf(period),
  )

/** `2024-10` as `okt 2024`: where there is little room, as under an axis. */
export const periodLabel = (language: Language, period: string): string => {
  const month = new Intl.DateTimeFormat(locales[language], { month: 'short', timeZone: 'UTC' })
  return `${month.format(monthOf(period)).replace('.', '')} ${period.slice(0, 4)}`
}

/** `55–79 %` */
export const rangeOf = (language: Language, { low, high }: Interval): string =>
  `${formatNumber(language, low * 100)}–${formatPercent(language, high)}`
